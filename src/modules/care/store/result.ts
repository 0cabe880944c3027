import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Order } from '../domain/order.ts'
import type { ResultContent } from '../domain/result.ts'
import type { CareTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<CareTables>()
const columns = [
  'orderId',
  'personId',
  'state',
  'content',
  'critical',
  'enteredAt',
  'enteredBy',
  'releasedAt',
  'releasedBy',
  'readAt',
  'readBy',
  'version',
] as const

export type Result = {
  readonly orderId: Id<'order'>
  readonly personId: Id<'person'>
  readonly state: 'entered' | 'released'
  readonly content: ResultContent
  readonly critical: boolean
  readonly enteredAt: Instant
  readonly enteredBy: Id<'account'>
  readonly releasedAt: Instant | null
  readonly releasedBy: Id<'account'> | null
  readonly readAt: Instant | null
  readonly readBy: Id<'account'> | null
  readonly version: number
}

export async function lockResult(work: Work, orderId: Id<'order'>): Promise<Result | undefined> {
  const row = await tables(work).selectFrom('care.result').select(columns).where('orderId', '=', orderId).forUpdate().executeTakeFirst()
  return row as Result | undefined
}

/** Writes what was entered; before its release it may be entered again. */
export async function saveEntered(
  work: Work,
  { id, personId, ordererId, performerId }: Order,
  content: ResultContent,
  critical: boolean,
): Promise<void> {
  const { now, actor } = work
  await sql`insert into care.result as known (order_id, person_id, orderer_id, performer_id, state, content, critical, entered_at, entered_by)
    values (${id}, ${personId}, ${ordererId}, ${performerId}, 'entered', ${JSON.stringify(content)}, ${critical}, ${now}, ${actor.accountId})
    on conflict (order_id) do update set content = excluded.content, critical = excluded.critical, entered_at = excluded.entered_at,
      entered_by = excluded.entered_by, version = known.version + 1`.execute(work.db)
}

/** Marks a result as released; one that nobody has to read is read with it. */
export async function saveReleased(work: Work, orderId: Id<'order'>): Promise<void> {
  const { now, actor } = work
  await sql`update care.result set state = 'released', released_at = ${now}, released_by = ${actor.accountId}, version = version + 1
    where order_id = ${orderId}`.execute(work.db)
}

export async function saveRead(work: Work, orderId: Id<'order'>): Promise<void> {
  const { now, actor } = work
  await sql`update care.result set read_at = ${now}, read_by = ${actor.accountId}, version = version + 1 where order_id = ${orderId}`.execute(
    work.db,
  )
}

/** Results of these orders that the actor may see. */
export async function findResults(work: Work, orderIds: readonly Id<'order'>[]): Promise<ReadonlyMap<string, Result>> {
  if (orderIds.length === 0) return new Map()
  const rows = (await tables(work)
    .selectFrom('care.result')
    .select(columns)
    .where('orderId', 'in', [...orderIds])
    .execute()) as unknown as Result[]
  return new Map(rows.map((row) => [row.orderId, row]))
}
