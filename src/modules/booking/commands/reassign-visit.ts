import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { plus } from '../../../kernel/time.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { showPerson } from '../../people/index.ts'
import { type Attending, reassign, shownStatus } from '../domain/attendance.ts'
import { waitingFrom } from '../domain/queue-order.ts'
import type { Resource } from '../domain/resource.ts'
import { planMove } from '../domain/serve-now.ts'
import { type Plan, visibleDaysAfter } from '../domain/visit.ts'
import { visitReassigned } from '../events.ts'
import { refuse } from '../refusals.ts'
import { findVisitResources, replaceResource, saveParties } from '../store/attendance.ts'
import { tellVisit } from '../topics.ts'
import { type Attended, lockAttending, saveAttending } from './attend.ts'
import { queueNetwork, stepOutput } from './check-in-visit.ts'
import { beginWait, endWait } from './clocks.ts'
import { prepareToday, serveRefusals } from './serve-today.ts'

/** Another expert of the same kind, or another room, serves who is here. Licences and agreements are asked anew; she keeps her place by time and her price. */
export const reassignVisit = defineCommand({
  name: 'booking.reassign-visit',
  zh: '改诊室或医生',
  en: 'Move to another room or expert',
  permission: 'booking.queue.run',
  network: queueNetwork,
  input: T.Object({
    visitId: idOf('visit'),
    version: T.Integer({ minimum: 1 }),
    expertId: T.Optional(idOf('resource')),
    roomId: T.Optional(idOf('resource')),
  }),
  output: stepOutput,
  refusals: [
    'platform.not-found',
    'booking.visit-moved-on',
    'booking.not-checked-in',
    'booking.step-not-now',
    'booking.same-place',
    ...serveRefusals,
  ],
  async run(work, { visitId, version, expertId, roomId }) {
    const locked = await lockAttending(work, visitId, version, expertId ? [expertId] : [])
    if (!locked.ok) return locked
    const { attendance, place } = locked.value
    const to = { expertId: expertId ?? attendance.expertId, roomId: roomId ?? attendance.roomId }
    if (to.expertId === attendance.expertId && to.roomId === attendance.roomId) return refuse('booking.same-place')
    const changed = reassign(locked.value, to)
    if (!changed.ok) return changed
    const devices = (await findVisitResources(work, visitId)).filter(({ role }) => role === 'device').map(({ id }) => id)
    const startsAt = waitingFrom(work.now, attendance.waitingSince)
    const others = [...(to.roomId ? [to.roomId] : []), ...devices]
    const prepared = await prepareToday(work, { ...place, expertId: to.expertId, others }, startsAt)
    if (!prepared.ok) return prepared
    const { offering, expert, day } = prepared.value
    const planned = planMove({ siteId: place.siteId, expert, startsAt }, offering, day)
    if (!planned.ok) return planned
    const moved = await move(work, locked.value, changed.value, planned.value)
    await work.publish(visitReassigned.of(visitId, { visitId }))
    const status = shownStatus(moved.visit.status, attendance.waitingSince, work.now)
    return ok({ visitId, status, ticket: attendance.ticket, version: moved.visit.version })
  },
})

/** Writes who serves now; institutions that come in may see the person, and the clock goes to the new host. */
async function move(work: Work, { visit, place }: Attended, { visit: next, attendance }: Attending, plan: Plan): Promise<Attending> {
  await tellVisit(work, visit.id) // the lane she leaves
  const institutionIds: Id<'institution'>[] = [
    ...new Set([...visit.institutionIds, plan.hostId, ...plan.resources.map(({ ownerId }) => ownerId)]),
  ]
  const hostChanges = plan.hostId !== place.hostId
  for (const resource of plan.resources.filter(isMovable)) await replaceResource(work, visit.id, resource)
  await saveParties(work, visit.id, { institutionIds, hostId: plan.hostId })
  const until = plus(visit.endsAt, { days: visibleDaysAfter })
  await showPerson(work, { personId: visit.personId, institutionIds, reason: 'visit', subjectId: visit.id, until })
  const moved = { visit: { ...next, institutionIds }, attendance: { ...attendance, institutionIds } }
  await saveAttending(work, moved)
  if (hostChanges && visit.status !== 'missed') {
    await endWait(work, visit.id, 'withdrawn')
    await beginWait(work, attendance, { ...place, hostId: plan.hostId })
  }
  return moved
}

const isMovable = ({ role }: Resource): boolean => role !== 'device'
