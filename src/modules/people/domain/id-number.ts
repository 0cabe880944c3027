import { ok } from '../../../kernel/result.ts'
import { isPlainDate, type PlainDate } from '../../../kernel/time.ts'
import { refuse } from '../refusals.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

export type IdNumber = { readonly value: string; readonly birthDate: PlainDate; readonly sex: 'female' | 'male' }

/** Check character of the first 17 digits of a resident identity number (GB 11643). */
export function checkCharacterOf(digits: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
  return checkCharacters[sum % 11] as string
}

/** Reads a resident identity number (GB 11643): shape, birth date and check character; a lower-case x is accepted. */
export function readIdNumber(text: string, today: PlainDate) {
  const value = text.trim().toUpperCase()
  if (!/^\d{17}[\dX]$/.test(value)) return refuse('people.id-number-shape')
  const birthDate = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
  if (!isPlainDate(birthDate) || birthDate > today) return refuse('people.id-number-date')
  if (checkCharacterOf(value) !== value[17]) return refuse('people.id-number-check')
  const idNumber: IdNumber = { value, birthDate, sex: Number(value[16]) % 2 === 1 ? 'male' : 'female' }
  return ok(idNumber)
}
