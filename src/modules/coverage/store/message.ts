import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Message, NewMessage } from '../domain/message.ts'
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
export async function findClaimMessage(
  work: Work,
  claimId: Id<'claim'>,
  revision: number,
): Promise<Pick<Message, 'id' | 'state'> | undefined> {
  const row = await tables(work)
    .selectFrom('coverage.message')
    .select(['id', 'state'])
    .where('subjectId', '=', claimId)
    .where('direction', '=', 'out')
    .where('revision', '=', revision)
    .executeTakeFirst()
  return row as Pick<Message, 'id' | 'state'> | undefined
}

/** A question about a member that is to be sent, or was asked after this moment and has no answer. */
export async function findOpenCheck(work: Work, memberId: Id<'member'>, since: Instant): Promise<{ readonly madeAt: Instant } | undefined> {
  return tables(work)
    .selectFrom('coverage.message')
    .select('madeAt')
    .where('subjectId', '=', memberId)
    .where('direction', '=', 'out')
    .where((eb) => eb.or([eb('state', 'in', ['waiting', 'parked']), eb.and([eb('state', '=', 'sent'), eb('madeAt', '>', since)])]))
    .orderBy('madeAt', 'desc')
    .executeTakeFirst()
}

const columns = [
  'id',
  'payerId',
  'direction',
  'kind',
  'idempotencyKey',
  'correlationId',
  'subjectId',
  'revision',
  'personId',
  'resource',
  'state',
  'query',
  'tries',
  'fault',
  'nextAt',
  'madeAt',
  'sentAt',
  'answeredAt',
  'institutionIds',
] as const

export async function lockMessage(work: Work, id: Id<'message'>): Promise<Message | undefined> {
  const row = await tables(work).selectFrom('coverage.message').select(columns).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row as Message | undefined
}

/** What we have sent to this payer under this id. */
export async function findRequest(work: Work, payerId: Id<'payer'>, messageId: string): Promise<Message | undefined> {
  const row = await tables(work)
    .selectFrom('coverage.message')
    .select(columns)
    .where('id', '=', messageId as Id<'message'>)
    .where('payerId', '=', payerId)
    .where('direction', '=', 'out')
    .executeTakeFirst()
  return row as Message | undefined
}

/** All messages about a claim or a member, the oldest first. */
export async function listMessagesOf(work: Work, subjectId: string): Promise<Message[]> {
  const rows = await tables(work)
    .selectFrom('coverage.message')
    .select(columns)
    .where('subjectId', '=', subjectId)
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
  return rows as Message[]
}

type Change = Partial<Pick<Message, 'state' | 'tries' | 'fault' | 'nextAt' | 'sentAt' | 'answeredAt' | 'query'>>

export async function saveMessage(work: Work, id: Id<'message'>, change: Change): Promise<void> {
  await tables(work).updateTable('coverage.message').set(change).where('id', '=', id).execute()
}

/** Who looks after what a payer sends and nobody can match: the operators of its networks. */
export async function findReceivers(work: Work, payerId: Id<'payer'>): Promise<Id<'institution'>[]> {
  const { rows } = await sql<{ operatorId: Id<'institution'> }>`
    select distinct n.operator_id from coverage.contract c join network.published_network n on n.id = c.network_id
    where c.payer_id = ${payerId}`.execute(work.db)
  return rows.map(({ operatorId }) => operatorId)
}
