import { Temporal } from 'temporal-polyfill'
import { type Instant, instantAt, type PlainDate, plusDays } from '../../../kernel/time.ts'

export const periodKinds = ['day', 'week', 'month'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** How many periods a trend shows, the asked one included. */
export const trendLength = 12

/** Days of a period, both included, and its moments, the last excluded. */
export type Period = { readonly first: PlainDate; readonly last: PlainDate; readonly from: Instant; readonly until: Instant }

const firstDayOf: Readonly<Record<PeriodKind, (day: Temporal.PlainDate) => Temporal.PlainDate>> = {
  day: (day) => day,
  week: (day) => day.subtract({ days: day.dayOfWeek - 1 }),
  month: (day) => day.with({ day: 1 }),
}

/** The periods that end with the one of a day, the oldest first; they touch, and a week begins on Monday. */
export function periodsUntil(kind: PeriodKind, day: PlainDate, zone: string): Period[] {
  const current = firstDayOf[kind](Temporal.PlainDate.from(day))
  const firstOf = (place: number) => current.add({ [`${kind}s`]: place - (trendLength - 1) }).toString() as PlainDate
  return Array.from({ length: trendLength }, (_, place) => {
    const [first, next] = [firstOf(place), firstOf(place + 1)]
    return { first, last: plusDays(next, -1), from: instantAt(zone, first, '00:00'), until: instantAt(zone, next, '00:00') }
  })
}
