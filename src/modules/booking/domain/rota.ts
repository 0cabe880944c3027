import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, type PlainDate, timeIn, weekdayOf } from '../../../kernel/time.ts'
import { refuse } from '../refusals.ts'
import type { Located, TravelMinutes } from './resource.ts'

/** One line of a week: a day at a site from one local time to another, `HH:MM`. */
export type RotaLine = { readonly siteId: Id<'site'>; readonly weekday: number; readonly opens: string; readonly closes: string }

/** Two lines of one day between which the way is too short, by their places. */
export type RotaClash = { readonly line: number; readonly other: number; readonly minutes: number }

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Whether the lines of a week can stand: each forwards, none overlapping another at its own site. Lines count from 1. */
export function checkRota(lines: readonly RotaLine[]) {
  for (const [place, { siteId, weekday, opens, closes }] of lines.entries()) {
    if (closes <= opens) return refuse('booking.rota-line-backwards', { line: place + 1, opens, closes })
    const same = lines
      .slice(0, place)
      .find((one) => one.siteId === siteId && one.weekday === weekday && one.opens < closes && opens < one.closes)
    if (same) return refuse('booking.rota-lines-overlap', { line: place + 1 })
  }
  return ok(lines)
}

/** Lines at two sites of one day that nobody can keep both: allowed, because a visit takes only one of them, but worth knowing. */
export function findClashes(lines: readonly RotaLine[], travelMinutes: TravelMinutes): RotaClash[] {
  return lines.flatMap((line, place) =>
    lines.slice(0, place).flatMap((other, before) => {
      if (other.weekday !== line.weekday || other.siteId === line.siteId) return []
      const minutes = travelMinutes(other.siteId, line.siteId)
      const apart = Math.max(minutesOf(line.opens) - minutesOf(other.closes), minutesOf(other.opens) - minutesOf(line.closes))
      return apart < minutes || apart < 0 ? [{ line: place + 1, other: before + 1, minutes }] : []
    }),
  )
}

/** How many services of a length a week of these lines has room for. */
export function slotsPerWeek(lines: readonly RotaLine[], durationMinutes: number): number {
  return lines.reduce((sum, { opens, closes }) => {
    return sum + Math.floor((minutesOf(closes) - minutesOf(opens)) / durationMinutes)
  }, 0)
}

/** Promises from a day on that the lines would not cover any more, earliest first. */
export function findLost(
  lines: readonly RotaLine[],
  promised: readonly Located[],
  validFrom: PlainDate,
  zoneOf: (siteId: Id<'site'>) => string,
): Located[] {
  const isKept = ({ siteId, from, until }: Located): boolean => {
    const zone = zoneOf(siteId)
    const date = dateIn(zone, from)
    const [begins, ends] = [timeIn(zone, from), timeIn(zone, until)]
    return (
      date < validFrom ||
      lines.some((line) => line.siteId === siteId && line.weekday === weekdayOf(date) && line.opens <= begins && ends <= line.closes)
    )
  }
  return promised.filter((visit) => !isKept(visit)).toSorted((a, b) => (a.from < b.from ? -1 : 1))
}
