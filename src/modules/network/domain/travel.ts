import type { Id } from '../../../kernel/id.ts'

/** Minutes by pair of sites, the smaller id first. */
export type TravelTimes = ReadonlyMap<string, number>

/** Used where nobody has measured. */
const unknownMinutes = 0

/** The pair in the order of its row. */
export const orderedPair = <Site extends string>(one: Site, other: Site): readonly [Site, Site] =>
  one < other ? [one, other] : [other, one]
export const travelKey = (one: string, other: string): string => orderedPair(one, other).join(' ')

/** Minutes from one site to another, the same both ways; 0 at the same site. */
export const travelMinutes = (times: TravelTimes, from: Id<'site'>, to: Id<'site'>): number =>
  from === to ? 0 : (times.get(travelKey(from, to)) ?? unknownMinutes)
