import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { MoneyMeans } from '../domain/posting.ts'
import type { BillingTables } from '../tables.ts'

/** Whose deposit with which collector. */
export type DepositOf = {
  readonly personId: Id<'person'>
  readonly collectorId: Id<'institution'>
  readonly networkId: Id<'network'>
}
export type DepositEntry = {
  readonly id: Id<'deposit-entry'>
  readonly number: string | null
  readonly kind: 'taken' | 'used' | 'given-back' | 'returned'
  /** Below zero where it leaves the deposit. */
  readonly amountFen: bigint
  readonly means: MoneyMeans | null
  readonly reference: string | null
  readonly billId: Id<'bill'> | null
}

/** Moves a deposit and writes why; false: it would be below zero, and nothing is written. */
export async function moveDeposit(work: Work, { personId, collectorId, networkId }: DepositOf, entry: DepositEntry): Promise<boolean> {
  await sql`insert into billing.deposit (person_id, collector_id, network_id, balance_fen)
    values (${personId}, ${collectorId}, ${networkId}, 0) on conflict do nothing`.execute(work.db)
  const { rows } = await sql`update billing.deposit set balance_fen = balance_fen + ${entry.amountFen}
    where person_id = ${personId} and collector_id = ${collectorId} and balance_fen + ${entry.amountFen} >= 0 returning balance_fen`.execute(
    work.db,
  )
  if (rows.length === 0) return false
  await work.db
    .withTables<BillingTables>()
    .insertInto('billing.depositEntry')
    .values({ ...entry, personId, collectorId, at: work.now, by: work.actor.accountId })
    .execute()
  return true
}

/** What a person has left with a collector, fen. */
export async function findDeposit({ db }: Work, personId: Id<'person'>, collectorId: Id<'institution'>): Promise<bigint> {
  const {
    rows: [row],
  } = await sql<{
    balanceFen: bigint
  }>`select balance_fen from billing.deposit where person_id = ${personId} and collector_id = ${collectorId}`.execute(db)
  return row?.balanceFen ?? 0n
}
