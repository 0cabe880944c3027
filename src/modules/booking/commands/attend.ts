import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { openPerson } from '../../../platform/grant/index.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { findOwnPractitioner } from '../../../platform/session/index.ts'
import type { Attendance, Attending } from '../domain/attendance.ts'
import { mayTouch, type Visit } from '../domain/visit.ts'
import { refuse } from '../refusals.ts'
import { findVisitPlace, lockAttendance, readAttendance, saveAttendance, type VisitPlace } from '../store/attendance.ts'
import { findLane, type InLane } from '../store/lane.ts'
import { lockCalendars } from '../store/rota.ts'
import { lockVisit, saveVisit } from '../store/visit.ts'
import { tellVisit } from '../topics.ts'
import { endWait } from './clocks.ts'

type Concerned = Pick<VisitPlace, 'personId' | 'institutionIds' | 'siteOwnerId' | 'expertId'>

/** Who runs a visit on its day: an institution with a part in it, the desk of the site, and the expert herself. */
export async function mayAttend(work: Work, place: Concerned): Promise<boolean> {
  const { actor } = work
  if (mayTouch(actor, place)) return true
  if (actor.kind === 'patient') return (await openPerson(work, place.personId)).ok
  if (actor.kind !== 'staff') return false
  return actor.institutionId === place.siteOwnerId || (await findOwnPractitioner(work)) === (place.expertId as string)
}

type Locked = { readonly visit: Visit; readonly place: VisitPlace }

/** The lane, then the visit, locked in this order; its newest state, if the actor runs it and has seen that state (null: any). */
export async function lockForStep(
  work: Work,
  visitId: Id<'visit'>,
  version: number | null,
  moreLanes: readonly Id<'resource'>[] = [],
): Promise<Result<Locked, 'platform.not-found' | 'booking.visit-moved-on'>> {
  const place = await findVisitPlace(work, visitId)
  if (!place || !(await mayAttend(work, place))) return refusePlatform('platform.not-found')
  await lockCalendars(work, [place.expertId, ...moreLanes])
  const visit = await lockVisit(work, visitId)
  if (!visit || (version !== null && visit.version !== version)) return refuse('booking.visit-moved-on')
  return ok({ visit, place })
}

export type Attended = Attending & { readonly place: VisitPlace; readonly lane: readonly InLane[] }

/** The same of somebody who is here, with all who are in her lane. */
export async function lockAttending(work: Work, visitId: Id<'visit'>, version: number, moreLanes: readonly Id<'resource'>[] = []) {
  const locked = await lockForStep(work, visitId, version, moreLanes)
  if (!locked.ok) return locked
  const attendance = await lockAttendance(work, visitId)
  if (!attendance) return refuse('booking.not-checked-in')
  const attended: Attended = { ...locked.value, attendance, lane: await findLane(work, attendance.expertId, attendance.day) }
  return ok(attended)
}

/** Writes the new state and tells who looks at it; false: somebody is being seen in that room. */
export async function saveAttending(work: Work, { visit, attendance }: Attending): Promise<boolean> {
  await saveVisit(work, visit)
  const saved = await saveAttendance(work, attendance)
  if (saved) await tellVisit(work, visit.id)
  return saved
}

/** Who leaves before she was seen is no longer here, and nothing is owed to her. */
export async function endAttendance(work: Work, visitId: Id<'visit'>): Promise<void> {
  const attendance: Attendance | undefined = await lockAttendance(work, visitId)
  if (!attendance) return
  await saveAttendance(work, { ...attendance, calledAt: null, endedAt: work.now })
  await endWait(work, visitId, 'withdrawn')
}

type AttendanceFacts = Pick<
  VisitPlace,
  'visitId' | 'personId' | 'siteId' | 'hostId' | 'networkId' | 'expertId' | 'institutionIds' | 'status' | 'version'
> &
  Pick<Attendance, 'startedAt'> & { readonly plannedMinutes: number | null }

/** What other rooms need of a visit on its day; `startedAt` is null until the doctor begins, `plannedMinutes` until she is checked in. The caller has a network scope, or its own rows. */
export async function findAttendance(work: Work, visitId: Id<'visit'>): Promise<AttendanceFacts | undefined> {
  const place = await findVisitPlace(work, visitId)
  if (!place) return undefined
  const { personId, siteId, hostId, networkId, expertId, institutionIds, status, version } = place
  const { startedAt = null, plannedMinutes = null } = (await readAttendance(work, visitId)) ?? {}
  return { visitId, personId, siteId, hostId, networkId, expertId, institutionIds, status, version, startedAt, plannedMinutes }
}
