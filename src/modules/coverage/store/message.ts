import type { Id } from '../../../kernel/id.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { NewMessage } from '../domain/message.ts'
import { tables } from './tables.ts'

/** Writes a message in the caller's transaction; false: it is here already. */
export async function insertMessage(work: Work, { institutionIds, resource, ...message }: NewMessage): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(work)
    .insertInto('coverage.message')
    .values({ ...message, resource: JSON.stringify(resource), institutionIds: [...institutionIds], tries: 0, madeAt: work.now })
    .onConflict((conflict) => conflict.constraint('message_once').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The message that sent a revision of a claim. */
export async function findClaimMessage(work: Work, claimId: Id<'claim'>, revision: number): Promise<Id<'message'> | null> {
  const row = await tables(work)
    .selectFrom('coverage.message')
    .select('id')
    .where('subjectId', '=', claimId)
    .where('direction', '=', 'out')
    .where('revision', '=', revision)
    .executeTakeFirst()
  return (row?.id as Id<'message'> | undefined) ?? null
}
