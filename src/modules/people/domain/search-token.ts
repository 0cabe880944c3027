import { nameTokens } from '../../../kernel/name.ts'

/** Everything a person is found by: her name, the phone, the last four of phone and ID. */
export function searchTokens(person: { name: string; phone: string | null; idNumber: string | null }): string[] {
  const numbers = [person.phone, person.phone?.slice(-4), person.idNumber?.slice(-4).toLowerCase()]
  return [...new Set([...nameTokens(person.name), ...numbers].filter((token): token is string => Boolean(token)))]
}
