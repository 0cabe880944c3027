import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Title } from '../../network/index.ts'
import type { Priority } from '../domain/queue-rules.ts'
import type { KeptStatus } from '../domain/visit.ts'

/** A visit as the desk sees it on its day; `null` of a ticket and what follows it: she has not come yet. */
export type QueueRow = {
  readonly visitId: Id<'visit'>
  readonly version: number
  readonly status: KeptStatus
  readonly personId: Id<'person'>
  readonly institutionIds: readonly Id<'institution'>[]
  /** From the own card of the acting institution. */
  readonly cardName: string | null
  readonly birthDate: PlainDate | null
  /** From anybody's card, to be masked. */
  readonly anyName: string | null
  readonly offeringId: Id<'offering'>
  readonly offeringName: Name
  readonly siteId: Id<'site'>
  readonly siteOwnerId: Id<'institution'>
  readonly siteName: Name
  readonly zone: string
  readonly expertId: Id<'resource'>
  readonly roomName: Name | null
  readonly roomId: Id<'resource'> | null
  readonly startsAt: Instant
  readonly ticket: string | null
  readonly walkIn: boolean
  readonly squeezeReason: string | null
  readonly priority: Priority
  readonly plannedMinutes: number
  readonly waitingSince: Instant | null
  readonly queueAt: Instant | null
  readonly calledAt: Instant | null
  readonly calls: number
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
}

const named = (alias: string) => sql`jsonb_build_object('zh', ${sql.ref(`${alias}.name_zh`)}, 'en', ${sql.ref(`${alias}.name_en`)})`

const rowSelect = ({ actor, now }: Work) => sql`
  select v.id as visit_id, v.version, v.status, v.person_id, v.institution_ids, card.name as card_name, card.birth_date,
    (select c.name from people.published_card c where c.institution_id = any (v.institution_ids) and c.person_id = v.person_id limit 1) as any_name,
    v.offering_id, ${named('o')} as offering_name, v.site_id, s.institution_id as site_owner_id, ${named('s')} as site_name, s.zone,
    coalesce(a.expert_id, he.resource_id) as expert_id,
    room.id as room_id, case when room.id is null then null else ${named('room')} end as room_name, v.starts_at,
    a.ticket, coalesce(a.walk_in, false) as walk_in, a.squeeze_reason, coalesce(a.priority, 'none') as priority,
    coalesce(a.planned_minutes, o.duration_minutes) as planned_minutes,
    a.waiting_since, a.queue_at, a.called_at, coalesce(a.calls, 0) as calls, a.started_at, a.ended_at
  from booking.visit v
    join booking.offering o on o.id = v.offering_id
    join network.published_site s on s.id = v.site_id
    join booking.hold he on he.visit_id = v.id and he.role = 'expert'
    left join booking.hold hr on hr.visit_id = v.id and hr.role = 'room'
    left join booking.attendance a on a.visit_id = v.id
    left join network.published_resource room on room.id = coalesce(a.room_id, hr.resource_id)
    left join people.published_card card on card.institution_id = ${actor.institutionId} and card.person_id = v.person_id and card.visible_until > ${now}`

/** Who is here at a site now. */
export async function listHere(work: Work, siteId: Id<'site'>, day: PlainDate): Promise<QueueRow[]> {
  const { rows } = await sql<QueueRow>`${rowSelect(work)}
    where a.site_id = ${siteId} and a.ended_at is null and (a.day = ${day}::date or a.started_at is not null or a.called_at is not null)`.execute(
    work.db,
  )
  return rows
}

/** All visits of a day that are promised or lived, by time and key: at a site, or of an expert over all sites. */
export async function listOfDay(
  work: Work,
  of: { readonly siteId: Id<'site'> } | { readonly expertId: Id<'resource'> },
  { from, until }: { readonly from: Instant; readonly until: Instant },
): Promise<QueueRow[]> {
  const where = 'siteId' in of ? sql`v.site_id = ${of.siteId}` : sql`coalesce(a.expert_id, he.resource_id) = ${of.expertId}`
  const { rows } = await sql<QueueRow>`${rowSelect(work)}
    where v.starts_at >= ${from} and v.starts_at < ${until} and v.status not in ('held', 'cancelled') and ${where}
    order by v.starts_at, v.id`.execute(work.db)
  return rows
}

export type LaneExpert = {
  readonly id: Id<'resource'>
  readonly kind: string
  readonly title: Title | null
  readonly name: Name
  readonly booked: number
}

/** Experts who are open at a site on a day, or have somebody there, with how many are still to come to each. */
export async function listLaneExperts(
  work: Work,
  siteId: Id<'site'>,
  { day, weekday, from, until }: { readonly day: PlainDate; readonly weekday: number; readonly from: Instant; readonly until: Instant },
): Promise<LaneExpert[]> {
  const { rows } = await sql<LaneExpert>`
    with booked as (
      select h.resource_id as id, count(*)::int as n from booking.hold h join booking.visit v on v.id = h.visit_id
      where h.role = 'expert' and v.site_id = ${siteId} and v.status = 'booked' and v.starts_at >= ${from} and v.starts_at < ${until} group by 1)
    select r.id, r.kind, r.title, ${named('r')} as name, coalesce(booked.n, 0) as booked
    from network.published_resource r left join booked on booked.id = r.id
    where r.role = 'expert' and (booked.n > 0
      or r.id in (select a.expert_id from booking.attendance a where a.site_id = ${siteId} and a.ended_at is null)
      or r.id in (select o.resource_id from booking.opening o where o.site_id = ${siteId} and o.weekday = ${weekday}
        and o.valid_from <= ${day}::date and (o.valid_until is null or o.valid_until >= ${day}::date)))
    order by r.name_zh, r.id`.execute(work.db)
  return rows
}

/** Rooms of a site by name. */
export async function listRooms(work: Work, siteId: Id<'site'>): Promise<{ id: Id<'resource'>; kind: string; name: Name }[]> {
  const { rows } = await sql<{ id: Id<'resource'>; kind: string; name: Name }>`select r.id, r.kind, ${named('r')} as name
    from network.published_resource r where r.site_id = ${siteId} and r.role = 'room' order by r.name_zh, r.id`.execute(work.db)
  return rows
}
