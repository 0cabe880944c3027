import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { LineParts } from '../domain/bill.ts'
import type { PaymentMeans } from '../domain/posting.ts'
import type { BillingTables } from '../tables.ts'
import type { KeptBill } from './bill.ts'

const tables = ({ db }: Work) => db.withTables<BillingTables>()

/** Money of the patient; below zero it is paid back. */
export type Payment = {
  readonly id: Id<'payment'>
  readonly number: string
  readonly means: PaymentMeans
  readonly amountFen: bigint
  readonly reference: string | null
  readonly refundId: Id<'refund'> | null
  readonly ofPaymentId: Id<'payment'> | null
  readonly at: Instant
  readonly by: Id<'account'>
}

type Owner = Pick<KeptBill, 'id' | 'personId' | 'collectorId'>
const ownerOf = ({ id, personId, collectorId }: Owner) => ({ billId: id, personId, collectorId })

export async function insertPayment(work: Work, bill: Owner, payment: Omit<Payment, 'at' | 'by'>): Promise<void> {
  await tables(work)
    .insertInto('billing.payment')
    .values({ ...payment, ...ownerOf(bill), at: work.now, by: work.actor.accountId })
    .execute()
}

/** What was paid and paid back on a bill, the first first, with what is left of each payment. */
export async function listPayments({ db }: Work, billId: Id<'bill'>): Promise<(Payment & { readonly leftFen: bigint })[]> {
  const { rows } = await sql<Payment & { leftFen: bigint }>`
    select p.id, p.number, p.means, p.amount_fen, p.reference, p.refund_id, p.of_payment_id, p.at, p.by,
      (p.amount_fen + coalesce((select sum(back.amount_fen) from billing.payment back where back.of_payment_id = p.id), 0))::bigint as left_fen
    from billing.payment p where p.bill_id = ${billId} order by p.at, p.id`.execute(db)
  return rows
}

export type Refund = {
  readonly id: Id<'refund'>
  readonly number: string
  readonly reason: string
  readonly at: Instant
  readonly by: Id<'account'>
}

export async function insertRefund(
  work: Work,
  bill: Owner,
  { id, number, reason, changes }: Pick<Refund, 'id' | 'number' | 'reason'> & { readonly changes: readonly LineParts[] },
): Promise<void> {
  const owner = ownerOf(bill)
  await tables(work)
    .insertInto('billing.refund')
    .values({ id, number, reason, ...owner, at: work.now, by: work.actor.accountId })
    .execute()
  await tables(work)
    .insertInto('billing.refundLine')
    .values(changes.map((change) => ({ ...change, ...owner, refundId: id })))
    .execute()
}

/** Refunds of a bill with the change of each line, the first first. */
export async function listRefunds({ db }: Work, billId: Id<'bill'>): Promise<(Refund & { readonly changes: readonly LineParts[] })[]> {
  const { rows } =
    await sql<Refund>`select id, number, reason, at, by from billing.refund where bill_id = ${billId} order by at, id`.execute(db)
  const { rows: changes } = await sql<LineParts & { refundId: Id<'refund'> }>`
    select refund_id, charge_id, list_fen, discount_fen, payer_fen, patient_fen, refused_fen from billing.refund_line where bill_id = ${billId}`.execute(
    db,
  )
  return rows.map((refund) => ({ ...refund, changes: changes.filter(({ refundId }) => refundId === refund.id) }))
}

export type PayerAnswer = {
  readonly id: Id<'payer-answer'>
  readonly claimId: Id<'claim'>
  readonly number: string
  readonly paidAt: Instant
  readonly paidFen: bigint
  readonly refusedFen: bigint
}

export async function insertAnswer(
  work: Work,
  bill: Owner,
  { lines, ...answer }: PayerAnswer & { readonly lines: readonly { chargeId: Id<'charge'>; refusedFen: bigint; code: string | null }[] },
): Promise<void> {
  const owner = ownerOf(bill)
  await tables(work)
    .insertInto('billing.payerAnswer')
    .values({ ...answer, ...owner })
    .execute()
  if (lines.length > 0)
    await tables(work)
      .insertInto('billing.payerAnswerLine')
      .values(lines.map((line) => ({ ...line, ...owner, answerId: answer.id })))
      .execute()
}

/** What the payer paid and refused of a bill, the first first. */
export async function listAnswers({ db }: Work, billId: Id<'bill'>): Promise<PayerAnswer[]> {
  const { rows } = await sql<PayerAnswer>`select id, claim_id, number, paid_at, paid_fen, refused_fen from billing.payer_answer
    where bill_id = ${billId} order by paid_at, id`.execute(db)
  return rows
}
