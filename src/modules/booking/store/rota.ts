import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Instant, PlainDate, Span } from '../../../kernel/time.ts'
import { violates } from '../../../platform/database/index.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Located } from '../domain/resource.ts'
import type { RotaLine } from '../domain/rota.ts'
import { refuse } from '../refusals.ts'
import type { BookingTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<BookingTables>()

const versionOf = (rows: readonly { version: number }[]): number => rows.reduce((sum, { version }) => sum + version, 0)

/** Grows with every change of a rota or leave of these resources. */
export async function readRotaVersion(work: Work, ids: readonly Id<'resource'>[]): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from booking.calendar where resource_id = any (${ids}::uuid[])`.execute(
    work.db,
  )
  return versionOf(rows)
}

/** Locks in one fixed order, so that rivals wait for each other instead of deadlocking; answers the rota version. */
export async function lockCalendars(work: Work, ids: readonly Id<'resource'>[]): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select version from booking.calendar where resource_id = any (${ids}::uuid[]) order by resource_id for no key update`.execute(work.db)
  return versionOf(rows)
}

/** Opens a calendar where there is none, locks it, and notes that its rota or leave changes. */
export async function changeCalendar(work: Work, resourceId: Id<'resource'>, ownerId: Id<'institution'>): Promise<void> {
  await sql`insert into booking.calendar (resource_id, owner_id) values (${resourceId}, ${ownerId})
    on conflict (resource_id) do update set version = booking.calendar.version + 1`.execute(work.db)
}

/** Visits that a resource is promised to, from a moment on. */
export async function findPromised(
  work: Work,
  resourceId: Id<'resource'>,
  { from, until }: { from: Instant; until: Instant | null },
): Promise<Located[]> {
  const { rows } = await sql<Located>`
    select v.site_id, v.starts_at as "from", v.ends_at as "until" from booking.hold h join booking.visit v on v.id = h.visit_id
    where h.active and h.resource_id = ${resourceId} and (h.held_until is null or h.held_until > ${work.now})
      and h.ends_at > ${from} and (${until}::timestamptz is null or h.starts_at < ${until}::timestamptz) order by v.starts_at`.execute(
    work.db,
  )
  return rows
}

/** From a day on these lines are the rota, until the next one that is planned already begins. */
export async function replaceRota(work: Work, resourceId: Id<'resource'>, validFrom: PlainDate, lines: readonly RotaLine[]): Promise<void> {
  await sql`update booking.opening set valid_until = ${validFrom}::date - 1
    where resource_id = ${resourceId} and valid_from < ${validFrom}::date and (valid_until is null or valid_until >= ${validFrom}::date)`.execute(
    work.db,
  )
  await sql`delete from booking.opening where resource_id = ${resourceId} and valid_from = ${validFrom}::date`.execute(work.db)
  if (lines.length === 0) return
  const ids = lines.map(() => work.newId<'opening'>())
  await sql`insert into booking.opening (id, resource_id, site_id, weekday, opens, closes, valid_from, valid_until)
    select line.id, ${resourceId}, line.site_id, line.weekday, line.opens, line.closes, ${validFrom}::date,
      (select min(later.valid_from) - 1 from booking.opening later where later.resource_id = ${resourceId} and later.valid_from > ${validFrom}::date)
    from unnest(${ids}::uuid[], ${lines.map(({ siteId }) => siteId)}::uuid[], ${lines.map(({ weekday }) => weekday)}::int[],
      ${lines.map(({ opens }) => opens)}::time[], ${lines.map(({ closes }) => closes)}::time[]) line (id, site_id, weekday, opens, closes)`.execute(
    work.db,
  )
}

export type PlannedLine = RotaLine & { readonly validFrom: PlainDate; readonly validUntil: PlainDate | null }

/** Lines of a resource that are in force on a day or later. */
export async function listRota(work: Work, resourceId: Id<'resource'>, date: PlainDate): Promise<PlannedLine[]> {
  const { rows } = await sql<PlannedLine>`
    select site_id, weekday, to_char(opens, 'HH24:MI') as opens, to_char(closes, 'HH24:MI') as closes, valid_from, valid_until from booking.opening
    where resource_id = ${resourceId} and (valid_until is null or valid_until >= ${date}::date) order by valid_from, weekday, opens, site_id`.execute(
    work.db,
  )
  return rows
}

export type Leave = Span & { readonly id: Id<'leave'>; readonly reasonZh: string; readonly reasonEn: string }

export async function insertLeave(
  work: Work,
  resourceId: Id<'resource'>,
  { from, until, ...leave }: Leave,
): Promise<Result<null, 'booking.leave-overlaps'>> {
  try {
    await tables(work)
      .insertInto('booking.leave')
      .values({ ...leave, resourceId, startsAt: from, endsAt: until })
      .execute()
    return ok(null)
  } catch (error) {
    if (violates(error, 'one_leave_at_a_time')) return refuse('booking.leave-overlaps')
    throw error
  }
}

export async function lockLeave(work: Work, id: Id<'leave'>): Promise<{ resourceId: Id<'resource'> } | undefined> {
  const row = await tables(work)
    .selectFrom('booking.leave')
    .select('resourceId')
    .where('id', '=', id)
    .where('active', '=', true)
    .forUpdate()
    .executeTakeFirst()
  return row as { resourceId: Id<'resource'> } | undefined
}

export async function withdrawLeaveRow(work: Work, id: Id<'leave'>): Promise<void> {
  await tables(work).updateTable('booking.leave').set({ active: false }).where('id', '=', id).execute()
}

/** Leave of a resource that has not ended at a moment. */
export async function listLeave(work: Work, resourceId: Id<'resource'>, from: Instant): Promise<Leave[]> {
  const { rows } = await sql<Leave>`select id, starts_at as "from", ends_at as "until", reason_zh, reason_en from booking.leave
    where active and resource_id = ${resourceId} and ends_at > ${from} order by starts_at`.execute(work.db)
  return rows
}
