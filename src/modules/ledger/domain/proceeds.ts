import type { Id } from '../../../kernel/id.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { ChargeCategory, Name, Service } from '../../agreements/index.ts'

export const proceedsReasons = ['paid', 'refunded', 'refused'] as const
export type ProceedsReason = (typeof proceedsReasons)[number]

/** What was collected, or given back, of one line of a bill; net = list - discount. */
export type ProceedsCharge = {
  readonly chargeId: string
  readonly name: Name
  readonly category: ChargeCategory
  readonly quantity: number
  readonly listFen: bigint
  readonly discountFen: bigint
  readonly netFen: bigint
}

export type ProceedsPayment = {
  readonly kind: 'patient' | 'payer'
  readonly id: string
  readonly number: string
  readonly label: Name
  readonly at: Instant
  readonly amountFen: bigint
}

/** What was collected for one service, or given back, at one moment: to be divided by the next settlement. */
export type Proceeds = {
  /** `billing.bill:<billId>:<serviceId>`: the same source is remembered once. */
  readonly source: string
  readonly networkId: Id<'network'>
  readonly collectorId: Id<'institution'>
  readonly serviceId: string
  readonly visitId: Id<'visit'>
  readonly personId: Id<'person'>
  readonly name: Name
  readonly serviceDate: PlainDate
  /** When it was fully paid, or given back. */
  readonly happenedAt: Instant
  readonly reason: ProceedsReason
  readonly service: Omit<Service, 'charges'>
  /** This row's change, signed. */
  readonly charges: readonly ProceedsCharge[]
  /** What paid it; sums to the net of the charges. */
  readonly payments: readonly ProceedsPayment[]
}

/** Several changes of a bill's lines as one each, in the order in which the lines first came; those that came to nothing are left out. */
export function sumCharges(charges: readonly ProceedsCharge[]): ProceedsCharge[] {
  const sums = new Map<string, ProceedsCharge>()
  for (const charge of charges) {
    const sum = sums.get(charge.chargeId)
    sums.set(charge.chargeId, sum ? plusCharge(sum, charge) : charge)
  }
  return [...sums.values()].filter(({ netFen, listFen }) => netFen !== 0n || listFen !== 0n)
}

const plusCharge = (a: ProceedsCharge, b: ProceedsCharge): ProceedsCharge => ({
  ...a,
  quantity: a.quantity + b.quantity,
  listFen: a.listFen + b.listFen,
  discountFen: a.discountFen + b.discountFen,
  netFen: a.netFen + b.netFen,
})
