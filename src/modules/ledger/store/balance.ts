import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { type AccountPurpose, type AccountRef, accountIdOf, type Balance } from '../domain/account.ts'

/** The last closing of an account and what moved since, as a lateral join on `wanted.id`. */
export const balanceOfWanted = sql`
  left join lateral (select until_transaction, debit_fen, credit_fen from ledger.balance b where b.account_id = wanted.id
    order by until_transaction desc limit 1) closed on true
  cross join lateral (
    select coalesce(closed.debit_fen, 0) + coalesce((select sum(t.amount_fen) from ledger.transfer t
        where t.debit_id = wanted.id and t.transaction >= coalesce(closed.until_transaction, '0')), 0)::bigint as debit_fen,
      coalesce(closed.credit_fen, 0) + coalesce((select sum(t.amount_fen) from ledger.transfer t
        where t.credit_id = wanted.id and t.transaction >= coalesce(closed.until_transaction, '0')), 0)::bigint as credit_fen) balance`

/** What has come to accounts and what has left them, in the order given; an account that is not open yet has had nothing. */
export async function findBalances(work: Work, accounts: readonly AccountRef[]): Promise<Balance[]> {
  const { rows } = await sql<Balance>`
    select balance.debit_fen, balance.credit_fen
    from unnest(${accounts.map(accountIdOf)}::uuid[]) with ordinality as wanted (id, place) ${balanceOfWanted}
    order by wanted.place`.execute(work.db)
  return rows
}

/** The same of all accounts of each purpose in a network that ever moved. */
export async function findTotals(work: Work, networkId: Id<'network'>): Promise<(Balance & { purpose: AccountPurpose })[]> {
  const { rows } = await sql<Balance & { purpose: AccountPurpose }>`
    with closed as (
      select distinct on (purpose) purpose, debit_fen, credit_fen from ledger.purpose_total where network_id = ${networkId}
      order by purpose, until_transaction desc),
    since as (
      select a.purpose, t.amount_fen * side.debit as debit_fen, t.amount_fen * (1 - side.debit) as credit_fen
      from ledger.posting p join ledger.transfer t on t.posting_id = p.id
      cross join lateral (values (t.debit_id, 1), (t.credit_id, 0)) as side (account_id, debit)
      join ledger.account a on a.id = side.account_id
      where p.network_id = ${networkId}
        and p.transaction >= coalesce((select max(until_transaction) from ledger.purpose_total where network_id = ${networkId}), '0'))
    select purpose, sum(debit_fen)::bigint as debit_fen, sum(credit_fen)::bigint as credit_fen
    from (select * from closed union all select * from since) moved group by purpose`.execute(work.db)
  return rows
}
