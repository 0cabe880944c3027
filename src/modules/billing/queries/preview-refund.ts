import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { idOf, words } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { refundLines } from '../commands/make-refund.ts'
import { planRefund } from '../commands/plan-refund.ts'
import { openOf, totalOf } from '../domain/bill.ts'
import { paymentMeans } from '../domain/posting.ts'
import { findBill } from '../store/bill.ts'
import { listPayments } from '../store/payment.ts'
import { partsView, viewOfParts } from './quote.ts'

const fen = T.Integer({ description: 'fen of CNY' })

/** What a refund would do, before anybody says yes: what the bill is less by, and what goes back to whom by which means. */
export const previewRefund = defineQuery({
  name: 'billing.preview-refund',
  zh: '预览退款',
  en: 'Preview a refund',
  permission: 'billing.refund.make',
  input: T.Object({ billId: idOf('bill'), lines: refundLines }),
  output: T.Object({
    change: partsView,
    after: partsView,
    /** What the patient then still has to pay. */
    patientOpenFen: fen,
    /** What the payer then still has to pay; below zero: what he gets back. */
    payerOpenFen: fen,
    paybacks: T.Array(T.Object({ number: T.String(), means: words(paymentMeans, 'paymentMeans'), amountFen: fen })),
  }),
  refusals: ['platform.not-found', 'billing.refund-above-line', 'billing.refund-nothing'],
  async run(work, { billId, lines }) {
    const kept = await findBill(work, billId)
    if (!kept || kept.collectorId !== work.actor.institutionId) return refusePlatform('platform.not-found')
    const plan = planRefund(kept, await listPayments(work, billId), lines)
    if (!plan.ok) return plan
    const { bill, changes, paybacks } = plan.value
    const open = openOf(bill)
    return ok({
      change: viewOfParts(totalOf(changes)),
      after: viewOfParts(totalOf(bill.lines)),
      patientOpenFen: Number(open.patientFen),
      payerOpenFen: Number(open.payerFen),
      paybacks: paybacks.map(({ payment: { number, means }, amountFen }) => ({ number, means, amountFen: Number(amountFen) })),
    })
  },
})
