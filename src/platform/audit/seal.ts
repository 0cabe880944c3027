import { sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../database/index.ts'
import type { PlatformTables } from '../tables.ts'
import { blockHash, firstPrevious, rowsBetween } from './row-hash.ts'

const sealLock = 7_310_002

/**
 * Seals all rows of ended transactions as one block, and answers how many. A row of a transaction that is still open
 * belongs to a later block: the boundary is the oldest open transaction, so no block can get a row after its seal.
 */
export async function sealAudit(db: Database, now: Instant): Promise<number> {
  await sql`select pg_advisory_xact_lock(${sealLock})`.execute(db)
  const last = await db
    .withTables<PlatformTables>()
    .selectFrom('platform.seal')
    .select(['block', 'untilTransaction', 'hash'])
    .orderBy('block', 'desc')
    .limit(1)
    .executeTakeFirst()
  const {
    rows: [bound],
  } = await sql<{ until: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as until`.execute(db)
  const until = bound?.until ?? '0'
  const rows = await rowsBetween(db, String(last?.untilTransaction ?? '0'), until)
  if (rows.length === 0) return 0
  const block = (last?.block ?? 0) + 1
  const rowIds = rows.map(({ id }) => id)
  const rowHashes = Buffer.concat(rows.map(({ hash }) => hash))
  await db
    .withTables<PlatformTables>()
    .insertInto('platform.seal')
    .values({
      block,
      untilTransaction: until,
      rowIds: rowIds.map(String),
      rowHashes,
      sealedAt: now,
      hash: blockHash(last?.hash ?? firstPrevious, block, until, rowIds, rowHashes),
    })
    .execute()
  return rows.length
}
