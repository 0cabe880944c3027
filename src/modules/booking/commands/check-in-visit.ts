import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, localText } from '../../../kernel/time.ts'
import { cancelDue } from '../../../platform/due/index.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf, words } from '../../../platform/operation/schema.ts'
import { ageOn, findDemographics } from '../../people/index.ts'
import { type Attendance, allows, shownStatus } from '../domain/attendance.ts'
import { queueAtOf, waitingFrom } from '../domain/queue-order.ts'
import { type Priority, priorities, priorityOf, queueRulesOn } from '../domain/queue-rules.ts'
import { type Visit, visitStatuses } from '../domain/visit.ts'
import { readVisitCode } from '../domain/visit-code.ts'
import { visitCheckedIn } from '../events.ts'
import { refuse } from '../refusals.ts'
import { insertAttendance, type VisitPlace } from '../store/attendance.ts'
import { readPresenceCode, takeTicket } from '../store/site-day.ts'
import { saveVisit } from '../store/visit.ts'
import { tellVisit } from '../topics.ts'
import { lockForStep } from './attend.ts'
import { beginWait } from './clocks.ts'
import { noShowKind } from './mark-no-show.ts'

export const stepOutput = T.Object({
  visitId: idOf('visit'),
  status: words(visitStatuses, 'visitStatus'),
  ticket: T.String(),
  version: T.Integer(),
})
export const queueNetwork = 'a lane is shared by visits of several institutions'

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** She is here: by her visit at the desk, by the code of her phone, or by herself with the code that the wall shows today. */
export const checkInVisit = defineCommand({
  name: 'booking.check-in-visit',
  zh: '签到',
  en: 'Check in',
  permission: 'booking.visit.check-in',
  network: queueNetwork,
  input: T.Object({
    /** The id of the visit, or the code that her phone shows. */
    visit: T.String({ maxLength: 64 }),
    /** Absent: a code was read, and is checked in as it stands. */
    version: T.Optional(T.Integer({ minimum: 1 })),
    /** Of the wall; needed of who checks herself in. */
    presenceCode: T.Optional(T.String({ maxLength: 12 })),
    /** Named at the desk; absent: by her age. */
    priority: T.Optional(words(priorities, 'queuePriority')),
  }),
  output: stepOutput,
  refusals: [
    'platform.not-found',
    'booking.visit-moved-on',
    'booking.visit-code-unknown',
    'booking.step-not-now',
    'booking.check-in-not-today',
    'booking.presence-code-wrong',
  ],
  async run(work, { visit: asked, version, presenceCode, priority }) {
    const visitId = isId.test(asked) ? (asked as Id<'visit'>) : readVisitCode(asked)
    if (!visitId) return refuse('booking.visit-code-unknown')
    const locked = await lockForStep(work, visitId, version ?? null)
    if (!locked.ok) return visitId === asked ? locked : refuse('booking.visit-code-unknown')
    const { visit, place } = locked.value
    const allowed = allows('check-in', visit)
    if (!allowed.ok) return allowed
    const day = dateIn(place.zone, work.now)
    if (dateIn(place.zone, visit.startsAt) !== day)
      return refuse('booking.check-in-not-today', { startsAt: localText(place.zone, visit.startsAt) })
    const herself = work.actor.kind === 'patient'
    if (herself && presenceCode?.trim() !== (await readPresenceCode(work, place.siteId, day))) return refuse('booking.presence-code-wrong')
    const arrived: Visit = { ...visit, status: 'arrived', version: visit.version + 1 }
    await saveVisit(work, arrived)
    const ticket = await arrive(work, arrived, place, { priority: herself ? undefined : priority })
    const status = shownStatus(arrived.status, waitingFrom(work.now, arrived.startsAt), work.now)
    return ok({ visitId, status, ticket, version: arrived.version })
  },
})

type Arrival = { readonly priority: Priority | undefined; readonly walkIn?: true; readonly squeezeReason?: string | null }

/** Gives her a ticket and a place in the lane, and starts the clock of her wait; answers the ticket. */
export async function arrive(
  work: Work,
  visit: Visit,
  place: VisitPlace,
  { priority: named, walkIn = undefined, squeezeReason = null }: Arrival,
): Promise<string> {
  const day = dateIn(place.zone, work.now)
  const rules = queueRulesOn(day)
  const known = await findDemographics(work, visit.personId)
  const priority = named ?? priorityOf(known ? ageOn(known.birthDate, day) : null, rules)
  const waitingSince = waitingFrom(work.now, visit.startsAt)
  const attendance: Attendance = {
    visitId: visit.id,
    personId: visit.personId,
    institutionIds: visit.institutionIds,
    offeringId: place.offeringId,
    siteId: place.siteId,
    expertId: place.expertId,
    roomId: place.roomId,
    day,
    ticket: await takeTicket(work, place.siteId, day, walkIn === true),
    walkIn: walkIn === true,
    squeezeReason,
    priority,
    plannedMinutes: place.plannedMinutes,
    checkedInAt: work.now,
    waitingSince,
    queueAt: queueAtOf(waitingSince, priority, rules),
    calledAt: null,
    calls: 0,
    missed: 0,
    startedAt: null,
    endedAt: null,
  }
  await insertAttendance(work, attendance)
  await cancelDue(work, { kind: noShowKind, subject: visit.id })
  await beginWait(work, attendance, place)
  await tellVisit(work, visit.id)
  await work.publish(visitCheckedIn.of(visit.id, { visitId: visit.id }))
  return attendance.ticket
}
