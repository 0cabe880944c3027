import { sql } from 'kysely'
import type { Database } from '../../../platform/database/index.ts'
import { type Verification, verifyChain } from '../../../platform/seal/index.ts'
import { type AccountRef, accountIdOf } from '../domain/account.ts'
import { journalChain } from './seal.ts'

/** What is wrong in the books beside the seals: the first of its kind. */
type Fault = {
  readonly what: 'posting-empty' | 'transfer-slipped-in' | 'account-changed' | 'balance-wrong' | 'total-wrong'
  readonly id: string
}

export type LedgerVerification = Omit<Verification, 'wrong'> & {
  /** By currency: what was moved in all, and the sum over all accounts, which is zero. */
  readonly sums: readonly { readonly currency: string; readonly transfers: number; readonly movedFen: bigint; readonly sumFen: bigint }[]
  readonly wrong: Verification['wrong'] | Fault | null
}

/** Recomputes the seals of the journal, the sums of all entries and the closed balances. */
export async function verifyLedger(db: Database, progress?: (done: number, all: number) => void): Promise<LedgerVerification> {
  const { wrong, ...sealed } = await verifyChain(db, journalChain, progress)
  const sums = await sumsOf(db)
  return { ...sealed, sums, wrong: wrong ?? (await firstFault(db)) }
}

async function sumsOf(db: Database): Promise<LedgerVerification['sums']> {
  const { rows } = await sql<LedgerVerification['sums'][number]>`
    select a.currency, count(*) filter (where side.amount_fen > 0)::int as transfers,
      coalesce(sum(side.amount_fen) filter (where side.amount_fen > 0), 0)::bigint as moved_fen, sum(side.amount_fen)::bigint as sum_fen
    from ledger.transfer t cross join lateral (values (t.debit_id, t.amount_fen), (t.credit_id, -t.amount_fen)) as side (account_id, amount_fen)
    join ledger.account a on a.id = side.account_id group by a.currency order by a.currency`.execute(db)
  return rows
}

async function firstFault(db: Database): Promise<Fault | null> {
  for (const [what, query] of faultQueries) {
    const { rows } = await query.execute(db)
    if (rows[0]) return { what, id: rows[0].id }
  }
  return findChangedAccount(db)
}

const sealedUntil = sql`coalesce((select max(until_transaction) from ledger.balance), '0')`
const lastClosings = sql`select distinct on (account_id) account_id, debit_fen, credit_fen from ledger.balance order by account_id, until_transaction desc`
const lastTotals = sql`select distinct on (network_id, purpose) network_id, purpose, debit_fen, credit_fen from ledger.purpose_total
  order by network_id, purpose, until_transaction desc`

const faultQueries = [
  [
    'posting-empty',
    sql<{
      id: string
    }>`select id from ledger.posting p where not exists (select from ledger.transfer where posting_id = p.id) order by id limit 1`,
  ],
  [
    'transfer-slipped-in',
    sql<{ id: string }>`select p.id from ledger.transfer t join ledger.posting p on p.id = t.posting_id where t.transaction <> p.transaction
      order by p.id limit 1`,
  ],
  [
    'balance-wrong',
    sql<{ id: string }>`
      with moved as (
        select account_id, sum(debit_fen) as debit_fen, sum(credit_fen) as credit_fen
        from ledger.transfer t cross join lateral (values (t.debit_id, t.amount_fen, 0), (t.credit_id, 0, t.amount_fen)) as side (account_id, debit_fen, credit_fen)
        where t.transaction < ${sealedUntil} group by account_id)
      select coalesce(moved.account_id, closed.account_id) as id from moved full join (${lastClosings}) closed on closed.account_id = moved.account_id
      where (moved.debit_fen, moved.credit_fen) is distinct from (closed.debit_fen::numeric, closed.credit_fen::numeric) order by 1 limit 1`,
  ],
  [
    'total-wrong',
    sql<{ id: string }>`
      with summed as (
        select a.network_id, a.purpose, sum(closed.debit_fen) as debit_fen, sum(closed.credit_fen) as credit_fen
        from (${lastClosings}) closed join ledger.account a on a.id = closed.account_id group by a.network_id, a.purpose)
      select network_id || ' ' || purpose as id from summed full join (${lastTotals}) total using (network_id, purpose)
      where (summed.debit_fen, summed.credit_fen) is distinct from (total.debit_fen::numeric, total.credit_fen::numeric) order by 1 limit 1`,
  ],
] as const

const accountsAtOnce = 10_000

/** An account whose id is not that of what it says to be: its party or purpose was changed. */
async function findChangedAccount(db: Database): Promise<Fault | null> {
  type Row = { id: string; networkId: AccountRef['networkId']; partyKind: 'person'; partyId: string; purpose: AccountRef['purpose'] }
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<Row>`select id, network_id, party_kind, party_id, purpose from ledger.account where id > ${after}::uuid
      order by id limit ${accountsAtOnce}`.execute(db)
    const changed = rows.find(
      ({ id, networkId, partyKind, partyId, purpose }) =>
        id !== accountIdOf({ networkId, party: { kind: partyKind, id: partyId }, purpose }),
    )
    if (changed) return { what: 'account-changed', id: changed.id }
    const last = rows.at(-1)
    if (!last || rows.length < accountsAtOnce) return null
    after = last.id
  }
}
