import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { yuan } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf, nullable, words } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { pay } from '../domain/bill.ts'
import { type PaymentMeans, paid, paymentMeans } from '../domain/posting.ts'
import { refuse } from '../refusals.ts'
import { type KeptBill, lockBill } from '../store/bill.ts'
import { findDeposit, moveDeposit } from '../store/deposit.ts'
import { nextNumber } from '../store/number.ts'
import { insertPayment } from '../store/payment.ts'
import { keepBill, partiesOf, postOf } from './keep-bill.ts'

/** Fen that somebody gives or gets. */
export const someFen = T.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'fen of CNY' })
export const referenceInput = T.Optional(nullable(T.String({ minLength: 1, maxLength: 80 })))

/** The bill, locked, if the acting institution collects it. */
export async function lockOwnBill(work: Work, billId: Id<'bill'>): Promise<Result<KeptBill, 'platform.not-found'>> {
  const bill = await lockBill(work, billId)
  return bill && bill.collectorId === work.actor.institutionId ? ok(bill) : refusePlatform('platform.not-found')
}

/** A card payment and a transfer leave a trace elsewhere. */
export const hasTrace = (means: PaymentMeans): boolean => means === 'card' || means === 'transfer'

/** Records what the patient pays of a bill, in parts or whole, also from the deposit. */
export const recordPayment = defineCommand({
  name: 'billing.record-payment',
  zh: '收款',
  en: 'Record a payment',
  permission: 'billing.payment.record',
  network: 'a bill that is settled tells all owners of its services what was collected',
  input: T.Object({ billId: idOf('bill'), means: words(paymentMeans, 'paymentMeans'), amountFen: someFen, reference: referenceInput }),
  output: T.Object({ paymentId: idOf('payment'), number: T.String() }),
  refusals: [
    'platform.not-found',
    'billing.nothing-open',
    'billing.more-than-open',
    'billing.reference-missing',
    'billing.deposit-too-low',
  ],
  async run(work, { billId, means, amountFen, reference = null }) {
    const found = await lockOwnBill(work, billId)
    if (!found.ok) return found
    const fen = BigInt(amountFen)
    const taken = pay(found.value.bill, fen)
    if (!taken.ok) return taken
    if (hasTrace(means) && !reference?.trim()) return refuse('billing.reference-missing')
    const paymentId = work.newId<'payment'>()
    if (means === 'deposit' && !(await useDeposit(work, found.value, fen)))
      return refuse('billing.deposit-too-low', {
        balance: yuan(await findDeposit(work, found.value.personId, found.value.collectorId)),
        amount: yuan(fen),
      })
    const number = await nextNumber(work, found.value.collectorId, 'P')
    const payment = { id: paymentId, number, means, amountFen: fen, reference: reference?.trim() || null }
    await insertPayment(work, found.value, { ...payment, refundId: null, ofPaymentId: null })
    await postOf(work, found.value, {
      source: `billing.payment:${paymentId}`,
      what: means === 'deposit' ? 'deposit-use' : 'payment',
      transfers: paid(partiesOf(found.value), means, fen),
    })
    await keepBill(work, found.value, taken.value, { kind: 'payment' })
    return ok({ paymentId, number })
  },
})

const useDeposit = (work: Work, bill: KeptBill, amountFen: bigint): Promise<boolean> =>
  moveDeposit(work, bill, {
    ...{ id: work.newId(), number: null, kind: 'used', amountFen: -amountFen, means: null, reference: null, billId: bill.id },
  })
