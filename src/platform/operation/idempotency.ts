import { sql } from 'kysely'
import type { Result } from '../../kernel/result.ts'
import { type Instant, plus } from '../../kernel/time.ts'
import type { Database } from '../database/index.ts'
import { refuse } from '../refusals.ts'
import type { PlatformTables } from '../tables.ts'
import type { Actor } from './index.ts'

type Keyed = { readonly command: string; readonly actor: Actor; readonly inputHash: Buffer; readonly now: Instant }

const keptDays = 7

/** Takes the key for this transaction, or answers what it was used for. A rival with the same key waits here until the first has ended. */
export async function claimKey(
  db: Database,
  { command, actor, inputHash, now }: Keyed,
  key: string,
): Promise<Result<unknown, string> | null> {
  const expiresAt = plus(now, { days: keptDays })
  const { rows: claimed } = await sql`
    insert into platform.idempotency as known (account_id, key, operation, input_hash, expires_at)
    values (${actor.accountId}, ${key}, ${command}, ${inputHash}, ${expiresAt})
    on conflict (account_id, key) do update set operation = excluded.operation, input_hash = excluded.input_hash, answer = null, expires_at = excluded.expires_at
      where known.expires_at <= ${now}
    returning key`.execute(db)
  if (claimed.length === 1) return null
  const first = await db
    .withTables<PlatformTables>()
    .selectFrom('platform.idempotency')
    .select(['operation', 'inputHash', 'answer'])
    .where('accountId', '=', actor.accountId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (first.operation !== command || !inputHash.equals(first.inputHash)) return refuse('platform.key-reused')
  return first.answer as Result<unknown, string>
}

export async function keepAnswer(db: Database, { actor }: Keyed, key: string, answer: Result<unknown, string>): Promise<void> {
  await sql`update platform.idempotency set answer = ${JSON.stringify(answer)} where account_id = ${actor.accountId} and key = ${key}`.execute(
    db,
  )
}

/** Answers older than seven days are forgotten; the worker calls this once an hour. */
export async function forgetAnswers(db: Database, now: Instant): Promise<void> {
  await db.withTables<PlatformTables>().deleteFrom('platform.idempotency').where('expiresAt', '<=', now).execute()
}
