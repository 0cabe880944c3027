import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { type Instant, plus, type Span, spanCovers, spansOverlap } from '../../../kernel/time.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import { refuse } from '../refusals.ts'
import { mayPractise } from './availability.ts'
import type { DayOf, Offering, Resource } from './resource.ts'

export const visitStatuses = ['held', 'booked', 'cancelled'] as const
export type VisitStatus = (typeof visitStatuses)[number]
export const endReasons = ['released', 'expired', 'cancelled'] as const
export type EndReason = (typeof endReasons)[number]

/** Minutes that a hold waits for its yes; it can be prolonged once by as many. */
export const holdMinutes = 5

export type Visit = {
  readonly id: Id<'visit'>
  readonly personId: Id<'person'>
  readonly institutionIds: readonly Id<'institution'>[]
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly status: VisitStatus
  readonly heldUntil: Instant | null
  readonly prolonged: boolean
  readonly endedBecause: EndReason | null
  readonly version: number
}

export type HoldRequest = {
  readonly siteId: Id<'site'>
  readonly startsAt: Instant
  readonly resourceIds: readonly Id<'resource'>[]
}
export type Plan = Span & { readonly siteId: Id<'site'>; readonly resources: readonly Resource[]; readonly priceFen: number }

/** Whether what is asked can be promised at all. That it looks free is advice: of two at once the database decides. */
export function planVisit(
  request: HoldRequest,
  offering: Offering,
  resources: readonly Resource[],
  days: ReadonlyMap<string, DayOf>,
  now: Instant,
) {
  const span = { from: request.startsAt, until: plus(request.startsAt, { minutes: offering.durationMinutes }) }
  if (span.from <= now) return refuse('booking.time-past', { startsAt: span.from })
  const missing = offering.needs.find(
    ({ role, kind }) => resources.filter((resource) => resource.role === role && resource.kind === kind).length !== 1,
  )
  if (missing) return refuse('booking.needs-not-met', { role: missing.role })
  const extra = resources.find(({ role }) => !offering.needs.some((need) => need.role === role))
  if (extra) return refuse('booking.needs-not-met', { role: extra.role })
  const closed = resources.find(
    ({ id }) => !days.get(id)?.openings.some((opening) => opening.siteId === request.siteId && spanCovers(opening, span)),
  )
  if (closed) return refuse('booking.resource-closed', { resource: closed.name.zh })
  if (resources.some(({ id }) => days.get(id)?.busy.some((taken) => spansOverlap(taken, span)))) return refuse('booking.resource-taken')
  const expert = resources.find(({ role }) => role === 'expert')
  const barred = expert && resources.find((resource) => !mayPractise(expert, resource))
  if (expert && barred) return refuse('booking.expert-not-filed', { expert: expert.name.zh, institution: barred.name.zh })
  const priceFen = offering.prices.get(expert?.title ?? '')
  if (priceFen === undefined) return refuse('booking.price-missing', { expert: expert?.name.zh ?? '' })
  const plan: Plan = { ...span, siteId: request.siteId, resources, priceFen }
  return ok(plan)
}

/** Who may act on a visit: the person herself, an involved institution, or the system. */
export const mayTouch = (actor: Actor, visit: Pick<Visit, 'personId' | 'institutionIds'>): boolean =>
  actor.kind === 'system' ||
  (actor.personId !== null && actor.personId === visit.personId) ||
  (actor.institutionId !== null && visit.institutionIds.includes(actor.institutionId))

const changed = (visit: Visit, change: Partial<Visit>): Visit => ({ ...visit, ...change, version: visit.version + 1 })

/** A held visit becomes a promise while its hold lasts. */
export function confirm(visit: Visit, now: Instant) {
  if (visit.status !== 'held' || !visit.heldUntil || now >= visit.heldUntil) return refuse('booking.hold-expired')
  return ok(changed(visit, { status: 'booked', heldUntil: null }))
}

export function prolong(visit: Visit, now: Instant) {
  if (visit.status !== 'held' || !visit.heldUntil || now >= visit.heldUntil) return refuse('booking.hold-expired')
  if (visit.prolonged) return refuse('booking.already-prolonged')
  return ok(changed(visit, { heldUntil: plus(visit.heldUntil, { minutes: holdMinutes }), prolonged: true }))
}

/** Gives back a hold, or cancels a booked visit that has not begun. */
export function cancel(visit: Visit, now: Instant) {
  if (visit.status === 'cancelled' || now >= visit.startsAt) return refuse('booking.visit-ended')
  return ok(changed(visit, { status: 'cancelled', heldUntil: null, endedBecause: visit.status === 'held' ? 'released' : 'cancelled' }))
}

/** The hold's time is over; null: it was confirmed, given back or prolonged in the meantime. */
export function expire(visit: Visit, now: Instant): Visit | null {
  if (visit.status !== 'held' || !visit.heldUntil || now < visit.heldUntil) return null
  return changed(visit, { status: 'cancelled', heldUntil: null, endedBecause: 'expired' })
}
