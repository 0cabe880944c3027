import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone, plus } from '../../../kernel/time.ts'
import { openPerson } from '../../../platform/grant/index.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf, instant } from '../../../platform/operation/schema.ts'
import { shareRefusals } from '../../agreements/index.ts'
import { closeCommitment, promise } from '../../commitments/index.ts'
import { practiceRefusals } from '../../network/index.ts'
import { askConsent } from '../../people/index.ts'
import { askBooking } from '../../triage/index.ts'
import { findConditions } from '../conditions.ts'
import type { Offering } from '../domain/offering.ts'
import { claimOf, type TravelMinutes } from '../domain/resource.ts'
import { expire, type HoldRequest, holdMinutes, type Plan, planVisit, refuseWay, type Visit, whatIsInTheWay } from '../domain/visit.ts'
import { visitCancelled, visitHeld } from '../events.ts'
import { refuse } from '../refusals.ts'
import { findDays, findOffering, findResourcesById, findSites } from '../store/calendar.ts'
import { lockCalendars, readRotaVersion } from '../store/rota.ts'
import { findHoldsNearby, insertVisit, lockVisits, saveVisit } from '../store/visit.ts'
import { tellVisit } from '../topics.ts'

/** What is owed while a hold lasts: a yes, or giving it back. */
export const holdToConfirm = 'booking.hold-to-confirm'

/** Holds an expert, a room and a device of several owners for one person at one time: all of them, or nothing. */
export const holdVisit = defineCommand({
  name: 'booking.hold-visit',
  zh: '锁号',
  en: 'Hold a visit',
  permission: 'booking.visit.book',
  network: 'one hold touches the calendars of several owners',
  input: T.Object({
    offeringId: idOf('offering'),
    personId: idOf('person'),
    siteId: idOf('site'),
    startsAt: instant,
    resourceIds: T.Array(idOf('resource'), { minItems: 1, maxItems: 8, uniqueItems: true }),
    /** From which it is booked. */
    assessmentId: T.Optional(idOf('assessment')),
    /** Why it is booked against a red flag; of staff who may. */
    overrideReason: T.Optional(T.String({ minLength: 2, maxLength: 200 })),
  }),
  output: T.Object({ visitId: idOf('visit'), heldUntil: instant, version: T.Integer() }),
  refusals: [
    'platform.person-not-open',
    'people.consent-missing',
    'triage.red-flag',
    'triage.assessment-unknown',
    'booking.offering-unknown',
    'booking.needs-not-met',
    'booking.time-past',
    'booking.resource-closed',
    'booking.resource-on-leave',
    'booking.travel-too-short',
    'booking.owner-not-member',
    ...practiceRefusals,
    ...shareRefusals,
    'booking.price-missing',
    'booking.calendar-unknown',
    'booking.resource-taken',
    'booking.person-busy',
  ],
  async run(work, request) {
    const opened = await openPerson(work, request.personId)
    if (!opened.ok) return opened
    const agreed = work.actor.kind === 'patient' ? await askConsent(work, request.personId) : ok(null)
    if (!agreed.ok) return agreed
    const triaged = await askBooking(work, request.personId, request)
    if (!triaged.ok) return triaged
    const seen = await readRotaVersion(work, request.resourceIds)
    const advice = await prepare(work, request)
    if (!advice.ok) return advice
    const locked = await lockCalendars(work, request.resourceIds)
    const prepared = locked === seen ? advice : await prepare(work, request) // a rota or a leave came in between
    if (!prepared.ok) return prepared
    const { offering, plan, travel } = prepared.value
    const free = await makeRoom(work, offering, plan, travel)
    if (!free.ok) return free

    const visitId = work.newId<'visit'>()
    const heldUntil = plus(work.now, { minutes: holdMinutes })
    const acting = work.actor.institutionId
    const owners = [offering.ownerId, plan.hostId, acting, ...plan.resources.map(({ ownerId }) => ownerId)]
    const institutionIds = [...new Set(owners.filter((id): id is Id<'institution'> => Boolean(id)))]
    const visit = {
      id: visitId,
      networkId: offering.networkId,
      personId: request.personId,
      offeringId: offering.id,
      institutionIds,
      status: 'held' as const,
      heldUntil,
      ...triaged.value,
    }
    const inserted = await insertVisit(work, visit, plan, offering.setupMinutes)
    if (!inserted.ok) return inserted
    await promise(work, {
      kind: holdToConfirm,
      subjectId: visitId,
      owner: acting ?? offering.ownerId,
      escalatesTo: offering.ownerId,
      person: request.personId,
      dueAt: heldUntil,
    })
    await tellVisit(work, visitId)
    await work.publish(visitHeld.of(visitId, { visitId }))
    return ok({ visitId, heldUntil, version: 1 })
  },
})

/** Reads and decides before anything is locked, so that rivals wait for a few writes only; what it finds free is advice, the insert decides. */
async function prepare(work: Work, request: HoldRequest & { offeringId: Id<'offering'> }) {
  const sites = await findSites(work)
  const date = dateIn(sites.find(({ id }) => id === request.siteId)?.zone ?? defaultZone, request.startsAt)
  const offering = await findOffering(work, request.offeringId, date)
  if (!offering) return refuse('booking.offering-unknown')
  const resources = await findResourcesById(work, request.resourceIds)
  const unknown = request.resourceIds.find((id) => !resources.some((resource) => resource.id === id))
  if (unknown) return refuse('booking.calendar-unknown', { resourceId: unknown })
  const { conditionsOn } = await findConditions(work, offering, resources, sites, { from: date, until: date })
  const conditions = conditionsOn(date)
  const days = (await findDays(work, request.resourceIds, date, date)).get(date) ?? new Map()
  const plan = planVisit(request, offering, { resources, days, conditions }, work.now)
  return plan.ok ? ok({ offering, plan: plan.value, travel: conditions.travelMinutes }) : plan
}

/** Looks once more at what is in the way, now that the calendars are locked; a hold whose time is over makes room at once. */
async function makeRoom(work: Work, { setupMinutes }: Offering, plan: Plan, travel: TravelMinutes) {
  const holds = await findHoldsNearby(
    work,
    plan.resources.map(({ id }) => id),
    plan,
  )
  for (const resource of plan.resources) {
    const busy = holds.filter(({ resourceId, over }) => resourceId === resource.id && !over)
    const way = whatIsInTheWay(busy, plan.siteId, claimOf(resource, plan, setupMinutes), travel)
    if (way) return refuseWay(way, resource)
  }
  const over = [...new Set(holds.filter((hold) => hold.over).map(({ visitId }) => visitId))]
  if (over.length > 0) for (const visit of await lockVisits(work, over)) await giveBackIfOver(work, visit)
  return ok(null)
}

/** Gives a hold back whose time is over; false: it was confirmed, released or prolonged in the meantime. The visit is locked. */
export async function giveBackIfOver(work: Work, visit: Visit): Promise<boolean> {
  const expired = expire(visit, work.now)
  if (!expired) return false
  await saveVisit(work, expired)
  await closeCommitment(work, holdToConfirm, visit.id, 'kept')
  await tellVisit(work, visit.id)
  await work.publish(visitCancelled.of(visit.id, { visitId: visit.id, because: 'expired' }))
  return true
}
