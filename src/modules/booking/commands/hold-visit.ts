import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone, plus } from '../../../kernel/time.ts'
import { openPerson } from '../../../platform/grant/index.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf, instant } from '../../../platform/operation/schema.ts'
import { closeCommitment, promise } from '../../commitments/index.ts'
import { expire, type HoldRequest, holdMinutes, planVisit, type Visit } from '../domain/visit.ts'
import { visitCancelled, visitHeld } from '../events.ts'
import { refuse } from '../refusals.ts'
import { findDays, findOffering, findResourcesById, findSites } from '../store/calendar.ts'
import { findHoldsInTheWay, insertVisit, lockCalendars, lockVisits, saveVisit } from '../store/visit.ts'

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
  }),
  output: T.Object({ visitId: idOf('visit'), heldUntil: instant, version: T.Integer() }),
  refusals: [
    'platform.person-not-open',
    'booking.offering-unknown',
    'booking.needs-not-met',
    'booking.time-past',
    'booking.resource-closed',
    'booking.expert-not-filed',
    'booking.price-missing',
    'booking.calendar-unknown',
    'booking.resource-taken',
    'booking.person-busy',
  ],
  async run(work, request) {
    const opened = await openPerson(work, request.personId)
    if (!opened.ok) return opened
    const prepared = await prepare(work, request)
    if (!prepared.ok) return prepared
    const { offering, plan, siteOwnerId } = prepared.value
    await lockCalendars(work, request.resourceIds)
    const inTheWay = await findHoldsInTheWay(work, request.resourceIds, plan)
    if (inTheWay.taken) return refuse('booking.resource-taken')
    // A hold whose time is over makes room at once; the worker need not have come by yet.
    if (inTheWay.over.length > 0) for (const visit of await lockVisits(work, inTheWay.over)) await giveBackIfOver(work, visit)

    const visitId = work.newId<'visit'>()
    const heldUntil = plus(work.now, { minutes: holdMinutes })
    const acting = work.actor.institutionId
    const owners = [offering.ownerId, siteOwnerId, acting, ...plan.resources.map(({ ownerId }) => ownerId)]
    const institutionIds = [...new Set(owners.filter((id): id is Id<'institution'> => Boolean(id)))]
    const inserted = await insertVisit(
      work,
      { id: visitId, networkId: offering.networkId, personId: request.personId, offeringId: offering.id, institutionIds, heldUntil },
      plan,
    )
    if (!inserted.ok) return inserted
    await promise(work, {
      kind: holdToConfirm,
      subjectId: visitId,
      owner: acting ?? offering.ownerId,
      escalatesTo: offering.ownerId,
      person: request.personId,
      dueAt: heldUntil,
    })
    await work.publish(visitHeld.of(visitId, { visitId }))
    return ok({ visitId, heldUntil, version: 1 })
  },
})

/** Reads and decides before anything is locked, so that rivals wait for a few writes only; what it finds free is advice, the insert decides. */
async function prepare(work: Work, request: HoldRequest & { offeringId: Id<'offering'> }) {
  const site = (await findSites(work)).find(({ id }) => id === request.siteId)
  const date = dateIn(site?.zone ?? defaultZone, request.startsAt)
  const offering = await findOffering(work, request.offeringId, date)
  if (!offering) return refuse('booking.offering-unknown')
  const resources = await findResourcesById(work, request.resourceIds, date)
  const unknown = request.resourceIds.find((id) => !resources.some((resource) => resource.id === id))
  if (unknown) return refuse('booking.calendar-unknown', { resourceId: unknown })
  const day = (await findDays(work, resources, date, date)).get(date)
  const plan = planVisit(request, offering, resources, day?.days ?? new Map(), work.now)
  return plan.ok ? ok({ offering, plan: plan.value, siteOwnerId: site?.institutionId }) : plan
}

/** Gives a hold back whose time is over; false: it was confirmed, released or prolonged in the meantime. The visit is locked. */
export async function giveBackIfOver(work: Work, visit: Visit): Promise<boolean> {
  const expired = expire(visit, work.now)
  if (!expired) return false
  await saveVisit(work, expired)
  await closeCommitment(work, holdToConfirm, visit.id, 'kept')
  await work.publish(visitCancelled.of(visit.id, { visitId: visit.id, because: 'expired' }))
  return true
}
