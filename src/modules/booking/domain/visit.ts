import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { defaultZone, type Instant, localText, plus, type Span, spansOverlap } from '../../../kernel/time.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import { type ResourceRole, resourceRoleWords } from '../../network/index.ts'
import { refuse } from '../refusals.ts'
import { type Day, type Option, roomOf } from './availability.ts'
import { chargesOf, type Need, type Offering } from './offering.ts'
import { claimOf, type DayOf, isAway, isInTheWay, isOpen, type Located, type Resource, type TravelMinutes } from './resource.ts'

/** Where a visit stands, as it is shown; `arrived` is kept, and shown as `waiting` from the moment on at which her wait counts. */
export const visitStatusWords = {
  held: { zh: '已锁号', en: 'held' },
  booked: { zh: '已预约', en: 'booked' },
  arrived: { zh: '已签到', en: 'arrived' },
  waiting: { zh: '候诊中', en: 'waiting' },
  called: { zh: '已叫号', en: 'called' },
  missed: { zh: '过号', en: 'missed call' },
  'in-progress': { zh: '就诊中', en: 'with the doctor' },
  completed: { zh: '已完成', en: 'completed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  'no-show': { zh: '爽约', en: 'no-show' },
} as const
export type VisitStatus = keyof typeof visitStatusWords
export const visitStatuses = Object.keys(visitStatusWords) as [VisitStatus, ...VisitStatus[]]
export type KeptStatus = Exclude<VisitStatus, 'waiting'>

/** Nothing leaves these. */
export const endStatuses = ['completed', 'cancelled', 'no-show'] as const satisfies readonly KeptStatus[]
export const hasEnded = (status: VisitStatus): boolean => endStatuses.some((end) => end === status)
export const endReasons = ['released', 'expired', 'cancelled'] as const
export type EndReason = (typeof endReasons)[number]

/** Minutes that a hold waits for its yes; it can be prolonged once by as many. */
export const holdMinutes = 5

/** Days after a visit during which the institutions involved may still see the person. */
export const visibleDaysAfter = 90

export type Visit = {
  readonly id: Id<'visit'>
  readonly personId: Id<'person'>
  readonly institutionIds: readonly Id<'institution'>[]
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly status: KeptStatus
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
export type Plan = Option & { readonly hostId: Id<'institution'> }

/** Whether what is asked can be promised at all. That it looks free is advice: of two at once the database decides. */
export function planVisit(request: HoldRequest, offering: Offering, day: Day, now: Instant) {
  if (request.startsAt <= now) return refuse('booking.time-past', { startsAt: localText(defaultZone, request.startsAt) })
  return planService(request, offering, day)
}

/** Whether these resources may serve together at this time and site, whoever else has them. */
export function planService(
  { siteId, startsAt }: Omit<HoldRequest, 'resourceIds'>,
  offering: Offering,
  { resources, days, conditions }: Day,
) {
  const span = { from: startsAt, until: plus(startsAt, { minutes: offering.durationMinutes }) }
  const missing = unmetNeed(offering, resources)
  if (missing) return refuse('booking.needs-not-met', { role: resourceRoleWords[missing] })
  const outsider = resources.find((resource) => !conditions.isPooled(resource))
  if (outsider) return refuse('booking.owner-not-member', { resource: outsider.name })
  const dayOf = (resource: Resource): DayOf => days.get(resource.id) ?? { openings: [], busy: [], leave: [] }
  const away = resources.find((resource) => isAway(dayOf(resource), span))
  if (away) return refuse('booking.resource-on-leave', { resource: away.name })
  const closed = resources.find((resource) => !isOpen(dayOf(resource), siteId, span))
  if (closed) return refuse('booking.resource-closed', { resource: closed.name })
  for (const resource of resources) {
    const claim = claimOf(resource, span, offering.setupMinutes)
    const way = whatIsInTheWay(dayOf(resource).busy, siteId, claim, conditions.travelMinutes)
    if (way) return refuseWay(way, resource)
  }
  const expert = resources.find(({ role }) => role === 'expert')
  const hostId = conditions.hostOf(roomOf(resources), siteId)
  const allowed = expert ? conditions.mayPractise(expert, hostId) : ok(null)
  if (!allowed.ok) return allowed
  const agreed = conditions.mayServe(hostId, resources)
  if (!agreed.ok) return agreed
  const charges = chargesOf(offering, siteId, expert?.title ?? null)
  if (charges.length === 0) return refuse('booking.price-missing', { expert: expert?.name ?? '' })
  const plan: Plan = { ...span, siteId, resources, charges, hostId }
  return ok(plan)
}

/** The role that has not exactly one fitting resource, or one that nobody needs. */
function unmetNeed({ needs }: Offering, resources: readonly Resource[]): ResourceRole | undefined {
  const fits = (resource: Resource, need: Need) => resource.role === need.role && resource.kind === need.kind
  const unmet = needs.find((need) => resources.filter((resource) => fits(resource, need)).length !== 1)
  return (unmet ?? resources.find((resource) => !needs.some((need) => fits(resource, need))))?.role
}

export type Way = { readonly kind: 'taken' } | { readonly kind: 'travel'; readonly minutes: number }

/** Why a claim cannot be: it is taken, or the way from another site is too long; null: nothing is in the way. */
export function whatIsInTheWay(busy: readonly Located[], siteId: Id<'site'>, claim: Span, travelMinutes: TravelMinutes): Way | null {
  const first = busy.find((taken) => isInTheWay(taken, siteId, claim, travelMinutes))
  if (!first) return null
  return spansOverlap(first, claim) ? { kind: 'taken' } : { kind: 'travel', minutes: travelMinutes(first.siteId, siteId) }
}

export const refuseWay = (way: Way, { name }: Pick<Resource, 'name'>) =>
  way.kind === 'taken' ? refuse('booking.resource-taken') : refuse('booking.travel-too-short', { resource: name, minutes: way.minutes })

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

/** Gives back a hold, cancels a booked visit that has not begun, or one whose person leaves before she was seen. */
export function cancel(visit: Visit, now: Instant) {
  const promised = visit.status === 'held' || visit.status === 'booked'
  if (hasEnded(visit.status) || visit.status === 'in-progress' || (promised && now >= visit.startsAt)) return refuse('booking.visit-ended')
  return ok(changed(visit, { status: 'cancelled', heldUntil: null, endedBecause: visit.status === 'held' ? 'released' : 'cancelled' }))
}

/** The hold's time is over; null: it was confirmed, given back or prolonged in the meantime. */
export function expire(visit: Visit, now: Instant): Visit | null {
  if (visit.status !== 'held' || !visit.heldUntil || now < visit.heldUntil) return null
  return changed(visit, { status: 'cancelled', heldUntil: null, endedBecause: 'expired' })
}
