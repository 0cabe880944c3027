import type { Id } from '../../../kernel/id.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { tables } from './tables.ts'

export type Connection = {
  readonly payerId: Id<'payer'>
  readonly endpoint: string
  readonly token: string
  readonly answerTokenHash: Buffer
}

/** Sets how a payer is reached and how it shows who it is; a second time replaces the first. */
export async function saveConnection(work: Work, connection: Connection): Promise<void> {
  const { payerId, ...values } = { ...connection, connectedAt: work.now }
  await tables(work)
    .insertInto('coverage.connection')
    .values({ payerId, ...values })
    .onConflict((conflict) => conflict.column('payerId').doUpdateSet(values))
    .execute()
}

/** The payer of a code with the hash of its token. The work has a network scope. */
export async function findConnection(work: Work, payerCode: string): Promise<Pick<Connection, 'payerId' | 'answerTokenHash'> | undefined> {
  const row = await tables(work)
    .selectFrom('coverage.connection')
    .innerJoin('coverage.payer', 'coverage.payer.id', 'coverage.connection.payerId')
    .select(['coverage.connection.payerId', 'coverage.connection.answerTokenHash'])
    .where('coverage.payer.code', '=', payerCode)
    .executeTakeFirst()
  return row as Pick<Connection, 'payerId' | 'answerTokenHash'> | undefined
}
