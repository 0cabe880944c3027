import { sql } from 'kysely'
import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { Instant } from '../../../kernel/time.ts'
import { violates } from '../../../platform/database/index.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Title } from '../../network/index.ts'
import type { Attendance } from '../domain/attendance.ts'
import type { KeptStatus } from '../domain/visit.ts'
import type { BookingTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<BookingTables>()

export const attendanceColumns = [
  'visitId',
  'personId',
  'institutionIds',
  'offeringId',
  'siteId',
  'expertId',
  'roomId',
  'day',
  'ticket',
  'walkIn',
  'squeezeReason',
  'priority',
  'plannedMinutes',
  'checkedInAt',
  'waitingSince',
  'queueAt',
  'calledAt',
  'calls',
  'missed',
  'startedAt',
  'endedAt',
] as const

/** Whom a change of a visit concerns. */
export async function findParties(work: Work, visitId: Id<'visit'>) {
  const {
    rows: [row],
  } = await sql<{ siteId: Id<'site'>; personId: Id<'person'>; institutionIds: Id<'institution'>[]; expertIds: Id<'resource'>[] }>`
    select v.site_id, v.person_id, v.institution_ids,
      array(select h.resource_id from booking.hold h where h.visit_id = v.id and h.role = 'expert') as expert_ids
    from booking.visit v where v.id = ${visitId}`.execute(work.db)
  return present(row, 'the visit that is told of')
}

/** What of a visit its day needs: who serves her where, by what is promised or, once she is here, by her lane. */
export type VisitPlace = {
  readonly visitId: Id<'visit'>
  readonly personId: Id<'person'>
  readonly networkId: Id<'network'>
  readonly institutionIds: readonly Id<'institution'>[]
  readonly hostId: Id<'institution'>
  readonly siteId: Id<'site'>
  readonly siteOwnerId: Id<'institution'>
  readonly siteName: Name
  readonly zone: string
  readonly startsAt: Instant
  readonly status: KeptStatus
  readonly version: number
  readonly offeringId: Id<'offering'>
  readonly offeringName: Name
  readonly plannedMinutes: number
  readonly expertId: Id<'resource'>
  readonly expertName: Name
  readonly expertTitle: Title | null
  readonly roomId: Id<'resource'> | null
  readonly roomName: Name | null
}

export async function findVisitPlace(work: Work, visitId: Id<'visit'>): Promise<VisitPlace | undefined> {
  const named = (alias: string) => sql`jsonb_build_object('zh', ${sql.ref(`${alias}.name_zh`)}, 'en', ${sql.ref(`${alias}.name_en`)})`
  const { rows } = await sql<VisitPlace>`
    select v.id as visit_id, v.person_id, v.network_id, v.institution_ids, v.host_id, v.site_id, s.institution_id as site_owner_id,
      ${named('s')} as site_name, s.zone, v.starts_at, v.status, v.version, v.offering_id, ${named('o')} as offering_name,
      o.duration_minutes as planned_minutes, expert.id as expert_id, ${named('expert')} as expert_name, expert.title as expert_title,
      room.id as room_id, case when room.id is null then null else ${named('room')} end as room_name
    from booking.visit v
      join booking.offering o on o.id = v.offering_id
      join network.published_site s on s.id = v.site_id
      left join booking.attendance a on a.visit_id = v.id
      join booking.hold he on he.visit_id = v.id and he.role = 'expert'
      left join booking.hold hr on hr.visit_id = v.id and hr.role = 'room'
      join network.published_resource expert on expert.id = coalesce(a.expert_id, he.resource_id)
      left join network.published_resource room on room.id = coalesce(a.room_id, hr.resource_id)
    where v.id = ${visitId}`.execute(work.db)
  return rows[0]
}

export async function lockAttendance(work: Work, visitId: Id<'visit'>): Promise<Attendance | undefined> {
  const row = await tables(work)
    .selectFrom('booking.attendance')
    .select(attendanceColumns)
    .where('visitId', '=', visitId)
    .forUpdate()
    .executeTakeFirst()
  return row as Attendance | undefined
}

export async function readAttendance(work: Work, visitId: Id<'visit'>): Promise<Attendance | undefined> {
  const row = await tables(work)
    .selectFrom('booking.attendance')
    .select(attendanceColumns)
    .where('visitId', '=', visitId)
    .executeTakeFirst()
  return row as Attendance | undefined
}

export async function insertAttendance(work: Work, attendance: Attendance): Promise<void> {
  const { institutionIds, ...row } = attendance
  await tables(work)
    .insertInto('booking.attendance')
    .values({ ...row, institutionIds: [...institutionIds] })
    .execute()
}

/** Writes its new state; false: somebody is being seen in that room. */
export async function saveAttendance(work: Work, attendance: Attendance): Promise<boolean> {
  const { visitId, institutionIds, expertId, roomId, queueAt, waitingSince, calledAt, calls, missed, startedAt, endedAt } = attendance
  try {
    await tables(work)
      .updateTable('booking.attendance')
      .set({ institutionIds: [...institutionIds], expertId, roomId, queueAt, waitingSince, calledAt, calls, missed, startedAt, endedAt })
      .where('visitId', '=', visitId)
      .execute()
    return true
  } catch (error) {
    if (violates(error, 'one_in_the_room')) return false
    throw error
  }
}

/** What serves a visit. */
export async function findVisitResources(work: Work, visitId: Id<'visit'>) {
  return tables(work).selectFrom('booking.hold').select(['resourceId as id', 'role']).where('visitId', '=', visitId).execute()
}

/** Another expert or room serves the visit, which keeps its time; what is promised of the earlier one is free again. */
export async function replaceResource(
  work: Work,
  visitId: Id<'visit'>,
  { id, role, ownerId }: { readonly id: Id<'resource'>; readonly role: string; readonly ownerId: Id<'institution'> },
): Promise<void> {
  await tables(work)
    .updateTable('booking.hold')
    .set({ resourceId: id, ownerId, active: false })
    .where('visitId', '=', visitId)
    .where('role', '=', role)
    .where('resourceId', '!=', id)
    .execute()
}

export async function saveParties(
  work: Work,
  visitId: Id<'visit'>,
  { institutionIds, hostId }: { readonly institutionIds: readonly Id<'institution'>[]; readonly hostId: Id<'institution'> },
): Promise<void> {
  await tables(work)
    .updateTable('booking.visit')
    .set({ institutionIds: [...institutionIds], hostId })
    .where('id', '=', visitId)
    .execute()
}
