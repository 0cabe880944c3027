import { type Instant, plus } from '../../../../kernel/time.ts'
import { momentOf } from './moment.ts'
import type { Resource } from './resource.ts'
import type { Shape } from './shape.ts'

/** As after a visit that was booked here; the terms of use say so. */
const visibleDaysAfter = 90

/** Until when an encounter is a reason to see the person; null: it is none, or no longer. */
export function visibleUntil(resource: Resource, zone: string, now: Instant): Instant | null {
  const { status, period } = resource as Resource & Shape<'Encounter'>
  if (!['arrived', 'triaged', 'in-progress', 'onleave', 'finished'].includes(status) || !period) return null
  const lasts = status !== 'finished'
  const last = period.end ?? (lasts ? undefined : period.start)
  const until = plus(last === undefined ? now : momentOf(last, zone), { days: visibleDaysAfter })
  return until > now ? until : null
}
