import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { type Instant, type PlainDate, plus } from '../../../kernel/time.ts'
import { refuse } from '../refusals.ts'
import { type Priority, queueRulesOn } from './queue-rules.ts'
import { type KeptStatus, type Visit, type VisitStatus, visitStatusWords } from './visit.ts'

/** Who is here for a visit: from her check-in to the end. The expert is the lane in which she waits. */
export type Attendance = {
  readonly visitId: Id<'visit'>
  readonly personId: Id<'person'>
  readonly institutionIds: readonly Id<'institution'>[]
  readonly offeringId: Id<'offering'>
  readonly siteId: Id<'site'>
  readonly expertId: Id<'resource'>
  readonly roomId: Id<'resource'> | null
  readonly day: PlainDate
  readonly ticket: string
  readonly walkIn: boolean
  readonly squeezeReason: string | null
  readonly priority: Priority
  readonly plannedMinutes: number
  readonly checkedInAt: Instant
  /** From when on her wait counts: who comes early waits from her own time on. */
  readonly waitingSince: Instant
  /** Her place in the lane. */
  readonly queueAt: Instant
  /** Null: she is not called now. */
  readonly calledAt: Instant | null
  readonly calls: number
  readonly missed: number
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
}

/** A visit whose person is here. */
export type Attending = { readonly visit: Visit; readonly attendance: Attendance }

/** What can be done with a visit on its day; the status decides, one of them is the next. */
export const stepWords = {
  'check-in': { zh: '签到', en: 'check in' },
  call: { zh: '叫号', en: 'call' },
  recall: { zh: '重呼', en: 'call again' },
  'undo-call': { zh: '撤回叫号', en: 'take back the call' },
  miss: { zh: '过号', en: 'mark as missed' },
  return: { zh: '回到队列', en: 'back in line' },
  start: { zh: '开始就诊', en: 'start' },
  finish: { zh: '结束就诊', en: 'finish' },
  reassign: { zh: '改诊室或医生', en: 'move' },
} as const
export type Step = keyof typeof stepWords
export const steps = Object.keys(stepWords) as [Step, ...Step[]]

const leadsFrom: Readonly<Record<Step, readonly KeptStatus[]>> = {
  'check-in': ['booked'],
  call: ['arrived'],
  recall: ['called'],
  'undo-call': ['called'],
  miss: ['called'],
  return: ['missed'],
  start: ['called'],
  finish: ['in-progress'],
  reassign: ['arrived', 'called', 'missed'],
}

/** The one thing to do next; null: nothing is left, or the person has to say yes first. */
export const nextStepOf: Readonly<Record<VisitStatus, Step | null>> = {
  held: null,
  booked: 'check-in',
  arrived: 'call',
  waiting: 'call',
  called: 'start',
  missed: 'return',
  'in-progress': 'finish',
  completed: null,
  cancelled: null,
  'no-show': null,
}

/** What is shown: who came early has arrived, and waits from her own time on. */
export const shownStatus = (status: KeptStatus, waitingSince: Instant | null, now: Instant): VisitStatus =>
  status === 'arrived' && waitingSince !== null && waitingSince <= now ? 'waiting' : status

const refuseStep = (step: Step, status: KeptStatus) =>
  refuse('booking.step-not-now', { step: stepWords[step], status: visitStatusWords[status] })

/** Whether this step leads from where the visit stands. */
export const allows = (step: Step, { status }: Pick<Visit, 'status'>) =>
  leadsFrom[step].includes(status) ? ok(null) : refuseStep(step, status)

function moved({ visit, attendance }: Attending, status: KeptStatus, change: Partial<Attendance>) {
  return ok<Attending>({ visit: { ...visit, status, version: visit.version + 1 }, attendance: { ...attendance, ...change } })
}

type Other = Pick<Attendance, 'visitId' | 'ticket' | 'calledAt' | 'startedAt' | 'endedAt'>

const isCalled = ({ calledAt, startedAt, endedAt }: Other): boolean => calledAt !== null && startedAt === null && endedAt === null
const isInProgress = ({ startedAt, endedAt }: Other): boolean => startedAt !== null && endedAt === null

/** Why nobody else of a lane can be called now; null: somebody can. */
export function whoIsCalled(lane: readonly Other[], visitId: Id<'visit'>) {
  const called = lane.find((other) => other.visitId !== visitId && isCalled(other))
  return called ? refuse('booking.another-is-called', { ticket: called.ticket }) : null
}

/** Why nobody else of a lane can begin now; null: somebody can. */
export function whoIsInProgress(lane: readonly Other[], visitId: Id<'visit'>) {
  const busy = lane.find((other) => other.visitId !== visitId && isInProgress(other))
  return busy ? refuse('booking.another-is-in-progress', { ticket: busy.ticket }) : null
}

/** Calls a person to her room; an expert calls one at a time. */
export function call(attending: Attending, lane: readonly Attendance[], now: Instant) {
  const allowed = allows('call', attending.visit)
  if (!allowed.ok) return allowed
  return whoIsCalled(lane, attending.visit.id) ?? moved(attending, 'called', { calledAt: now, calls: 1 })
}

export function recall(attending: Attending, now: Instant) {
  const allowed = allows('recall', attending.visit)
  return allowed.ok ? moved(attending, 'called', { calledAt: now, calls: attending.attendance.calls + 1 }) : allowed
}

/** Takes a call back while it is fresh: she waits on, at her place. */
export function undoCall(attending: Attending, now: Instant) {
  const allowed = allows('undo-call', attending.visit)
  if (!allowed.ok) return allowed
  const { calledAt, day } = attending.attendance
  const { undoMinutes } = queueRulesOn(day)
  if (calledAt === null || now > plus(calledAt, { minutes: undoMinutes })) return refuse('booking.call-too-old', { minutes: undoMinutes })
  return moved(attending, 'arrived', { calledAt: null, calls: 0 })
}

/** She was called and did not come. */
export function miss(attending: Attending) {
  const allowed = allows('miss', attending.visit)
  return allowed.ok ? moved(attending, 'missed', { calledAt: null, missed: attending.attendance.missed + 1 }) : allowed
}

/** She is back, at a place in the lane that `placeOfReturn` has found. */
export function comeBack(attending: Attending, queueAt: Instant, now: Instant) {
  const allowed = allows('return', attending.visit)
  return allowed.ok ? moved(attending, 'arrived', { queueAt, waitingSince: now, calls: 0 }) : allowed
}

/** The doctor begins; one patient at a time. */
export function start(attending: Attending, lane: readonly Attendance[], now: Instant) {
  const allowed = allows('start', attending.visit)
  if (!allowed.ok) return allowed
  return whoIsInProgress(lane, attending.visit.id) ?? moved(attending, 'in-progress', { startedAt: now })
}

export function finish(attending: Attending, now: Instant) {
  const allowed = allows('finish', attending.visit)
  return allowed.ok ? moved(attending, 'completed', { endedAt: now }) : allowed
}

/** Another expert or room; she keeps her place by time, and a call is taken back. */
export function reassign(attending: Attending, to: Pick<Attendance, 'expertId' | 'roomId'>) {
  const allowed = allows('reassign', attending.visit)
  if (!allowed.ok) return allowed
  return moved(attending, attending.visit.status === 'missed' ? 'missed' : 'arrived', { ...to, calledAt: null, calls: 0 })
}

/** Nobody came until the end of grace; null: she is here, or it was cancelled or moved. */
export function noShow(visit: Visit, day: PlainDate, now: Instant): Visit | null {
  if (visit.status !== 'booked' || now < plus(visit.startsAt, { minutes: queueRulesOn(day).noShowMinutes })) return null
  return { ...visit, status: 'no-show', version: visit.version + 1 }
}
