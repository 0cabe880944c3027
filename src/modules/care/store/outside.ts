import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { column, type Seek, type Sought, seeking } from '../../../platform/seek/index.ts'
import type { Dosing, OrderKind, OrderState, Urgency } from '../domain/order.ts'
import type { ResultContent } from '../domain/result.ts'

/** A signed order as an outside system reads it, with every state that it has had. */
export type OutsideOrder = {
  readonly id: Id<'order'>
  readonly personId: Id<'person'>
  readonly visitId: Id<'visit'>
  readonly kind: OrderKind
  readonly itemCode: string
  readonly item: Name
  readonly urgency: Urgency
  readonly dosing: Dosing | null
  readonly note: string | null
  readonly state: OrderState
  readonly endReason: string | null
  readonly signedAt: Instant
  readonly dueAt: Instant | null
  readonly ordererId: Id<'institution'>
  readonly orderer: Name
  readonly performerId: Id<'institution'>
  readonly performer: Name
  readonly steps: readonly { readonly state: OrderState; readonly at: Instant }[]
  readonly sortedBy: Instant
}

type Sight = { readonly own: string | null; readonly kinds: readonly string[]; readonly others: string | null }
export type Opened = { readonly personId: string; readonly sight: Sight } | null

const name = (alias: string) => sql`jsonb_build_object('zh', ${sql.ref(`${alias}.name_zh`)}, 'en', ${sql.ref(`${alias}.name_en`)})`

const orders: Sought = {
  id: 'o.id',
  sortedBy: { column: 'o.signed_at', type: 'timestamptz' },
  fields: {
    code: column('o.item_code', 'text'),
    codeWithSystem: column('o.code_with_system', 'text'),
    state: column('o.state', 'text'),
    kind: column('o.kind', 'text'),
    urgency: column('o.urgency', 'text'),
    signedAt: column('o.signed_at', 'timestamptz'),
    visit: column('o.visit_id', 'uuid'),
    orderer: column('o.orderer_id', 'uuid'),
    performer: column('o.performer_id', 'uuid'),
  },
}

/** Whose orders: the opened person's as far as they are seen (drugs by all who treat), or those that the acting institution gave or takes. */
const whose = (opened: Opened, own: string | null) => {
  const ours = sql`(o.orderer_id = ${own}::uuid or o.performer_id = ${own}::uuid)`
  if (!opened) return ours
  const { others, kinds } = opened.sight
  return sql`o.person_id = ${opened.personId} and (${others !== null}::boolean or ${ours} or o.kind = 'drug' and ${kinds.includes('medication')}::boolean)`
}

export async function findOutsideOrders(
  { db, actor }: Work,
  opened: Opened,
  kinds: readonly OrderKind[],
  seek: Seek,
): Promise<OutsideOrder[]> {
  const { rows } = await sql<OutsideOrder>`
    select o.id, o.person_id, o.visit_id, o.kind, o.item_code, jsonb_build_object('zh', o.item_zh, 'en', o.item_en) as item, o.urgency, o.dosing,
      o.note, o.state, o.end_reason, o.signed_at, o.due_at, o.orderer_id, ${name('i')} as orderer, o.performer_id, ${name('p')} as performer,
      o.signed_at as sorted_by, (select coalesce(jsonb_agg(jsonb_build_object('state', s.state, 'at',
          to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by s.at), '[]') from care.order_step s where s.order_id = o.id) as steps
    from (select *, case kind when 'laboratory' then 'lab' else kind end || '|' || item_code as code_with_system from care.order) o
      join network.published_institution i on i.id = o.orderer_id join network.published_institution p on p.id = o.performer_id
    where o.state <> 'draft' and o.kind = any (${[...kinds]}::text[]) and ${whose(opened, actor.institutionId)} and ${seeking(seek, orders)}`.execute(
    db,
  )
  return rows
}

/** A released result with the order that it answers, and the measured values as the portrait has them. */
export type OutsideReport = Pick<
  OutsideOrder,
  'id' | 'personId' | 'visitId' | 'kind' | 'itemCode' | 'item' | 'performerId' | 'performer' | 'sortedBy'
> & {
  readonly content: ResultContent
  readonly releasedAt: Instant
  readonly observations: readonly { readonly id: string; readonly name: string }[]
}

const reports: Sought = {
  id: 'o.id',
  sortedBy: { column: 'r.released_at', type: 'timestamptz' },
  fields: {
    ...orders.fields,
    releasedAt: column('r.released_at', 'timestamptz'),
    order: column('o.id', 'uuid'),
  },
}

export async function findOutsideReports({ db, actor }: Work, opened: Opened, seek: Seek): Promise<OutsideReport[]> {
  const { own, others } = opened?.sight ?? { own: actor.institutionId, others: null }
  const { rows } = await sql<OutsideReport>`
    select o.id, o.person_id, o.visit_id, o.kind, o.item_code, jsonb_build_object('zh', o.item_zh, 'en', o.item_en) as item, o.performer_id,
      ${name('p')} as performer, r.content, r.released_at, r.released_at as sorted_by,
      (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', v ->> 'code') order by f.source_id), '[]')
        from jsonb_array_elements(case o.kind when 'laboratory' then r.content -> 'values' else '[]' end) v
          join people.published_fact f on f.source = 'care.result' and f.source_id = o.id || '/' || (v ->> 'code')
        where f.person_id = o.person_id and (${others !== null}::boolean or f.institution_id = ${own}::uuid)) as observations
    from (select *, case kind when 'laboratory' then 'lab' else kind end || '|' || item_code as code_with_system from care.order) o
      join care.result r on r.order_id = o.id join network.published_institution p on p.id = o.performer_id
    where r.state = 'released' and o.kind <> 'drug' and ${whose(opened, actor.institutionId)} and ${seeking(seek, reports)}`.execute(db)
  return rows
}
