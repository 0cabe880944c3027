import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { plus } from '../../../kernel/time.ts'
import { scheduleDue } from '../../../platform/due/index.ts'
import { openPerson } from '../../../platform/grant/index.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf, instant, nullable, words } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { closeCommitment, postponeCommitment } from '../../commitments/index.ts'
import { hidePerson, showPerson } from '../../people/index.ts'
import { cancel, confirm, mayTouch, prolong, type Visit, visibleDaysAfter, visitStatuses } from '../domain/visit.ts'
import { visitBooked, visitCancelled } from '../events.ts'
import { refuse } from '../refusals.ts'
import { lockVisit, saveVisit } from '../store/visit.ts'
import { tellVisit } from '../topics.ts'
import { endAttendance } from './attend.ts'
import { giveBackIfOver, holdToConfirm } from './hold-visit.ts'
import { noShowAt, noShowKind } from './mark-no-show.ts'

const input = T.Object({ visitId: idOf('visit'), version: T.Integer({ minimum: 1 }) })
const output = T.Object({
  visitId: idOf('visit'),
  status: words(visitStatuses, 'visitStatus'),
  heldUntil: nullable(instant),
  version: T.Integer(),
})
const answerOf = ({ id, status, heldUntil, version }: Visit) => ok({ visitId: id, status, heldUntil, version })
const network = 'a visit belongs to the owners of all its resources'

/** The visit, locked, if the actor may act on it and has seen its newest state. */
async function lockAt(
  work: Work,
  visitId: Id<'visit'>,
  version: number,
): Promise<Result<Visit, 'platform.not-found' | 'booking.visit-moved-on'>> {
  const visit = await lockVisit(work, visitId)
  if (!visit || !(mayTouch(work.actor, visit) || (await actsForPatient(work, visit)))) return refusePlatform('platform.not-found')
  return visit.version === version ? ok(visit) : refuse('booking.visit-moved-on')
}

/** A patient acts on the visit of a family member through the proxy. */
const actsForPatient = async (work: Work, { personId }: Visit): Promise<boolean> =>
  work.actor.kind === 'patient' && (await openPerson(work, personId)).ok

/** The yes: the hold becomes a promise, and the institutions that keep it may see the person. */
export const confirmVisit = defineCommand({
  name: 'booking.confirm-visit',
  zh: '确认预约',
  en: 'Confirm a visit',
  permission: 'booking.visit.book',
  network,
  input,
  output,
  refusals: ['platform.not-found', 'booking.visit-moved-on', 'booking.hold-expired'],
  async run(work, { visitId, version }) {
    const found = await lockAt(work, visitId, version)
    if (!found.ok) return found
    const confirmed = confirm(found.value, work.now)
    if (!confirmed.ok) return confirmed
    const visit = confirmed.value
    await saveVisit(work, visit)
    await closeCommitment(work, holdToConfirm, visitId, 'kept')
    await showPerson(work, {
      personId: visit.personId,
      institutionIds: visit.institutionIds,
      reason: 'visit',
      subjectId: visitId,
      until: plus(visit.endsAt, { days: visibleDaysAfter }),
    })
    await scheduleDue(work, { at: noShowAt(visit), kind: noShowKind, subject: visitId })
    await tellVisit(work, visitId)
    await work.publish(visitBooked.of(visitId, { visitId }))
    return answerOf(visit)
  },
})

export const prolongHold = defineCommand({
  name: 'booking.prolong-hold',
  zh: '延长锁号',
  en: 'Prolong a hold',
  permission: 'booking.visit.book',
  network,
  input,
  output,
  refusals: ['platform.not-found', 'booking.visit-moved-on', 'booking.hold-expired', 'booking.already-prolonged'],
  async run(work, { visitId, version }) {
    const found = await lockAt(work, visitId, version)
    if (!found.ok) return found
    const prolonged = prolong(found.value, work.now)
    if (!prolonged.ok) return prolonged
    await saveVisit(work, prolonged.value)
    await tellVisit(work, visitId)
    if (prolonged.value.heldUntil) await postponeCommitment(work, holdToConfirm, visitId, prolonged.value.heldUntil)
    return answerOf(prolonged.value)
  },
})

/** Gives back a hold or cancels a booked visit: its resources are free, and the reason to see the person is gone. */
export const cancelVisit = defineCommand({
  name: 'booking.cancel-visit',
  zh: '取消预约',
  en: 'Cancel a visit',
  permission: 'booking.visit.book',
  network,
  input,
  output,
  refusals: ['platform.not-found', 'booking.visit-moved-on', 'booking.visit-ended'],
  async run(work, { visitId, version }) {
    const found = await lockAt(work, visitId, version)
    if (!found.ok) return found
    const cancelled = cancel(found.value, work.now)
    if (!cancelled.ok) return cancelled
    await saveVisit(work, cancelled.value)
    await closeCommitment(work, holdToConfirm, visitId, 'withdrawn')
    await endAttendance(work, visitId)
    await tellVisit(work, visitId)
    await hidePerson(work, 'visit', visitId)
    await work.publish(visitCancelled.of(visitId, { visitId, because: cancelled.value.endedBecause ?? '' }))
    return answerOf(cancelled.value)
  },
})

/** The worker's: gives back a hold that nobody confirmed in time. */
export const expireHold = defineCommand({
  name: 'booking.expire-hold',
  zh: '锁号到期释放',
  en: 'Give back an expired hold',
  permission: 'booking.hold.expire',
  network,
  input: T.Object({ visitId: idOf('visit') }),
  output: T.Object({ expired: T.Boolean() }),
  refusals: [],
  async run(work, { visitId }) {
    const visit = await lockVisit(work, visitId)
    return ok({ expired: visit !== undefined && (await giveBackIfOver(work, visit)) })
  },
})
