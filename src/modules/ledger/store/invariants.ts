import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../../platform/database/index.ts'
import { type Invariant, mostBroken } from '../../../platform/operation/index.ts'
import { clockInvariant } from '../../commitments/index.ts'
import { statementToConfirm } from '../commands/settle-period.ts'
import { verifyLedger } from './verify.ts'

const rowsOf = async (db: Database, query: RawBuilder<unknown>): Promise<readonly object[]> => (await query.execute(db)).rows as object[]

export const ledgerInvariants: readonly Invariant[] = [
  {
    name: 'ledger.journal-sealed',
    zh: '账簿与封存时一致，所有账户之和为零，余额等于各笔之和',
    en: 'the journal is as it was sealed, all accounts add up to zero, balances are the sum of their transfers',
    findBroken: async (db) => {
      const { wrong, sums } = await verifyLedger(db)
      return [...(wrong ? [wrong] : []), ...sums.filter(({ sumFen }) => sumFen !== 0n)]
    },
  },
  {
    name: 'ledger.statements-transferred',
    zh: '每张结算单的合计等于其各行之和，也等于结算转给该方的金额',
    en: 'a statement is the sum of its lines, and what the settlement moved to its party',
    findBroken: (db) =>
      rowsOf(
        db,
        sql`
        with moved as (
          select p.settlement_id, a.party_id, sum(side.fen) as fen from ledger.posting p join ledger.transfer t on t.posting_id = p.id
            cross join lateral (values (t.credit_id, t.amount_fen), (t.debit_id, -t.amount_fen)) as side (account_id, fen)
            join ledger.account a on a.id = side.account_id and a.purpose = 'share'
          where p.settlement_id is not null group by p.settlement_id, a.party_id),
        stated as (
          select s.settlement_id, s.party_id, s.id, s.number, s.total_fen,
            (select sum(amount_fen) from ledger.statement_line l where l.statement_id = s.id) as lines_fen from ledger.statement s)
        select stated.id as statement_id, stated.number, coalesce(stated.settlement_id, moved.settlement_id) as settlement_id,
          coalesce(stated.party_id, moved.party_id) as party_id, stated.total_fen, stated.lines_fen, moved.fen as moved_fen
        from stated full join moved on moved.settlement_id = stated.settlement_id and moved.party_id = stated.party_id
        where (stated.total_fen, stated.total_fen) is distinct from (stated.lines_fen, moved.fen) limit ${mostBroken}`,
      ),
  },
  {
    name: 'ledger.settlements-collected',
    zh: '每次结算的实收等于其所结收入之和',
    en: 'what a settlement divides is the sum of the proceeds that it settles',
    findBroken: (db) =>
      rowsOf(
        db,
        sql`select s.id as settlement_id, s.collected_fen, coalesce(p.fen, 0) as proceeds_fen from ledger.settlement s
          left join (select r.settlement_id, sum(p.net_fen) as fen from ledger.settled_proceeds r join ledger.proceeds p on p.id = r.proceeds_id
            group by r.settlement_id) p on p.settlement_id = s.id
          where s.collected_fen <> coalesce(p.fen, 0) order by s.id limit ${mostBroken}`,
      ),
  },
  clockInvariant({
    name: 'ledger.statements-owed',
    kind: statementToConfirm,
    zh: '每张待确认的结算单都有计时',
    en: 'a clock runs for every statement that its party has to confirm, and for nothing else',
    open: sql`select id from ledger.statement where state = 'to-confirm'`,
  }),
]

type Collected = { readonly id: string; readonly fen: bigint }

/** Services for which the proceeds are not what was collected, or that were collected and are not there. */
export async function findOtherProceeds(db: Database, collected: readonly Collected[]): Promise<object[]> {
  const { rows } = await sql<object>`
    select coalesce(c.id, p.service_id) as service_id, c.fen as collected_fen, p.fen as proceeds_fen
    from unnest(${collected.map(({ id }) => id)}::uuid[], ${collected.map(({ fen }) => String(fen))}::bigint[]) as c (id, fen)
    full join (select service_id, sum(net_fen) as fen from ledger.proceeds group by service_id) p on p.service_id = c.id
    where coalesce(c.fen, 0) <> coalesce(p.fen, 0) order by 1 limit ${mostBroken}`.execute(db)
  return rows
}
