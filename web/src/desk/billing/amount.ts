/** Fen of what is written as yuan, `1,234.5`; null: it is no amount. */
export function fenOf(text: string | undefined): number | null {
  const written = text?.trim().replaceAll(',', '').replace(/^¥/, '') ?? ''
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(written)) return null
  const [whole = '0', cents = ''] = written.split('.')
  return Number(whole) * 100 + Number(cents.padEnd(2, '0'))
}

/** Yuan as they are written into a field, `1234.50`. */
export const yuanOf = (fen: number): string => (fen / 100).toFixed(2)
