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
  const tables = db.withTables<PlatformTables>()
  const claimed = await tables
    .insertInto('platform.idempotency')
    .values({ accountId: actor.accountId, key, operation: command, inputHash, expiresAt: plus(now, { days: keptDays }) })
    .onConflict((conflict) =>
      conflict
        .columns(['accountId', 'key'])
        .doUpdateSet({ operation: command, inputHash, answer: null, expiresAt: plus(now, { days: keptDays }) })
        .where('platform.idempotency.expiresAt', '<=', now),
    )
    .returning('key')
    .executeTakeFirst()
  if (claimed) return null
  const first = await tables
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
