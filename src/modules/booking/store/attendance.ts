import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'

/** STAND-IN until the queue is merged. */
export async function findAttendance({ db }: Work, visitId: Id<'visit'>) {
  const { rows } = await sql<{
    visitId: Id<'visit'>
    personId: Id<'person'>
    siteId: Id<'site'>
    hostId: Id<'institution'>
    networkId: Id<'network'>
    institutionIds: Id<'institution'>[]
    status: string
    startedAt: Instant | null
    plannedMinutes: number
    version: number
  }>`select id as visit_id, person_id, site_id, host_id, network_id, institution_ids, case when status = 'booked' then 'in-progress' else status end as status,
    case when status = 'booked' then starts_at end as started_at, 30 as planned_minutes, version from booking.visit where id = ${visitId}`.execute(
    db,
  )
  return rows[0]
}
