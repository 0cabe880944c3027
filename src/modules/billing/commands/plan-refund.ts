import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import type { Used } from '../../coverage/index.ts'
import { type Division, divide } from '../domain/basis.ts'
import { payBack, type Refunded, refund, remaining, type Taken } from '../domain/bill.ts'
import type { KeptBill } from '../store/bill.ts'
import type { Payment } from '../store/payment.ts'
import { linesLeft } from './basis.ts'

/** What is asked to be taken back of a charge, fen of its list price; null: all that is left. */
export type AskedLine = { readonly chargeId: Id<'charge'>; readonly amountFen: number | null }

type PaidOnce = Payment & { readonly leftFen: bigint }
export type RefundPlan = Refunded & {
  readonly steps: Division['steps']
  /** What it gives back of the plan year, below zero. */
  readonly usage: Used
  /** What of the year's deductible is left with the bill, fen. */
  readonly deductibleFen: bigint
  /** From which payments the patient gets it back. */
  readonly paybacks: readonly { readonly payment: PaidOnce; readonly amountFen: bigint }[]
}

/** What a refund would change: the bill computed anew on what is left, by the cover and the use of the year that it was computed by. */
export function planRefund(kept: KeptBill, payments: readonly PaidOnce[], asked: readonly AskedLine[]) {
  const { bill, basis } = kept
  const taken = asked.map(({ chargeId, amountFen }): Taken => {
    const line = bill.lines.find((one) => one.chargeId === chargeId)
    return { chargeId, amountFen: amountFen === null ? (line?.listFen ?? 0n) : BigInt(amountFen) }
  })
  const left = remaining(bill, taken)
  if (!left.ok) return left
  const [before, after] = [divide(basis, linesLeft(kept, new Map())), divide(basis, linesLeft(kept, left.value))]
  const refunded = refund(bill, after.parts)
  return ok<RefundPlan>({
    ...refunded,
    steps: after.steps,
    deductibleFen: after.usage.deductibleFen,
    usage: {
      deductibleFen: after.usage.deductibleFen - before.usage.deductibleFen,
      benefitFen: after.usage.benefitFen - before.usage.benefitFen,
    },
    paybacks: payBack(
      payments.filter(({ amountFen, leftFen }) => amountFen > 0n && leftFen > 0n),
      refunded.paybackFen,
    ),
  })
}
