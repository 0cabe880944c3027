import { sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../database/index.ts'
import type { Actor } from '../operation/index.ts'

export { auditChain } from './chain.ts'

export type AuditEntry = {
  readonly command: string
  /** Nobody, when a sign-in names no account. */
  readonly actor: Pick<Actor, 'accountId' | 'institutionId'> | null
  /** `done`, or the code of the refusal. */
  readonly outcome: string
  readonly subject: string | null
  /** Null where the input is a secret. */
  readonly inputHash: Buffer | null
  readonly requestId: string
  readonly now: Instant
}

/** One row in the transaction of the change itself, without a lock; the worker seals it later. */
export async function writeAudit(db: Database, { command, actor, outcome, subject, inputHash, requestId, now }: AuditEntry): Promise<void> {
  await sql`insert into platform.audit (at, account_id, institution_id, operation, outcome, subject, request_id, input_hash)
    values (${now}, ${actor?.accountId ?? null}, ${actor?.institutionId ?? null}, ${command}, ${outcome}, ${subject}, ${requestId}, ${inputHash})`.execute(
    db,
  )
}
