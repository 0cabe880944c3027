import { createHash } from 'node:crypto'
import { nameTokens } from '../../../kernel/name.ts'

/** A whole resident number as a token: nobody reads it out of the index. */
export const residentIdToken = (idNumber: string): string =>
  `resident-id ${createHash('sha256').update(idNumber.toUpperCase()).digest('hex')}`

/** Everything a person is found by: her name, the phone, the last four of phone and ID, the whole ID as its hash. */
export function searchTokens(person: { name: string; phone: string | null; idNumber: string | null }): string[] {
  const numbers = [
    person.phone,
    person.phone?.slice(-4),
    person.idNumber?.slice(-4).toLowerCase(),
    person.idNumber && residentIdToken(person.idNumber),
  ]
  return [...new Set([...nameTokens(person.name), ...numbers].filter((token): token is string => Boolean(token)))]
}
