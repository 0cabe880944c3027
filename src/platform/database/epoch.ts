import type pg from 'pg'
import type { Instant } from '../../kernel/time.ts'

/**
 * Lets the numbers of transactions go on behind the greatest that is written down, where this cluster counts less: after a restore, or
 * after any other copy into another cluster. Answers whether a new epoch began. One statement decides, so that no number can be given
 * between what it reads and the snapshot it compares with.
 */
export async function continueTransactions(client: pg.Client, now: Instant): Promise<boolean> {
  const { rows } = await client.query<{ free: string }>(`
    select free::text from (select
        greatest((select max(transaction) from platform.audit)::text::bigint + 1, (select max(until_transaction) from platform.seal)::text::bigint, 0) as free,
        pg_snapshot_xmax(pg_current_snapshot())::text::bigint + platform.transaction_base() as next,
        coalesce((select max(base) from platform.transaction_epoch), 0) as base) known
    where free > next or base <> platform.transaction_base()`)
  const [behind] = rows
  if (!behind) return false
  await client.query('begin')
  await client.query(
    'insert into platform.transaction_epoch select coalesce(max(epoch), 1) + 1, greatest($1, coalesce(max(base), 1)), $2 from platform.transaction_epoch',
    [behind.free, now],
  )
  const { rows: bases } = await client.query<{ base: string }>('select max(base)::text as base from platform.transaction_epoch')
  await client.query(
    `create or replace function platform.transaction_base() returns bigint language sql immutable parallel safe as 'select ${bases[0]?.base}::bigint'`,
  )
  await client.query('commit')
  return true
}
