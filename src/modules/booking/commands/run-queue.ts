import { Type as T } from 'typebox'
import { ok, type Result } from '../../../kernel/result.ts'
import { dateIn } from '../../../kernel/time.ts'
import { defineCommand, type EventType, type Work } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import * as life from '../domain/attendance.ts'
import { inOrder, placeOfReturn } from '../domain/queue-order.ts'
import { queueRulesOn } from '../domain/queue-rules.ts'
import { visitCalled, visitFinished, visitMissed, visitReturned, visitStarted } from '../events.ts'
import { refuse } from '../refusals.ts'
import { findSites } from '../store/calendar.ts'
import { findLane } from '../store/lane.ts'
import { lockCalendars } from '../store/rota.ts'
import { type Attended, lockAttending, saveAttending } from './attend.ts'
import { chargeVisit } from './charge-visit.ts'
import { queueNetwork, stepOutput } from './check-in-visit.ts'
import { beginConsultation, beginWait, endConsultation, endWait } from './clocks.ts'

const stepRefusals = [
  'platform.not-found',
  'booking.visit-moved-on',
  'booking.not-checked-in',
  'booking.step-not-now',
  'booking.another-is-called',
  'booking.another-is-in-progress',
  'booking.room-in-use',
  'booking.call-too-old',
] as const
type StepRefusal = (typeof stepRefusals)[number]
type Change = (attended: Attended, work: Work) => Result<life.Attending, StepRefusal>
type Effects = (work: Work, attendance: life.Attendance, attended: Attended) => Promise<void>

/** One step of a visit that is here: lock, decide, write, and what follows from it. */
function defineStep(step: life.Step, name: string, change: Change, event: Pick<EventType, 'name'> | null, effects?: Effects) {
  return defineCommand({
    name: `booking.${name}`,
    ...life.stepWords[step],
    permission: 'booking.queue.run',
    network: queueNetwork,
    input: T.Object({ visitId: idOf('visit'), version: T.Integer({ minimum: 1 }) }),
    output: stepOutput,
    refusals: [...stepRefusals],
    run: (work, { visitId, version }) => takeStep(work, { visitId, version }, change, event, effects),
  })
}

async function takeStep(
  work: Work,
  { visitId, version }: { visitId: life.Attendance['visitId']; version: number },
  change: Change,
  event: Pick<EventType, 'name'> | null,
  effects?: Effects,
) {
  const locked = await lockAttending(work, visitId, version)
  if (!locked.ok) return locked
  const changed = change(locked.value, work)
  if (!changed.ok) return changed
  const { visit, attendance } = changed.value
  if (!(await saveAttending(work, changed.value))) return refuse('booking.room-in-use', { room: locked.value.place.roomName ?? '' })
  await effects?.(work, attendance, locked.value)
  if (event) await work.publish({ event: event.name, subject: visitId, payload: { visitId } })
  return ok({
    visitId,
    status: life.shownStatus(visit.status, attendance.waitingSince, work.now),
    ticket: attendance.ticket,
    version: visit.version,
  })
}

const callHer: Change = (attended, { now }) => life.call(attended, attended.lane, now)

export const callVisit = defineStep('call', 'call-visit', callHer, visitCalled)
export const recallVisit = defineStep('recall', 'recall-visit', (attended, { now }) => life.recall(attended, now), visitCalled)
export const undoCall = defineStep('undo-call', 'undo-call', (attended, { now }) => life.undoCall(attended, now), null)

/** She did not come: until she is back nothing is owed to her. */
export const missVisit = defineStep('miss', 'miss-visit', life.miss, visitMissed, (work, { visitId }) =>
  endWait(work, visitId, 'withdrawn'),
)

/** She is back: three go before her, and her wait counts anew. */
export const returnVisit = defineStep(
  'return',
  'return-visit',
  (attended, { now }) => {
    const waiting = attended.lane.filter(({ status, day }) => status === 'arrived' && day === attended.attendance.day)
    return life.comeBack(attended, placeOfReturn(waiting, queueRulesOn(attended.attendance.day), now), now)
  },
  visitReturned,
  (work, attendance, { place }) => beginWait(work, attendance, place),
)

export const startVisit = defineStep(
  'start',
  'start-visit',
  (attended, { now }) => life.start(attended, attended.lane, now),
  visitStarted,
  async (work, attendance, { place }) => {
    await endWait(work, attendance.visitId, 'kept')
    await beginConsultation(work, attendance, place)
    await chargeVisit(work, attendance.visitId)
  },
)

export const finishVisit = defineStep(
  'finish',
  'finish-visit',
  (attended, { now }) => life.finish(attended, now),
  visitFinished,
  (work, { visitId }) => endConsultation(work, visitId),
)

/** Calls who is next in the lane of an expert at a site. */
export const callNext = defineCommand({
  name: 'booking.call-next',
  zh: '叫下一位',
  en: 'Call the next',
  permission: 'booking.queue.run',
  network: queueNetwork,
  input: T.Object({ expertId: idOf('resource'), siteId: idOf('site') }),
  output: stepOutput,
  refusals: [...stepRefusals, 'booking.nobody-waits', 'booking.site-unknown'],
  async run(work, { expertId, siteId }) {
    const site = (await findSites(work)).find(({ id }) => id === siteId)
    if (!site) return refuse('booking.site-unknown')
    await lockCalendars(work, [expertId])
    const today = dateIn(site.zone, work.now)
    const here = (await findLane(work, expertId, today)).filter(
      (one) => one.siteId === siteId && one.status === 'arrived' && one.day === today,
    )
    const [next] = inOrder(here, work.now)
    if (!next) return refuse('booking.nobody-waits')
    return takeStep(work, { visitId: next.visitId, version: next.version }, callHer, visitCalled)
  },
})
