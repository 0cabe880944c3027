import { type Instant, type PlainDate, plus, spanOfDays } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { type Attendance, shownStatus } from '../domain/attendance.ts'
import { type Chances, expectedTime, serviceChances } from '../domain/expected-time.ts'
import { inOrder } from '../domain/queue-order.ts'
import { type Priority, type QueueRules, queueRulesOn } from '../domain/queue-rules.ts'
import type { VisitStatus } from '../domain/visit.ts'
import type { VisitPlace } from '../store/attendance.ts'
import { type BookedBefore, findBooked, findDurations, findLane, type InLane } from '../store/lane.ts'

/** How far back real durations are believed. */
const durationDays = 90
const nextShown = 3

type Served = { readonly offeringId: Attendance['offeringId']; readonly plannedMinutes: number }
type InLaneView = { readonly ticket: string; readonly status: VisitStatus; readonly mark: Priority; readonly mine: boolean }
export type Turn = {
  readonly place: number | null
  readonly expected: { readonly from: Instant; readonly until: Instant } | null
  readonly lane: InLaneView[]
}

/** The place of a visit of today, when its turn is expected, and who is served and comes next; `here` is null before the check-in. */
export async function findTurn(work: Work, place: VisitPlace, here: Attendance | null, today: PlainDate): Promise<Turn> {
  const span = spanOfDays(place.zone, today, today)
  const isToday = here ? here.day === today : place.startsAt >= span.from && place.startsAt < span.until
  const comes = place.status === 'booked' || place.status === 'arrived' || place.status === 'called'
  if (!isToday || !(comes || place.status === 'missed' || place.status === 'in-progress')) return { place: null, expected: null, lane: [] }
  const rules = queueRulesOn(today)
  const all = (await findLane(work, place.expertId, today)).filter(({ siteId }) => siteId === place.siteId)
  const lane = viewLane(all, place, work.now)
  if (!comes) return { place: null, expected: null, lane }
  const booked = await findBooked(work, place.expertId, plus(work.now, { minutes: -rules.noShowMinutes }), span.until)
  return { ...(await foresee(work, place, here, { all, booked, rules })), lane }
}

type Around = { readonly all: readonly InLane[]; readonly booked: readonly BookedBefore[]; readonly rules: QueueRules }

async function foresee(work: Work, { visitId, startsAt, status }: VisitPlace, here: Attendance | null, { all, booked, rules }: Around) {
  const others = all.filter((other) => other.visitId !== visitId)
  const inProgress = others.find((other) => other.status === 'in-progress')
  const called = status === 'called' ? [] : others.filter((other) => other.status === 'called')
  const own = { visitId, waitingSince: here?.waitingSince ?? startsAt, queueAt: here?.queueAt ?? startsAt }
  const line = inOrder([...others.filter((other) => other.status === 'arrived'), own], work.now)
  const waiting = status === 'called' ? [] : line.slice(0, line.indexOf(own)).flatMap((one) => ('status' in one ? [one] : []))
  const coming = status === 'called' ? [] : booked.filter((one) => one.visitId !== visitId && one.startsAt < own.queueAt)
  const durations = await findDurations(
    work,
    [...all, ...booked].map(({ offeringId }) => offeringId),
    plus(work.now, { days: -durationDays }),
  )
  const serviceOf = ({ offeringId, plannedMinutes }: Served): Chances => serviceChances(plannedMinutes, durations.get(offeringId) ?? [])
  const ahead = [
    ...called.map((one) => ({ at: one.queueAt, notBefore: work.now, service: serviceOf(one) })),
    ...[
      ...waiting.map((one) => ({ at: one.queueAt, notBefore: one.waitingSince, service: serviceOf(one) })),
      ...coming.map((one) => ({ at: one.startsAt, notBefore: one.startsAt, service: serviceOf(one) })),
    ].toSorted((a, b) => (a.at < b.at ? -1 : 1)),
  ]
  const running = inProgress?.startedAt ? { startedAt: inProgress.startedAt, service: serviceOf(inProgress) } : null
  const ownTime = here?.walkIn ? work.now : plus(startsAt, { minutes: -rules.earlyMinutes })
  return { place: ahead.length + (running ? 1 : 0), expected: expectedTime(running, ahead, ownTime, work.now) }
}

/** Who is in, who is called, the next few, and oneself wherever she stands. */
function viewLane(all: readonly InLane[], { visitId }: VisitPlace, now: Instant): InLaneView[] {
  const first = ['in-progress', 'called'].flatMap((status) => all.filter((one) => one.status === status))
  const waiting = inOrder(
    all.filter(({ status }) => status === 'arrived'),
    now,
  )
  const shown = [...first, ...waiting.filter((one, place) => place < nextShown || one.visitId === visitId)]
  return shown.map(({ ticket, status, waitingSince, priority, ...one }) => ({
    ticket,
    status: shownStatus(status, waitingSince, now),
    mark: priority,
    mine: one.visitId === visitId,
  }))
}
