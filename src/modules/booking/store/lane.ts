import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Attendance } from '../domain/attendance.ts'
import type { KeptStatus } from '../domain/visit.ts'
import type { BookingTables } from '../tables.ts'
import { attendanceColumns } from './attendance.ts'

const tables = ({ db }: Work) => db.withTables<BookingTables>()

export type InLane = Attendance & { readonly status: KeptStatus; readonly version: number }

/** Who is in the lane of an expert on a day, at all sites; who is in progress or called stays in it until that ends. */
export async function findLane(work: Work, expertId: Id<'resource'>, day: PlainDate): Promise<InLane[]> {
  const rows = await tables(work)
    .selectFrom('booking.attendance as a')
    .innerJoin('booking.visit as v', 'v.id', 'a.visitId')
    .select(attendanceColumns.map((column) => `a.${column}` as const))
    .select(['v.status', 'v.version'])
    .where('a.expertId', '=', expertId)
    .where('a.endedAt', 'is', null)
    .where(({ or, eb }) => or([eb('a.day', '=', day), eb('a.calledAt', 'is not', null), eb('a.startedAt', 'is not', null)]))
    .execute()
  return rows as unknown as InLane[]
}

/** How many real visits of an offering are looked at, the newest first. */
const latestDurations = 200

/** Minutes that visits of these offerings really took since a moment. */
export async function findDurations(
  work: Work,
  offeringIds: readonly Id<'offering'>[],
  since: Instant,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const { rows } = await sql<{ offeringId: string; minutes: number[] }>`
    select wanted.id as offering_id, array(
      select extract(epoch from a.ended_at - a.started_at)::float8 / 60 from booking.attendance a
      where a.offering_id = wanted.id and a.started_at is not null and a.ended_at >= ${since} order by a.ended_at desc limit ${latestDurations}) as minutes
    from unnest(${[...new Set(offeringIds)]}::uuid[]) as wanted (id)`.execute(work.db)
  return new Map(rows.map(({ offeringId, minutes }) => [offeringId, minutes]))
}

export type BookedBefore = {
  readonly visitId: Id<'visit'>
  readonly offeringId: Id<'offering'>
  readonly startsAt: Instant
  readonly plannedMinutes: number
}

/** Who is booked with an expert in a span and has not come yet. */
export async function findBooked(work: Work, expertId: Id<'resource'>, from: Instant, until: Instant): Promise<BookedBefore[]> {
  const { rows } = await sql<BookedBefore>`
    select v.id as visit_id, v.offering_id, v.starts_at, o.duration_minutes as planned_minutes
    from booking.hold h join booking.visit v on v.id = h.visit_id join booking.offering o on o.id = v.offering_id
    where h.resource_id = ${expertId} and h.active and v.status = 'booked' and v.starts_at >= ${from} and v.starts_at < ${until}
    order by v.starts_at`.execute(work.db)
  return rows
}
