import { sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../database/index.ts'
import type { PlatformTables } from '../tables.ts'
import { blockHash, type Chain, firstPrevious } from './chain.ts'

const sealLock = 7_310_002

/** A block that was sealed: its rows are those of the transactions in [from, until). */
export type Block = { readonly from: string; readonly until: string; readonly rows: number }

/**
 * Seals all rows of ended transactions as one block; null: there are none. A row of a transaction that is still open belongs to a
 * later block: the boundary is the oldest open transaction, so no block can get a row after its seal.
 */
export async function sealBlock(db: Database, chain: Chain, now: Instant): Promise<Block | null> {
  await sql`select pg_advisory_xact_lock(${sealLock}, hashtext(${chain.name}))`.execute(db)
  const last = await db
    .withTables<PlatformTables>()
    .selectFrom('platform.seal')
    .select(['block', 'untilTransaction', 'hash'])
    .where('chain', '=', chain.name)
    .orderBy('block', 'desc')
    .limit(1)
    .executeTakeFirst()
  const {
    rows: [bound],
  } = await sql<{ until: string }>`select platform.ended_before()::text as until`.execute(db)
  const until = bound?.until ?? '0'
  const from = String(last?.untilTransaction ?? '0')
  const rows = await chain.rowsBetween(db, from, until)
  if (rows.length === 0) return null
  const block = (last?.block ?? 0) + 1
  const rowIds = rows.map(({ id }) => id)
  const rowHashes = Buffer.concat(rows.map(({ hash }) => hash))
  const hash = blockHash(last?.hash ?? firstPrevious, block, until, rowIds, rowHashes)
  await db
    .withTables<PlatformTables>()
    .insertInto('platform.seal')
    .values({ chain: chain.name, block, untilTransaction: until, rowIds, rowHashes, sealedAt: now, hash })
    .execute()
  return { from, until, rows: rows.length }
}

/** The block that holds the rows of a transaction; null: it is not sealed yet. */
export async function findSeal(db: Database, chain: Chain, transaction: string): Promise<{ block: number; sealedAt: Instant } | null> {
  const { rows } = await sql<{ block: number; sealedAt: Instant }>`select block, sealed_at from platform.seal
    where chain = ${chain.name} and until_transaction > ${transaction}::xid8 order by block limit 1`.execute(db)
  return rows[0] ?? null
}
