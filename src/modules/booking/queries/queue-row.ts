import { Type as T } from 'typebox'
import { maskName } from '../../../kernel/masked-name.ts'
import { fillSentence } from '../../../kernel/refusal.ts'
import type { Name, Refused } from '../../../kernel/result.ts'
import { dateIn, type Instant, plus } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, words } from '../../../platform/operation/schema.ts'
import { findOpenCommitments, type OpenClock } from '../../commitments/index.ts'
import { ageOn } from '../../people/index.ts'
import { waitKind } from '../commands/clocks.ts'
import { nextStepOf, type Step, shownStatus, steps, whoIsCalled, whoIsInProgress } from '../domain/attendance.ts'
import { priorities, queueRulesOn } from '../domain/queue-rules.ts'
import { visitStatuses } from '../domain/visit.ts'
import { refusals } from '../refusals.ts'
import type { QueueRow } from '../store/queue.ts'

/** One visit on its day, as desks and clinicians see it. */
export const queueRowView = T.Object({
  visitId: idOf('visit'),
  version: T.Integer(),
  /** Null: this institution has no reason to see her. */
  personId: nullable(idOf('person')),
  /** As on the institution's own card, else masked. */
  personName: T.String(),
  ageYears: nullable(T.Integer()),
  priority: words(priorities, 'queuePriority'),
  ticket: nullable(T.String()),
  walkIn: T.Boolean(),
  squeezeReason: nullable(T.String()),
  offering: bilingual,
  offeringId: idOf('offering'),
  site: T.Object({ id: idOf('site'), name: bilingual, zone: T.String() }),
  expertId: idOf('resource'),
  room: nullable(T.Object({ id: idOf('resource'), name: bilingual })),
  startsAt: instant,
  plannedMinutes: T.Integer(),
  status: words(visitStatuses, 'visitStatus'),
  waitingSince: nullable(instant),
  /** The target of the wait's clock. */
  waitingUntil: nullable(instant),
  pauseReason: nullable(T.String()),
  calledAt: nullable(instant),
  calls: T.Integer(),
  startedAt: nullable(instant),
  endedAt: nullable(instant),
  /** The one thing to do next, and why it cannot be done now. */
  next: nullable(T.Object({ step: words(steps, 'queueStep'), obstacle: nullable(bilingual) })),
})
export type QueueRowView = T.Static<typeof queueRowView>

/** A refusal as a sentence, before anybody has pressed anything. */
export const sentenceOf = ({ refusal: { code, details } }: Refused<keyof typeof refusals>): Name => ({
  zh: fillSentence(refusals[code].zh, details, 'zh'),
  en: fillSentence(refusals[code].en, details, 'en'),
})

export const clocksOf = async (work: Work, rows: readonly Pick<QueueRow, 'visitId'>[]): Promise<ReadonlyMap<string, OpenClock>> => {
  const clocks = await findOpenCommitments(
    work,
    waitKind,
    rows.map(({ visitId }) => visitId),
  )
  return new Map(clocks.map((clock) => [clock.subjectId, clock]))
}

/** Until when she should be with the doctor; null: she does not wait. */
export function waitingUntilOf(
  { status, waitingSince, zone }: Pick<QueueRow, 'status' | 'waitingSince' | 'zone'>,
  clock: OpenClock | undefined,
): Instant | null {
  if (waitingSince === null || !(status === 'arrived' || status === 'called')) return null
  return clock?.dueAt ?? plus(waitingSince, { minutes: queueRulesOn(dateIn(zone, waitingSince)).waitMinutes })
}

function obstacleOf(step: Step, { visitId, expertId }: QueueRow, all: readonly QueueRow[]): Name | null {
  const lane = all.flatMap((row) => (row.expertId === expertId && row.ticket !== null ? [{ ...row, ticket: row.ticket }] : []))
  const refused = step === 'call' ? whoIsCalled(lane, visitId) : step === 'start' ? whoIsInProgress(lane, visitId) : null
  return refused && sentenceOf(refused)
}

/** The view of a row among all who are in the same lanes. */
export function viewOf(row: QueueRow, all: readonly QueueRow[], clock: OpenClock | undefined, now: Instant): QueueRowView {
  const { visitId, version, ticket, walkIn, squeezeReason, priority, offeringId, expertId, startsAt, plannedMinutes } = row
  const { waitingSince, calledAt, calls, startedAt, endedAt } = row
  const status = shownStatus(row.status, waitingSince, now)
  const step = nextStepOf[status]
  return {
    visitId,
    version,
    personId: row.cardName === null ? null : row.personId,
    personName: row.cardName ?? maskName(row.anyName ?? ''),
    ageYears: row.birthDate && ageOn(row.birthDate, dateIn(row.zone, now)),
    priority,
    ticket,
    walkIn,
    squeezeReason,
    offering: row.offeringName,
    offeringId,
    site: { id: row.siteId, name: row.siteName, zone: row.zone },
    expertId,
    room: row.roomId && row.roomName ? { id: row.roomId, name: row.roomName } : null,
    startsAt,
    plannedMinutes,
    status,
    waitingSince,
    waitingUntil: waitingUntilOf(row, clock),
    pauseReason: clock?.pauseReason ?? null,
    calledAt,
    calls,
    startedAt,
    endedAt,
    next: step && { step, obstacle: obstacleOf(step, row, all) },
  }
}
