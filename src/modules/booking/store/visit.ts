import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { type Instant, plus, type Span } from '../../../kernel/time.ts'
import { violates } from '../../../platform/database/index.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { EndReason, Plan, Visit, VisitStatus } from '../domain/visit.ts'
import { refuse } from '../refusals.ts'
import type { BookingTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<BookingTables>()
const columns = [
  'id',
  'personId',
  'institutionIds',
  'startsAt',
  'endsAt',
  'status',
  'heldUntil',
  'prolonged',
  'endedBecause',
  'version',
] as const

/** Locks in one fixed order, so that rivals wait for each other instead of deadlocking. */
export async function lockCalendars(work: Work, ids: readonly Id<'resource'>[]): Promise<void> {
  await sql`select from booking.calendar where resource_id = any (${ids}::uuid[]) order by resource_id for no key update`.execute(work.db)
}

const longestMinutes = 480

/** What is in the way of a span once the calendars are locked: whether it is taken, and visits whose hold is over but not yet given back. */
export async function findHoldsInTheWay(
  work: Work,
  resourceIds: readonly Id<'resource'>[],
  { from, until }: Span,
): Promise<{ taken: boolean; over: Id<'visit'>[] }> {
  const earliest = plus(from, { minutes: -longestMinutes }) // no hold is longer: keeps the look-up to a stretch of the index
  const { rows } = await sql<{ visitId: Id<'visit'>; over: boolean }>`
    select visit_id, coalesce(held_until <= ${work.now}, false) as over from booking.hold
    where active and resource_id = any (${resourceIds}::uuid[])
      and (held_until <= ${work.now} or starts_at < ${until} and starts_at > ${earliest} and ends_at > ${from})`.execute(work.db)
  return { taken: rows.some(({ over }) => !over), over: [...new Set(rows.filter(({ over }) => over).map(({ visitId }) => visitId))] }
}

export async function lockVisits(work: Work, ids: readonly Id<'visit'>[]): Promise<Visit[]> {
  const rows = await tables(work)
    .selectFrom('booking.visit')
    .select(columns)
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows as unknown as Visit[]
}

export async function lockVisit(work: Work, id: Id<'visit'>): Promise<Visit | undefined> {
  return (await tables(work).selectFrom('booking.visit').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()) as unknown as
    | Visit
    | undefined
}

export type NewVisit = {
  readonly id: Id<'visit'>
  readonly networkId: Id<'network'>
  readonly personId: Id<'person'>
  readonly offeringId: Id<'offering'>
  readonly institutionIds: readonly Id<'institution'>[]
  readonly heldUntil: Instant
}

/** Writes the visit and all its holds, or answers who was faster. */
export async function insertVisit(
  work: Work,
  visit: NewVisit,
  { from, until, siteId, resources, priceFen }: Plan,
): Promise<Result<null, 'booking.resource-taken' | 'booking.person-busy'>> {
  const span = { startsAt: from, endsAt: until }
  const holds = resources.map(({ id, role, ownerId }) => ({
    visitId: visit.id,
    resourceId: id,
    role,
    ownerId,
    heldUntil: visit.heldUntil,
    ...span,
  }))
  try {
    await tables(work)
      .insertInto('booking.visit')
      .values({
        ...visit,
        ...span,
        siteId,
        institutionIds: [...visit.institutionIds],
        status: 'held',
        priceFen,
        endedBecause: null,
        madeAt: work.now,
      })
      .execute()
    await tables(work).insertInto('booking.hold').values(holds).execute()
    return ok(null)
  } catch (error) {
    if (violates(error, 'hold_is_exclusive')) return refuse('booking.resource-taken')
    if (violates(error, 'person_is_at_one_place')) return refuse('booking.person-busy')
    throw error
  }
}

/** Writes the visit's new state; a cancelled one gives its resources back. */
export async function saveVisit(work: Work, { id, status, heldUntil, prolonged, endedBecause, version }: Visit): Promise<void> {
  await tables(work)
    .updateTable('booking.visit')
    .set({ status, heldUntil, prolonged, endedBecause, version })
    .where('id', '=', id)
    .execute()
  await tables(work)
    .updateTable('booking.hold')
    .set({ active: status !== 'cancelled', heldUntil })
    .where('visitId', '=', id)
    .execute()
}

export type VisitRow = {
  readonly id: Id<'visit'>
  readonly personId: Id<'person'>
  readonly personName: string | null
  readonly status: VisitStatus
  readonly offeringZh: string
  readonly offeringEn: string
  readonly siteZh: string
  readonly siteEn: string
  readonly zone: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly priceFen: bigint
  readonly heldUntil: Instant | null
  readonly prolonged: boolean
  readonly endedBecause: EndReason | null
  readonly version: number
  readonly resources: { role: string; title: string | null; nameZh: string; nameEn: string; ownerZh: string; ownerEn: string }[]
}

const visitSelect = ({ actor, now }: Work) => sql`
  select v.id, v.person_id, card.name as person_name, v.status, o.name_zh as offering_zh, o.name_en as offering_en, s.name_zh as site_zh, s.name_en as site_en, s.zone,
    v.starts_at, v.ends_at, v.price_fen, v.held_until, v.prolonged, v.ended_because, v.version,
    (select jsonb_agg(jsonb_build_object('role', h.role, 'title', r.title, 'nameZh', r.name_zh, 'nameEn', r.name_en, 'ownerZh', i.name_zh, 'ownerEn', i.name_en) order by h.role <> 'expert', h.role desc)
      from booking.hold h join network.published_resource r on r.id = h.resource_id join network.published_institution i on i.id = h.owner_id where h.visit_id = v.id) as resources
  from booking.visit v
  join booking.offering o on o.id = v.offering_id
  join network.published_site s on s.id = v.site_id
  left join people.published_card card on card.institution_id = ${actor.institutionId} and card.person_id = v.person_id and card.visible_until > ${now}`

export async function findVisitRow(work: Work, id: Id<'visit'>): Promise<VisitRow | undefined> {
  const { rows } = await sql<VisitRow>`${visitSelect(work)} where v.id = ${id}`.execute(work.db)
  return rows[0]
}

export type VisitFilter = { readonly personId: Id<'person'> | null; readonly from: Instant; readonly until: Instant }

/** Visits that begin in a span, by time and key; row-level security keeps them to the actor's. */
export async function listVisitRows(
  work: Work,
  { personId, from, until }: VisitFilter,
  after: { startsAt: string; id: string } | null,
  limit: number,
): Promise<VisitRow[]> {
  const { rows } = await sql<VisitRow>`${visitSelect(work)}
    where v.starts_at >= ${from} and v.starts_at < ${until} and (${personId}::uuid is null or v.person_id = ${personId}::uuid)
      and (v.starts_at, v.id) > (${after?.startsAt ?? from}::timestamptz, ${after?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid)
    order by v.starts_at, v.id limit ${limit}`.execute(work.db)
  return rows
}
