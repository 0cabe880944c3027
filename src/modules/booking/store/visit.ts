import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import { type Name, ok, type Result } from '../../../kernel/result.ts'
import { type Instant, plus, type Span } from '../../../kernel/time.ts'
import { violates } from '../../../platform/database/index.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Service, ServiceResource } from '../../agreements/index.ts'
import { type Charge, totalOf } from '../domain/offering.ts'
import { claimOf, type Located } from '../domain/resource.ts'
import { serviceOf } from '../domain/service.ts'
import { type EndReason, hasEnded, type KeptStatus, type Plan, type Visit, type VisitStatus } from '../domain/visit.ts'
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

const nearHours = 12 // no hold is longer than eight hours and no way than four: keeps the look-up to a stretch of the index

export type HoldNearby = Located & { readonly resourceId: Id<'resource'>; readonly visitId: Id<'visit'>; readonly over: boolean }

/** Holds around a span once the calendars are locked, and those of any time that are over but not yet given back. */
export async function findHoldsNearby(work: Work, resourceIds: readonly Id<'resource'>[], { from, until }: Span): Promise<HoldNearby[]> {
  const [earliest, latest] = [plus(from, { hours: -nearHours }), plus(until, { hours: nearHours })]
  const { rows } = await sql<HoldNearby>`
    select visit_id, resource_id, site_id, starts_at as "from", ends_at as "until", coalesce(held_until <= ${work.now}, false) as over from booking.hold
    where active and resource_id = any (${resourceIds}::uuid[]) and (held_until <= ${work.now} or starts_at > ${earliest} and starts_at < ${latest})`.execute(
    work.db,
  )
  return rows
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
  readonly status: Extract<KeptStatus, 'held' | 'arrived'>
  readonly heldUntil: Instant | null
  readonly assessmentId: Id<'assessment'> | null
  readonly overrideReason: string | null
}

/** Writes the visit and all its holds, or answers who was faster; who walks in is promised nobody's time. */
export async function insertVisit(
  work: Work,
  visit: NewVisit,
  { from, until, siteId, hostId, resources, charges }: Plan,
  setupMinutes: number,
): Promise<Result<null, 'booking.resource-taken' | 'booking.person-busy'>> {
  const holds = resources.map((resource) => {
    const claim = claimOf(resource, { from, until }, setupMinutes)
    const { id, role, ownerId } = resource
    return {
      visitId: visit.id,
      resourceId: id,
      role,
      ownerId,
      siteId,
      startsAt: claim.from,
      endsAt: claim.until,
      heldUntil: visit.heldUntil,
      active: visit.status === 'held',
    }
  })
  try {
    await tables(work)
      .insertInto('booking.visit')
      .values({
        ...visit,
        startsAt: from,
        endsAt: until,
        siteId,
        hostId,
        institutionIds: [...visit.institutionIds],
        priceFen: totalOf(charges),
        charges: JSON.stringify(charges),
        endedBecause: null,
        madeAt: work.now,
        passed: passedOf(work, 1, visit.status),
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

const passedOf = ({ now: at }: Work, version: number, status: KeptStatus): string => JSON.stringify([{ version, status, at }])

/** Writes the visit's new state; one that has ended gives its resources back. */
export async function saveVisit(work: Work, { id, status, heldUntil, prolonged, endedBecause, version }: Visit): Promise<void> {
  await tables(work)
    .updateTable('booking.visit')
    .set({ status, heldUntil, prolonged, endedBecause, version, passed: sql`passed || ${passedOf(work, version, status)}::jsonb` })
    .where('id', '=', id)
    .execute()
  await tables(work)
    .updateTable('booking.hold')
    .set({ active: sql<boolean>`active and ${!hasEnded(status)}`, heldUntil })
    .where('visitId', '=', id)
    .execute()
}

export type VisitRow = {
  readonly id: Id<'visit'>
  readonly personId: Id<'person'>
  readonly personName: string | null
  readonly status: VisitStatus
  readonly offeringId: Id<'offering'>
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
  readonly assessmentId: Id<'assessment'> | null
  readonly overrideReason: string | null
  readonly resources: { role: string; title: string | null; nameZh: string; nameEn: string; ownerZh: string; ownerEn: string }[]
}

const visitSelect = ({ actor, now }: Work) => sql`
  select v.id, v.person_id, card.name as person_name,
    case when v.status = 'arrived' and here.waiting_since <= ${now} then 'waiting' else v.status end as status, v.offering_id, o.name_zh as offering_zh, o.name_en as offering_en, s.name_zh as site_zh, s.name_en as site_en, s.zone,
    v.starts_at, v.ends_at, v.price_fen, v.held_until, v.prolonged, v.ended_because, v.version, v.assessment_id, v.override_reason,
    (select jsonb_agg(jsonb_build_object('role', h.role, 'title', r.title, 'nameZh', r.name_zh, 'nameEn', r.name_en, 'ownerZh', i.name_zh, 'ownerEn', i.name_en) order by h.role <> 'expert', h.role desc)
      from booking.hold h join network.published_resource r on r.id = h.resource_id join network.published_institution i on i.id = h.owner_id where h.visit_id = v.id) as resources
  from booking.visit v
  join booking.offering o on o.id = v.offering_id
  join network.published_site s on s.id = v.site_id
  left join booking.attendance here on here.visit_id = v.id
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

export type VisitService = Pick<Visit, 'personId' | 'institutionIds' | 'startsAt'> & {
  readonly networkId: Id<'network'>
  readonly zone: string
  /** Of the offering. */
  readonly name: Name
  readonly service: Service
}

/** What the agreements have to divide of a visit; row-level security does not narrow a caller of network scope. */
export async function findVisitService(work: Work, id: Id<'visit'>): Promise<VisitService | undefined> {
  const {
    rows: [row],
  } = await sql<
    Omit<VisitService, 'service' | 'name'> & {
      nameZh: string
      nameEn: string
      code: string
      ownerId: Id<'institution'>
      durationMinutes: number
      hostId: Id<'institution'>
      charges: Charge[]
      resources: (Omit<ServiceResource, 'name'> & { nameZh: string; nameEn: string })[]
    }
  >`select v.person_id, v.institution_ids, v.starts_at, v.network_id, s.zone, v.host_id, o.code, o.name_zh, o.name_en, o.owner_id, o.duration_minutes, v.charges,
      (select jsonb_agg(jsonb_build_object('role', h.role, 'kind', r.kind, 'id', h.resource_id, 'ownerId', h.owner_id, 'nameZh', r.name_zh, 'nameEn', r.name_en))
        from booking.hold h join network.published_resource r on r.id = h.resource_id where h.visit_id = v.id) as resources
    from booking.visit v join booking.offering o on o.id = v.offering_id join network.published_site s on s.id = v.site_id where v.id = ${id}`.execute(
    work.db,
  )
  if (!row) return undefined
  const { code, nameZh, nameEn, ownerId, durationMinutes, hostId, charges, resources, ...visit } = row
  const used = resources.map(({ nameZh: zh, nameEn: en, ...resource }) => ({ ...resource, name: { zh, en } }))
  return { ...visit, name: { zh: nameZh, en: nameEn }, service: serviceOf({ code, ownerId, durationMinutes }, hostId, used, charges) }
}
