import type { Id } from '../../../kernel/id.ts'
import { type Instant, plus, type Span, spanCovers, spansOverlap } from '../../../kernel/time.ts'
import type { ResourceRole, Title } from '../../network/index.ts'

type Name = { readonly zh: string; readonly en: string }

/** An expert, room or device that can be promised. */
export type Resource = {
  readonly id: Id<'resource'>
  readonly role: ResourceRole
  /** Specialty of an expert, kind of a room or device. */
  readonly kind: string
  readonly ownerId: Id<'institution'>
  /** Where a room or device stands; an expert belongs to no site. */
  readonly siteId: Id<'site'> | null
  readonly title: Title | null
  readonly name: Name
}

export type Located = Span & { readonly siteId: Id<'site'> }

/** What a resource has on one day: open spans at sites, what of them is taken, and when it is away. */
export type DayOf = {
  readonly openings: readonly Located[]
  readonly busy: readonly Located[]
  readonly leave: readonly Span[]
}

/** Minutes of the way between two sites. */
export type TravelMinutes = (from: Id<'site'>, to: Id<'site'>) => number

/** Whether what is taken is in the way of a claim at a site, the way between two sites included. */
export function isInTheWay(taken: Located, siteId: Id<'site'>, claim: Span, travelMinutes: TravelMinutes): boolean {
  const minutes = taken.siteId === siteId ? 0 : travelMinutes(taken.siteId, siteId)
  return spansOverlap({ from: plus(taken.from, { minutes: -minutes }), until: plus(taken.until, { minutes }) }, claim)
}

export const isOpen = ({ openings }: DayOf, siteId: Id<'site'>, span: Span): boolean =>
  openings.some((opening) => opening.siteId === siteId && spanCovers(opening, span))

export const isAway = ({ leave }: DayOf, span: Span): boolean => leave.some((away) => spansOverlap(away, span))

/** What is held of a resource for a service: rooms and devices are prepared before, the expert comes when it begins. */
export const claimOf = ({ role }: Resource, { from, until }: Span, setupMinutes: number): Span => ({
  from: role === 'expert' ? from : plus(from, { minutes: -setupMinutes }),
  until,
})

/** The free stretches of a day at its sites: open, not away, not taken. */
export function freeSpans({ openings, busy, leave }: DayOf): Located[] {
  const taken = [...busy, ...leave].toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return openings.flatMap((opening) => {
    const free: Located[] = []
    let from: Instant = opening.from
    for (const span of taken.filter((one) => spansOverlap(one, opening))) {
      if (span.from > from) free.push({ siteId: opening.siteId, from, until: span.from })
      if (span.until > from) from = span.until
    }
    if (from < opening.until) free.push({ siteId: opening.siteId, from, until: opening.until })
    return free
  })
}
