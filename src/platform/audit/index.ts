import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../database/index.ts'
import type { Actor } from '../operation/index.ts'
import type { PlatformTables } from '../tables.ts'

export { sealAudit } from './seal.ts'
export { type Verification, verifyAudit } from './verify.ts'

export type AuditEntry = {
  readonly command: string
  readonly actor: Actor
  /** `done`, or the code of the refusal. */
  readonly outcome: string
  readonly subject: string | null
  readonly inputHash: Buffer
  readonly requestId: string
  readonly now: Instant
}

/** One row in the transaction of the change itself, without a lock; the worker seals it later. */
export async function writeAudit(db: Database, { command, actor, outcome, subject, inputHash, requestId, now }: AuditEntry): Promise<void> {
  await db
    .withTables<PlatformTables>()
    .insertInto('platform.audit')
    .values({
      at: now,
      accountId: actor.accountId,
      institutionId: actor.institutionId,
      operation: command,
      outcome,
      subject,
      requestId,
      inputHash,
    })
    .execute()
}
