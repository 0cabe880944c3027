import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Sex } from '../../people/index.ts'
import type { CriticalState, CriticalValue } from '../domain/critical-value.ts'
import type { OrderKind, OrderState, Urgency } from '../domain/order.ts'
import type { ResultContent } from '../domain/result.ts'

export type WorklistRow = {
  readonly orderId: Id<'order'>
  readonly personId: Id<'person'>
  /** As on the department's own card; null: the reason to see her is over. */
  readonly personName: string | null
  readonly sex: Sex | null
  readonly birthDate: PlainDate | null
  readonly kind: OrderKind
  readonly itemZh: string
  readonly itemEn: string
  readonly urgency: Urgency
  readonly state: OrderState
  readonly ordererZh: string
  readonly ordererEn: string
  readonly signedAt: Instant
  readonly dueAt: Instant
  readonly entered: boolean
  /** Of its critical values the one that is furthest from being handled. */
  readonly critical: CriticalState | null
  readonly version: number
  readonly rank: number
}

type Key = { readonly rank: string; readonly dueAt: string; readonly id: string }

/**
 * Orders of a department in some states, and with `critical` those with a value that nobody has read back: these first, then urgent
 * ones, then by due time and key.
 */
export async function listWorklistRows(
  { db, actor, now }: Work,
  { states, critical }: { readonly states: readonly OrderState[]; readonly critical: boolean },
  after: Key | null,
  limit: number,
): Promise<WorklistRow[]> {
  const { rows } = await sql<WorklistRow>`
    select * from (
      select o.id as order_id, o.person_id, card.name as person_name, card.sex, card.birth_date, o.kind, o.item_zh, o.item_en, o.urgency, o.state,
        i.name_zh as orderer_zh, i.name_en as orderer_en, o.signed_at, o.due_at, r.order_id is not null as entered, c.state as critical, o.version,
        case when c.state in ('to-report', 'reported') then 0 when o.urgency = 'urgent' then 1 else 2 end as rank
      from care.order o
      join network.published_institution i on i.id = o.orderer_id
      left join care.result r on r.order_id = o.id
      left join lateral (select state from care.critical_value c where c.order_id = o.id
        order by array_position(array['to-report', 'reported', 'read-back', 'handled'], c.state) limit 1) c on true
      left join people.published_card card on card.institution_id = ${actor.institutionId} and card.person_id = o.person_id and card.visible_until > ${now}
      where o.performer_id = ${actor.institutionId} and o.state <> 'draft'
        and (o.state = any (${states}::text[]) or ${critical} and c.state in ('to-report', 'reported'))) listed
    where (rank, due_at, order_id) > (${after?.rank ?? -1}::int, ${after?.dueAt ?? '-infinity'}::timestamptz, ${after?.id ?? firstId}::uuid)
    order by rank, due_at, order_id limit ${limit}`.execute(db)
  return rows
}
const firstId = '00000000-0000-0000-0000-000000000000'

export type ResultRow = {
  readonly orderId: Id<'order'>
  readonly visitId: Id<'visit'>
  readonly personId: Id<'person'>
  readonly personName: string | null
  readonly kind: OrderKind
  readonly itemZh: string
  readonly itemEn: string
  readonly performerZh: string
  readonly performerEn: string
  readonly content: ResultContent
  readonly critical: boolean
  readonly releasedAt: Instant
  readonly readAt: Instant | null
  readonly version: number
}
const resultColumns = sql`o.id as order_id, o.visit_id, o.person_id, o.kind, o.item_zh, o.item_en, i.name_zh as performer_zh, i.name_en as performer_en,
  r.content, r.critical, r.released_at, r.read_at, r.version`

/** Released results of the acting institution's orders that nobody has read, critical ones first, then the oldest. */
export async function listResultsToRead({ db, actor, now }: Work, limit: number): Promise<ResultRow[]> {
  const { rows } = await sql<ResultRow>`select ${resultColumns}, card.name as person_name
    from care.result r join care.order o on o.id = r.order_id join network.published_institution i on i.id = o.performer_id
    left join people.published_card card on card.institution_id = ${actor.institutionId} and card.person_id = o.person_id and card.visible_until > ${now}
    where r.orderer_id = ${actor.institutionId} and r.released_at is not null and r.read_at is null and o.kind <> 'drug'
    order by not r.critical, r.released_at, r.order_id limit ${limit}`.execute(db)
  return rows
}

/** Released results of the opened person, the newest first, by key. */
export async function listResultsOfPerson(
  { db }: Work,
  personId: Id<'person'>,
  before: { readonly releasedAt: string; readonly id: string } | null,
  limit: number,
): Promise<ResultRow[]> {
  const { rows } = await sql<ResultRow>`select ${resultColumns}, null as person_name
    from care.result r join care.order o on o.id = r.order_id join network.published_institution i on i.id = o.performer_id
    where r.person_id = ${personId} and r.state = 'released' and o.kind <> 'drug'
      and (${before?.releasedAt ?? null}::timestamptz is null or (r.released_at, r.order_id) < (${before?.releasedAt ?? null}::timestamptz, ${before?.id ?? null}::uuid))
    order by r.released_at desc, r.order_id desc limit ${limit}`.execute(db)
  return rows
}

export type OpenCriticalValue = CriticalValue & {
  readonly visitId: Id<'visit'>
  readonly item: Name
  /** As on the institution's own card. */
  readonly personName: string | null
}

/** Critical values of the acting institution's orders that are not handled, the oldest first. */
export async function listOpenCriticalValues({ db, actor, now }: Work, limit: number): Promise<OpenCriticalValue[]> {
  type Row = Omit<OpenCriticalValue, 'item' | 'name'> & { itemZh: string; itemEn: string; nameZh: string; nameEn: string }
  const { rows } = await sql<Row>`select c.*, o.visit_id, o.item_zh, o.item_en, card.name as person_name
    from care.critical_value c join care.order o on o.id = c.order_id
    left join people.published_card card on card.institution_id = ${actor.institutionId} and card.person_id = c.person_id and card.visible_until > ${now}
    where c.orderer_id = ${actor.institutionId} and c.state <> 'handled' order by c.id limit ${limit}`.execute(db)
  return rows.map(({ itemZh, itemEn, nameZh, nameEn, ...row }) => ({
    ...row,
    item: { zh: itemZh, en: itemEn },
    name: { zh: nameZh, en: nameEn },
  }))
}
