import type { FindPromisesAnswer } from '../../../client/operations'
import { percentOf } from '../../../parts/moment'

type Option = FindPromisesAnswer['items'][number]
type Lane = FindPromisesAnswer['lanes'][number]
export type Bar = { readonly from: number; readonly until: number }

type Moments = readonly [string, ...string[]]
const earliest = (moments: Moments): string => moments.toSorted()[0] ?? moments[0]
const latest = (moments: Moments): string => moments.toSorted().at(-1) ?? moments[0]

/** From when a resource is free without a break up to a moment: the end of what it does before, or when it opens. */
export function freeSince({ openings, busy }: Lane, at: string): string {
  const opening = openings.find(({ from, until }) => from <= at && at < until)?.from ?? at
  return latest([opening, ...busy.map(({ until }) => until).filter((until) => until <= at)])
}

/** The window that the lanes show: the half-day of the option, at least. */
export function windowOf({ startsAt, endsAt, resources }: Option, lanes: readonly Lane[]): { from: string; until: string } {
  const openings = lanes
    .filter(({ resourceId }) => resources.some(({ id }) => id === resourceId))
    .flatMap((lane) => lane.openings)
    .filter(({ from, until }) => from <= startsAt && startsAt < until)
  return {
    from: earliest([startsAt, ...openings.map(({ from }) => from)]),
    until: latest([endsAt, ...openings.map(({ until }) => until)]),
  }
}

/** A span in per cent of a window, cut to it; null: outside. */
export function barIn(window: { from: string; until: string }, span: { from: string; until: string }): Bar | null {
  const bar = { from: percentOf(window, span.from), until: percentOf(window, span.until) }
  return bar.until > bar.from ? bar : null
}
