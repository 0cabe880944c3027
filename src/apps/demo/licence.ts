import { type PlainDate, plusDays } from '../../kernel/time.ts'
import type { PlannedInstitution } from './plan.ts'

/** A made-up practice certificate of 15 digits, in an area code that is not in use. */
export const practitionerLicence = (place: number): string => `110999999${String(place).padStart(6, '0')}`

/** A made-up institution licence of three years, in an area code that is not in use; by its place it ends soon or late. */
export const institutionLicence = (place: number, today: PlainDate, scope: readonly string[]): PlannedInstitution['licence'] => {
  const validFrom = plusDays(today, -155 - ((place * 37) % 940))
  return { number: `PDY999999${String(place).padStart(5, '0')}D1`, scope, validFrom, validUntil: plusDays(validFrom, 3 * 365) }
}
