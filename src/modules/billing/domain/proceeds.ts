import type { Id } from '../../../kernel/id.ts'
import { sumOf } from '../../../kernel/money.ts'
import type { Name } from '../../../kernel/result.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Proceeds } from '../../ledger/index.ts'
import type { LineParts } from './bill.ts'

/** A line with what the settlement needs of it. */
export type ProceedsLine = LineParts & {
  readonly serviceId: Id<'service'>
  readonly name: Name
  readonly category: string
  readonly quantity: number
  /** List price as issued, fen. */
  readonly issuedFen: bigint
}
/** Money that came in, or went back, as the evidence of a settlement. */
export type Evidence = Proceeds['payments'][number]
export type Change = Pick<Proceeds, 'reason' | 'charges' | 'payments'> & { readonly serviceId: Id<'service'> }

/** How many of a line's units so much of its list price is. */
export const unitsOf = ({ quantity, issuedFen }: Pick<ProceedsLine, 'quantity' | 'issuedFen'>, listFen: bigint): number =>
  issuedFen === 0n ? 0 : Number((BigInt(quantity) * listFen) / issuedFen)

type Amounts = { readonly listFen: bigint; readonly discountFen: bigint }

const chargeOf = (line: ProceedsLine, { listFen, discountFen }: Amounts): Proceeds['charges'][number] => ({
  chargeId: line.chargeId,
  name: line.name,
  category: line.category as Proceeds['charges'][number]['category'],
  quantity: unitsOf(line, listFen),
  listFen,
  discountFen,
  netFen: listFen - discountFen,
})

function byService(lines: readonly ProceedsLine[]): ReadonlyMap<Id<'service'>, readonly ProceedsLine[]> {
  const services = new Map<Id<'service'>, ProceedsLine[]>()
  for (const line of lines) services.set(line.serviceId, [...(services.get(line.serviceId) ?? []), line])
  return services
}
const sum = (lines: readonly LineParts[], part: 'patientFen' | 'payerFen' | 'refusedFen'): bigint => sumOf(lines.map((line) => line[part]))

/** Puts payments, the first first, to what they paid: each amount is met exactly as far as the payments reach. */
export function spread(payments: readonly Evidence[], amounts: readonly bigint[]): Evidence[][] {
  const left = payments.map(({ amountFen }) => amountFen)
  return amounts.map((wanted) => {
    let missing = wanted
    return payments.flatMap((payment, place) => {
      const rest = left[place] ?? 0n
      const part = rest < missing ? rest : missing
      if (part <= 0n) return []
      left[place] = rest - part
      missing -= part
      return [{ ...payment, amountFen: part }]
    })
  })
}

/** What of a settled bill was collected for each service: by the patient’s payments, and by the payer as far as he was asked. */
export function collected(
  lines: readonly ProceedsLine[],
  payments: readonly Evidence[],
  payer: Omit<Evidence, 'amountFen'> | null,
): Change[] {
  const services = [...byService(lines.filter(({ listFen }) => listFen !== 0n))]
  const parts = spread(
    payments,
    services.map(([, own]) => sum(own, 'patientFen')),
  )
  return services.map(([serviceId, own], place) => {
    const payerFen = sum(own, 'payerFen')
    const ofPayer = payer && payerFen !== 0n ? [{ ...payer, amountFen: payerFen }] : []
    return { serviceId, reason: 'paid', charges: own.map((line) => chargeOf(line, line)), payments: [...(parts[place] ?? []), ...ofPayer] }
  })
}

/** What the payer refused of each service, or pays after all: it is nobody’s money. */
export function refusedOf(changes: readonly ProceedsLine[], payer: Omit<Evidence, 'amountFen'>): Change[] {
  const services = byService(changes.filter(({ refusedFen }) => refusedFen !== 0n))
  return [...services].map(([serviceId, own]) => ({
    serviceId,
    reason: 'refused',
    charges: own.map((line) => chargeOf(line, { listFen: 0n, discountFen: line.refusedFen })),
    payments: [{ ...payer, amountFen: -sum(own, 'refusedFen') }],
  }))
}

export type RefundEvidence = { readonly id: string; readonly number: string; readonly label: Name; readonly at: Instant }

/** What was given back of each service, to the patient and to the payer. */
export function refunded(changes: readonly ProceedsLine[], refund: RefundEvidence): Change[] {
  return [...byService(changes)].map(([serviceId, own]) => {
    const toPatient: Evidence = { ...refund, kind: 'patient', amountFen: sum(own, 'patientFen') }
    const toPayer: Evidence = { ...refund, kind: 'payer', amountFen: sum(own, 'payerFen') - sum(own, 'refusedFen') }
    return {
      serviceId,
      reason: 'refunded',
      charges: own.map((line) => chargeOf(line, { listFen: line.listFen, discountFen: line.discountFen + line.refusedFen })),
      payments: [toPatient, toPayer].filter(({ amountFen }) => amountFen !== 0n),
    }
  })
}
