import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Order, OrderState } from '../domain/order.ts'
import type { CareTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<CareTables>()
const columns = [
  'id',
  'visitId',
  'personId',
  'networkId',
  'ordererId',
  'performerId',
  'kind',
  'itemCode',
  'itemZh',
  'itemEn',
  'urgency',
  'dosing',
  'note',
  'state',
  'allergyOverride',
  'endReason',
  'signedAt',
  'dueAt',
  'version',
] as const

type Row = Omit<Order, 'item'> & { readonly itemZh: string; readonly itemEn: string }
const orderOf = ({ itemZh, itemEn, ...row }: Row): Order => ({ ...row, item: { zh: itemZh, en: itemEn } })

export async function insertDraft(work: Work, { item, dosing, ...order }: Order): Promise<void> {
  await tables(work)
    .insertInto('care.order')
    .values({ ...order, itemZh: item.zh, itemEn: item.en, dosing: dosing && JSON.stringify(dosing), draftedBy: work.actor.accountId })
    .execute()
}

export async function deleteDraft(work: Work, id: Id<'order'>): Promise<void> {
  await tables(work).deleteFrom('care.order').where('id', '=', id).where('state', '=', 'draft').execute()
}

/** Orders in the order of their ids, locked. */
export async function lockOrders(work: Work, ids: readonly Id<'order'>[]): Promise<Order[]> {
  const rows = await tables(work)
    .selectFrom('care.order')
    .select(columns)
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
  return (rows as unknown as Row[]).map(orderOf)
}

export async function lockOrder(work: Work, id: Id<'order'>): Promise<Order | undefined> {
  return (await lockOrders(work, [id]))[0]
}

/** Writes an order's new state; who signed it is the actor of the step. */
export async function saveOrder(work: Work, { id, state, allergyOverride, endReason, signedAt, dueAt, version }: Order): Promise<void> {
  const signed = state === 'requested' ? { signedBy: work.actor.accountId } : {}
  await tables(work)
    .updateTable('care.order')
    .set({ state, allergyOverride, endReason, signedAt, dueAt, version, ...signed })
    .where('id', '=', id)
    .execute()
  const { now, actor } = work
  await sql`insert into care.order_step (order_id, person_id, orderer_id, performer_id, state, at, account_id, institution_id, reason)
    select id, person_id, orderer_id, performer_id, state, ${now}, ${actor.accountId}, ${actor.institutionId}, coalesce(end_reason, allergy_override)
    from care.order where id = ${id}`.execute(work.db)
}

/** The orders of a visit that the actor may see, in the order in which they were made. */
export async function listOrdersOfVisit(work: Work, visitId: Id<'visit'>): Promise<Order[]> {
  const rows = await tables(work).selectFrom('care.order').select(columns).where('visitId', '=', visitId).orderBy('id').execute()
  return (rows as unknown as Row[]).map(orderOf)
}

export async function findOrder(work: Work, id: Id<'order'>): Promise<Order | undefined> {
  const row = await tables(work).selectFrom('care.order').select(columns).where('id', '=', id).executeTakeFirst()
  return row && orderOf(row as unknown as Row)
}

export type Step = { readonly state: OrderState; readonly at: Instant; readonly accountId: Id<'account'>; readonly reason: string | null }

/** Who did what with an order, the first first. */
export async function listSteps(work: Work, orderId: Id<'order'>): Promise<Step[]> {
  const rows = await tables(work)
    .selectFrom('care.orderStep')
    .select(['state', 'at', 'accountId', 'reason'])
    .where('orderId', '=', orderId)
    .orderBy('at')
    .execute()
  return rows as unknown as Step[]
}
