import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import { dateIn, defaultZone, type Instant, type PlainDate, plus, plusDays, type Span } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { freeSpans } from '../domain/resource.ts'
import { findDays, findResourcesById } from '../store/calendar.ts'

/** A stretch of a calendar at one site: open and free, or taken; by whom stays unknown. */
export type Slot = {
  /** Calendar and beginning. */
  readonly id: string
  readonly resourceId: Id<'resource'>
  readonly name: Name
  readonly kind: string
  readonly siteId: Id<'site'>
  readonly from: Instant
  readonly until: Instant
  readonly isFree: boolean
  readonly sortedBy: Instant
}

const mostDays = 31

const idOf = (resourceId: string, from: Instant): string => `${resourceId}.${Date.parse(from) / 60_000}`

/** Calendar and beginning of a slot's id; null: it is none. */
export function readSlotId(id: string): { resourceId: Id<'resource'>; from: Instant } | null {
  const [, resourceId, minutes] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,9})$/.exec(id) ?? []
  return resourceId && minutes
    ? { resourceId: resourceId as Id<'resource'>, from: new Date(Number(minutes) * 60_000).toISOString() as Instant }
    : null
}

/** The stretches of calendars that begin in a span, the earliest first; at most 31 days from its beginning. */
export async function findSlots(work: Work, resourceIds: readonly Id<'resource'>[], { from, until }: Span): Promise<Slot[]> {
  const first = dateIn(defaultZone, from)
  const last = [dateIn(defaultZone, plus(until, { milliseconds: -1 })), plusDays(first, mostDays - 1)].toSorted()[0] as PlainDate
  const resources = await findResourcesById(work, resourceIds)
  const days = await findDays(work, resourceIds, first, last)
  const slots = resources.flatMap(({ id, name, kind }) =>
    [...days.values()].flatMap((day) => {
      const own = day.get(id)
      if (!own) return []
      const stretch = (isFree: boolean) => (span: Span & { siteId: Id<'site'> }) => ({
        id: idOf(id, span.from),
        resourceId: id,
        name,
        kind,
        siteId: span.siteId,
        from: span.from,
        until: span.until,
        isFree,
        sortedBy: span.from,
      })
      return [...freeSpans(own).map(stretch(true)), ...own.busy.map(stretch(false))]
    }),
  )
  const once = new Map(slots.filter((slot) => slot.from >= from && slot.from < until).map((slot) => [slot.id, slot]))
  return [...once.values()].sort((a, b) => (`${a.from} ${a.id}` < `${b.from} ${b.id}` ? -1 : 1))
}
