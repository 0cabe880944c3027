import { ok } from '../../../kernel/result.ts'
import { type PlainDate, plusDays } from '../../../kernel/time.ts'
import { refuse } from '../refusals.ts'
import type { Period } from './practice.ts'

/** What ends within so many days is owed to be renewed. */
export const renewalDays = 60

/** The first day on which the end is near. */
export const watchDay = (lastDay: PlainDate): PlainDate => plusDays(lastDay, -renewalDays)

/** Where a period stands on a day: not begun, in force, ending within 60 days, or over. */
export const periodStates = ['coming', 'in-force', 'ending', 'ended'] as const
export type PeriodState = (typeof periodStates)[number]

export function stateOf({ validFrom, validUntil }: Period, date: PlainDate): PeriodState {
  if (validUntil !== null && validUntil < date) return 'ended'
  if (validFrom > date) return 'coming'
  return validUntil !== null && watchDay(validUntil) <= date ? 'ending' : 'in-force'
}

/** Days from one day to another, negative when it is past. */
export const daysBetween = (from: PlainDate, until: PlainDate): number => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)

/** A period that ends before it begins is refused. */
export function checkPeriod({ validFrom, validUntil }: Period) {
  return validUntil !== null && validUntil < validFrom ? refuse('network.period-wrong', { from: validFrom, until: validUntil }) : ok(null)
}

/** A renewal begins the day after the last one, or today when that is past. */
export function renewedFrom({ validUntil }: Period, today: PlainDate) {
  if (validUntil === null) return refuse('network.endless')
  return ok(validUntil < today ? today : plusDays(validUntil, 1))
}
