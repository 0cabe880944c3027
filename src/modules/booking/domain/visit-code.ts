import type { Id } from '../../../kernel/id.ts'

/** Crockford's base 32: capitals and digits that a reader types and nobody mistakes. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 26 // 128 bits

/** What the person's phone shows as a QR code, and the desk reads: `V` and her visit's id in base 32. */
export function visitCodeOf(id: Id<'visit'>): string {
  let rest = BigInt(`0x${id.replaceAll('-', '')}`)
  let code = ''
  for (let place = 0; place < codeLength; place += 1) {
    code = digits.charAt(Number(rest % 32n)) + code
    rest /= 32n
  }
  return `V${code}`
}

/** The visit of a code that was read, whatever its case; null: it is no such code. */
export function readVisitCode(text: string): Id<'visit'> | null {
  const typed = text.trim().toUpperCase()
  if (typed.length !== codeLength + 1 || !typed.startsWith('V')) return null
  const values = [...typed.slice(1)].map((digit) => digits.indexOf(digit))
  if (values.includes(-1)) return null
  const hex = values.reduce((sum, value) => sum * 32n + BigInt(value), 0n).toString(16)
  if (hex.length > 32) return null
  const parts = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(hex.padStart(32, '0'))
  return parts ? (parts.slice(1).join('-') as Id<'visit'>) : null
}
