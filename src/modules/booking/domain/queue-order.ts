import { type Instant, plus } from '../../../kernel/time.ts'
import type { Attendance } from './attendance.ts'
import type { Priority, QueueRules } from './queue-rules.ts'

type Place = Pick<Attendance, 'visitId' | 'waitingSince' | 'queueAt'>

/** From when on a wait counts: from her own time, or from when she came if that is later. */
export const waitingFrom = (checkedInAt: Instant, startsAt: Instant): Instant => (checkedInAt > startsAt ? checkedInAt : startsAt)

/**
 * The place in the lane: since when she waits, less the head start of her class. Waiting itself ages, so that nobody is overtaken by
 * who came later than the greatest head start.
 */
export const queueAtOf = (waitingSince: Instant, priority: Priority, { headStartMinutes }: QueueRules): Instant =>
  plus(waitingSince, { minutes: -headStartMinutes[priority] })

/** Those whose wait counts by their place, then those who came early by theirs; of equal places the earlier visit. */
export function inOrder<One extends Place>(lane: readonly One[], now: Instant): One[] {
  const keyOf = ({ waitingSince, queueAt, visitId }: One) => `${waitingSince > now ? 1 : 0}|${queueAt}|${visitId}`
  return lane.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** The place of who missed her call and comes back: right after the third who is ahead now, or after the last where fewer wait. */
export function placeOfReturn(waiting: readonly Place[], { returnPlaces }: QueueRules, now: Instant): Instant {
  const last = inOrder(
    waiting.filter(({ waitingSince }) => waitingSince <= now),
    now,
  )
    .slice(0, returnPlaces)
    .at(-1)
  return last ? plus(last.queueAt, { milliseconds: 1 }) : now
}
