import { sql } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import { defaultZone, type Instant, instantAt, type PlainDate, plusDays } from '../../kernel/time.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import { look } from './look.ts'

/** A visit of the day that is not over, as far as somebody may do something about it. */
export type Row = {
  readonly siteId: Id<'site'>
  readonly institutionId: Id<'institution'>
  readonly visitId: Id<'visit'>
  readonly version: number
  readonly status: 'booked' | 'arrived' | 'called' | 'missed' | 'in-progress'
  readonly offering: string
  readonly startsAt: Instant
  readonly plannedMinutes: number
  readonly expertId: Id<'resource'>
  readonly waitingSince: Instant | null
  readonly calledAt: Instant | null
  readonly startedAt: Instant | null
}
/** Visits of a day that are not over, of one site or of all; who has an account is left alone, because somebody plays her. */
export const readRows = (runtime: Runtime, day: PlainDate, siteId: Id<'site'> | null): Promise<readonly Row[]> =>
  look(
    runtime,
    sql<Row>`
      select v.site_id, s.institution_id, v.id as visit_id, v.version, v.status, o.name_zh as offering, v.starts_at,
        coalesce(a.planned_minutes, o.duration_minutes) as planned_minutes, coalesce(a.expert_id, h.resource_id) as expert_id,
        a.waiting_since, a.called_at, a.started_at
      from booking.visit v join booking.offering o on o.id = v.offering_id join network.published_site s on s.id = v.site_id
        join booking.hold h on h.visit_id = v.id and h.role = 'expert' left join booking.attendance a on a.visit_id = v.id
      where v.starts_at >= ${instantAt(defaultZone, day, '00:00')} and v.starts_at < ${instantAt(defaultZone, plusDays(day, 1), '00:00')}
        and (${siteId}::uuid is null or v.site_id = ${siteId}::uuid) and v.status in ('booked', 'arrived', 'called', 'missed', 'in-progress')
        and not exists (select from platform.account p where p.person_id = v.person_id)
      order by v.starts_at, v.id`,
  )
