import type { Id } from '../../../kernel/id.ts'
import { sumOf, yuan } from '../../../kernel/money.ts'
import { type Name, ok } from '../../../kernel/result.ts'
import { refuse } from '../refusals.ts'

export const billStateWords = {
  'to-pay': { zh: '待支付', en: 'to pay' },
  paid: { zh: '已付', en: 'paid' },
  'partly-refunded': { zh: '部分退款', en: 'partly refunded' },
  refunded: { zh: '已退款', en: 'refunded' },
} as const
export type BillState = keyof typeof billStateWords
export const billStates = Object.keys(billStateWords) as [BillState, ...BillState[]]

/** Who pays how much of a list price; the three sum to it. Fen. */
export type Parts = { readonly listFen: bigint; readonly discountFen: bigint; readonly payerFen: bigint; readonly patientFen: bigint }
/** The parts of one charge, as they stand or as they change, with what of the payer's part was refused: the provider bears it. */
export type LineParts = Parts & { readonly chargeId: Id<'charge'>; readonly refusedFen: bigint }
export type BillLine = LineParts & { readonly serviceId: Id<'service'>; readonly name: Name }

/** A bill as it stands: pure, whatever its rows look like. */
export type Bill = {
  readonly issuedFen: bigint
  readonly lines: readonly BillLine[]
  /** Taken from the patient and not paid back. */
  readonly patientPaidFen: bigint
  readonly payerPaidFen: bigint
  /** The payer has answered the claim. */
  readonly answered: boolean
  /** The settlement has been told of what was collected. */
  readonly recorded: boolean
}

const least = (one: bigint, other: bigint): bigint => (one < other ? one : other)

const parts = ['listFen', 'discountFen', 'payerFen', 'patientFen', 'refusedFen'] as const

/** The sums of some lines. */
export function totalOf(lines: readonly LineParts[]): Parts & { readonly refusedFen: bigint } {
  const [listFen = 0n, discountFen = 0n, payerFen = 0n, patientFen = 0n, refusedFen = 0n] = parts.map((part) =>
    sumOf(lines.map((line) => line[part])),
  )
  return { listFen, discountFen, payerFen, patientFen, refusedFen }
}

/** What patient and payer still owe; below zero: what the payer is owed since a refund. Fen. */
export function openOf({ lines, patientPaidFen, payerPaidFen }: Bill): { readonly patientFen: bigint; readonly payerFen: bigint } {
  const total = totalOf(lines)
  return { patientFen: total.patientFen - patientPaidFen, payerFen: total.payerFen - total.refusedFen - payerPaidFen }
}

/** Where a bill stands for the patient. */
export function stateOf(bill: Bill): BillState {
  const { listFen } = totalOf(bill.lines)
  if (openOf(bill).patientFen > 0n) return 'to-pay'
  if (listFen === bill.issuedFen) return 'paid'
  return listFen === 0n ? 'refunded' : 'partly-refunded'
}

/** Whether both parts are settled: the patient has paid, the payer has paid or refused. */
export function isSettled(bill: Bill): boolean {
  const open = openOf(bill)
  return open.patientFen === 0n && open.payerFen === 0n
}

/** Takes money of the patient, never more than is open. */
export function pay(bill: Bill, amountFen: bigint) {
  const open = openOf(bill).patientFen
  if (open <= 0n) return refuse('billing.nothing-open')
  if (amountFen > open) return refuse('billing.more-than-open', { open: yuan(open), amount: yuan(amountFen) })
  return ok<Bill>({ ...bill, patientPaidFen: bill.patientPaidFen + amountFen })
}

/** What a refund takes back of the list price of one charge, fen. */
export type Taken = { readonly chargeId: Id<'charge'>; readonly amountFen: bigint }

/** The list prices that are left when some is taken back. */
export function remaining(bill: Bill, taken: readonly Taken[]) {
  const left = new Map(bill.lines.map(({ chargeId, listFen }) => [chargeId, listFen]))
  for (const { chargeId, amountFen } of taken) {
    const line = bill.lines.find((one) => one.chargeId === chargeId)
    const listFen = left.get(chargeId)
    if (!line || listFen === undefined || amountFen > listFen)
      return refuse('billing.refund-above-line', { item: line?.name ?? '', most: yuan(listFen ?? 0n), amount: yuan(amountFen) })
    left.set(chargeId, listFen - amountFen)
  }
  if (taken.every(({ amountFen }) => amountFen === 0n)) return refuse('billing.refund-nothing')
  return ok<ReadonlyMap<Id<'charge'>, bigint>>(left)
}

export type Refunded = { readonly bill: Bill; readonly changes: readonly LineParts[]; readonly paybackFen: bigint }

/**
 * Again, minus before: the bill is what the remaining list prices come to; the changes by line and what the patient gets back follow.
 * What a payer refused of a line stays refused as far as his part reaches.
 */
export function refund(bill: Bill, after: ReadonlyMap<Id<'charge'>, Parts>): Refunded {
  const lines = bill.lines.map((line): BillLine => {
    const now = after.get(line.chargeId) ?? line
    return { ...line, ...now, refusedFen: least(line.refusedFen, now.payerFen) }
  })
  const paidAbove = bill.patientPaidFen - totalOf(lines).patientFen
  const paybackFen = paidAbove > 0n ? paidAbove : 0n
  return {
    bill: { ...bill, lines, patientPaidFen: bill.patientPaidFen - paybackFen },
    changes: changesBetween(bill.lines, lines),
    paybackFen,
  }
}

/** What each line has changed by; lines that have not are left out. */
export function changesBetween(before: readonly LineParts[], after: readonly LineParts[]): LineParts[] {
  return after.flatMap((line) => {
    const old = before.find(({ chargeId }) => chargeId === line.chargeId)
    const change = {
      chargeId: line.chargeId,
      listFen: line.listFen - (old?.listFen ?? 0n),
      discountFen: line.discountFen - (old?.discountFen ?? 0n),
      payerFen: line.payerFen - (old?.payerFen ?? 0n),
      patientFen: line.patientFen - (old?.patientFen ?? 0n),
      refusedFen: line.refusedFen - (old?.refusedFen ?? 0n),
    }
    return parts.some((part) => change[part] !== 0n) ? [change] : []
  })
}

/** What the payer says of a claim, as it stands: paid and refused by line, fen. */
export type AnswerLine = { readonly chargeId: Id<'charge'>; readonly paidFen: bigint; readonly refusedFen: bigint }

export type Answered = { readonly bill: Bill; readonly paidFen: bigint; readonly refused: readonly LineParts[] }

/** Takes the payer's newest answer in the place of the one before; `paidFen` and `refused` are what it changes. */
export function answer(bill: Bill, said: readonly AnswerLine[]): Answered {
  const lines = bill.lines.map((line): BillLine => {
    const refusedFen = said.find(({ chargeId }) => chargeId === line.chargeId)?.refusedFen ?? 0n
    return { ...line, refusedFen: least(refusedFen, line.payerFen) }
  })
  const payerPaidFen = sumOf(said.map(({ paidFen }) => paidFen))
  return {
    bill: { ...bill, lines, payerPaidFen, answered: true },
    paidFen: payerPaidFen - bill.payerPaidFen,
    refused: changesBetween(bill.lines, lines),
  }
}

export type Paid<PaymentId extends string = string> = { readonly id: PaymentId; readonly leftFen: bigint }

/** From which payments, the newest first, so much is paid back by the means it came. */
export function payBack<Payment extends Paid>(payments: readonly Payment[], amountFen: bigint): { payment: Payment; amountFen: bigint }[] {
  let left = amountFen
  return payments.toReversed().flatMap((payment) => {
    const part = least(payment.leftFen, left)
    left -= part
    return part > 0n ? [{ payment, amountFen: part }] : []
  })
}
