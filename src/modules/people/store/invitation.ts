import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'

/** Writes a code for a person; an unused one before it is over. */
export async function writeInvitation(
  work: Work,
  { personId, codeHash, validUntil }: { readonly personId: Id<'person'>; readonly codeHash: Buffer; readonly validUntil: Instant },
): Promise<void> {
  const { accountId, institutionId } = work.actor
  await sql`update people.invitation set valid_until = least(valid_until, ${work.now}) where person_id = ${personId} and used_at is null`.execute(
    work.db,
  )
  await sql`insert into people.invitation (id, person_id, code_hash, made_at, made_by_account, at_institution, valid_until)
    values (${work.newId()}, ${personId}, ${codeHash}, ${work.now}, ${accountId}, ${institutionId}, ${validUntil})`.execute(work.db)
}

/** Uses a code up and answers whose it is; of two at once one gets it. The caller has a network scope. */
export async function takeInvitation({ db, now }: Work, codeHash: Buffer): Promise<Id<'person'> | undefined> {
  const { rows } = await sql<{ personId: Id<'person'> }>`update people.invitation set used_at = ${now}
    where code_hash = ${codeHash} and used_at is null and valid_until > ${now} returning person_id`.execute(db)
  return rows[0]?.personId
}
