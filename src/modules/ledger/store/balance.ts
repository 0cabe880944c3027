import { sql } from 'kysely'
import type { Work } from '../../../platform/operation/index.ts'
import { type AccountRef, accountIdOf, type Balance } from '../domain/account.ts'

/** What has come to accounts and what has left them, in the order given; an account that is not open yet has had nothing. */
export async function findBalances(work: Work, accounts: readonly AccountRef[]): Promise<Balance[]> {
  const { rows } = await sql<Balance>`
    select coalesce((select sum(amount_fen) from ledger.transfer where debit_id = wanted.id), 0)::bigint as debit_fen,
      coalesce((select sum(amount_fen) from ledger.transfer where credit_id = wanted.id), 0)::bigint as credit_fen
    from unnest(${accounts.map(accountIdOf)}::uuid[]) with ordinality as wanted (id, place) order by wanted.place`.execute(work.db)
  return rows
}
