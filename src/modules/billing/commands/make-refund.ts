import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf, nullable } from '../../../platform/operation/schema.ts'
import { closeCommitment } from '../../commitments/index.ts'
import { recordUsage, reviseClaim } from '../../coverage/index.ts'
import { withdrawLines } from '../../integrity/index.ts'
import type { Bill } from '../domain/bill.ts'
import { asked, paid } from '../domain/posting.ts'
import { unitsOf } from '../domain/proceeds.ts'
import { billRefunded } from '../events.ts'
import { refuse } from '../refusals.ts'
import type { KeptBill } from '../store/bill.ts'
import { moveDeposit } from '../store/deposit.ts'
import { nextNumber } from '../store/number.ts'
import { insertPayment, insertRefund, listPayments } from '../store/payment.ts'
import { findServices } from '../store/service.ts'
import { refundToMake } from './charge-service.ts'
import { claimLinesOf, keepBill, partiesOf, postOf } from './keep-bill.ts'
import { planRefund, type RefundPlan } from './plan-refund.ts'
import { lockOwnBill, someFen } from './record-payment.ts'

export const refundLines = T.Array(T.Object({ chargeId: idOf('charge'), amountFen: nullable(someFen) }), {
  minItems: 1,
  maxItems: 200,
  description: 'how much of the list price of each charge; null: all that is left',
})

/** Takes charges of a bill back, whole or in part: who bore them gets back exactly what the bill is less by. */
export const makeRefund = defineCommand({
  name: 'billing.make-refund',
  zh: '退款',
  en: 'Make a refund',
  permission: 'billing.refund.make',
  network: 'a refund changes the claim, the history of the person and what all owners of the services get',
  input: T.Object({
    billId: idOf('bill'),
    version: T.Integer({ minimum: 1 }),
    lines: refundLines,
    reason: T.String({ minLength: 2, maxLength: 200 }),
  }),
  output: T.Object({ refundId: idOf('refund'), number: T.String() }),
  refusals: ['platform.not-found', 'billing.bill-moved-on', 'billing.refund-above-line', 'billing.refund-nothing'],
  async run(work, { billId, version, lines, reason }) {
    const found = await lockOwnBill(work, billId)
    if (!found.ok) return found
    const before = found.value
    if (before.version !== version) return refuse('billing.bill-moved-on', { number: before.number })
    const plan = planRefund(before, await listPayments(work, billId), lines)
    if (!plan.ok) return plan
    const refundId = work.newId<'refund'>()
    const number = await nextNumber(work, before.collectorId, 'R')
    await insertRefund(work, before, { id: refundId, number, reason, changes: plan.value.changes })
    await postOf(work, before, {
      source: `billing.refund:${refundId}`,
      what: 'refund',
      transfers: asked(partiesOf(before), plan.value.changes),
    })
    await payPatientBack(work, before, plan.value, refundId)
    await tellPayer(work, before, plan.value, refundId)
    await takeBackLines(work, before, plan.value.bill)
    const label = { zh: '退款', en: 'refund' }
    await keepBill(work, before, plan.value.bill, { kind: 'refund', id: refundId, number, label, at: work.now }, plan.value.steps)
    await work.publish(billRefunded.of(billId, { billId, visitId: before.visitId, refundId }))
    return ok({ refundId, number })
  },
})

async function payPatientBack(work: Work, before: KeptBill, { paybacks }: RefundPlan, refundId: Id<'refund'>): Promise<void> {
  for (const { payment, amountFen } of paybacks) {
    const id = work.newId<'payment'>()
    const number = await nextNumber(work, before.collectorId, 'P')
    const { means, reference } = payment
    await insertPayment(work, before, { id, number, means, amountFen: -amountFen, reference, refundId, ofPaymentId: payment.id })
    if (means === 'deposit')
      await moveDeposit(work, before, {
        ...{ id: work.newId(), number: null, kind: 'given-back', amountFen, means: null, reference: null, billId: before.id },
      })
    await postOf(work, before, {
      source: `billing.payment:${id}`,
      what: 'refund-payout',
      transfers: paid(partiesOf(before), means, -amountFen),
    })
  }
}

/** The claim is what remains; the year has what it gave back. */
async function tellPayer(work: Work, before: KeptBill, { bill, usage, deductibleFen }: RefundPlan, refundId: Id<'refund'>): Promise<void> {
  const { id: billId, basis, serviceDate } = before
  if (!basis) return
  if (usage.deductibleFen !== 0n || usage.benefitFen !== 0n)
    await recordUsage(work, { memberId: basis.memberId, date: serviceDate, source: `billing.refund:${refundId}`, ...usage })
  const lines = claimLinesOf(before.bill.lines.map((line) => ({ ...line, ...lineOf(bill, line.chargeId) })))
  await reviseClaim(work, { billId, deductibleFen, lines })
}

const lineOf = ({ lines }: Bill, chargeId: Id<'charge'>) => lines.find((line) => line.chargeId === chargeId)

/** What is given back no longer counts in the person’s history; a service that was withdrawn has been taken out of it before. */
async function takeBackLines(work: Work, before: KeptBill, after: Bill): Promise<void> {
  const services = await findServices(work, [...new Set(before.bill.lines.map(({ serviceId }) => serviceId))])
  const withdrawn = before.bill.lines.flatMap((line) => {
    const amountFen = line.listFen - (lineOf(after, line.chargeId)?.listFen ?? 0n)
    if (amountFen === 0n || services.get(line.serviceId)?.withdrawn) return []
    return [{ lineId: line.chargeId, quantity: unitsOf(line, line.listFen) - unitsOf(line, line.listFen - amountFen), amountFen }]
  })
  await withdrawLines(work, withdrawn)
  for (const { id, withdrawn: owed } of services.values())
    if (owed && after.lines.every(({ serviceId, listFen }) => serviceId !== id || listFen === 0n))
      await closeCommitment(work, refundToMake, id, 'kept')
}
