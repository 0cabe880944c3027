import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { closeCommitment } from '../../commitments/index.ts'
import { findClaimOf, type NewClaimLine } from '../../coverage/index.ts'
import { type Posting, post, recordProceeds } from '../../ledger/index.ts'
import { type Bill, changesBetween, isSettled, type LineParts, openOf } from '../domain/bill.ts'
import { meansWords, type Parties } from '../domain/posting.ts'
import {
  type Change,
  collected,
  type Evidence,
  type ProceedsLine,
  type RefundEvidence,
  refunded,
  refusedOf,
  unitsOf,
} from '../domain/proceeds.ts'
import { billSettled } from '../events.ts'
import { type KeptBill, type KeptLine, saveBill } from '../store/bill.ts'
import { listPayments } from '../store/payment.ts'
import { findServices } from '../store/service.ts'
import { tellBill } from '../topics.ts'
import { billToPay } from './charge-service.ts'

/** What a bill changed by. */
export type Cause =
  | { readonly kind: 'payment' }
  | { readonly kind: 'answer'; readonly id: string }
  | ({ readonly kind: 'refund' } & RefundEvidence)

export const partiesOf = ({
  networkId,
  collectorId,
  personId,
  basis,
}: Omit<KeptBill, 'bill' | 'version' | 'steps' | 'issuedAt' | 'issuedBy'>): Parties => ({
  networkId,
  collectorId,
  personId,
  payer: basis && { id: basis.payerId, name: basis.payerName },
})

/** Posts what a bill moves today; where nothing is moved there is nothing to post. */
export async function postOf(
  work: Work,
  { id, visitId }: Pick<KeptBill, 'id' | 'visitId'>,
  { source, what, transfers }: Pick<Posting, 'source' | 'what' | 'transfers'>,
): Promise<void> {
  if (transfers.length > 0)
    await post(work, { source, what, transfers, date: dateIn(defaultZone, work.now), subject: { visitId, billId: id } })
}

/** The lines of a bill as they are claimed; what was given back whole is left out. */
export const claimLinesOf = (lines: readonly KeptLine[]): NewClaimLine[] =>
  lines
    .filter(({ listFen }) => listFen > 0n)
    .map(({ chargeId, name, system, itemCode, category, listFen, discountFen, payerFen, patientFen, ...line }) => ({
      ...{ lineId: chargeId, name, system, itemCode, category, listFen, discountFen, payerFen, patientFen },
      quantity: Math.max(1, unitsOf(line, listFen)),
    }))

/** Writes how a bill stands now with all that follows: the patient’s clock, the settlement, who is told. */
export async function keepBill(work: Work, before: KeptBill, after: Bill, cause: Cause, steps = before.steps): Promise<void> {
  const recorded = before.bill.recorded || isSettled(after)
  await record(work, before, await changesOf(work, before, after, cause), cause)
  await saveBill(work, { ...before, bill: { ...after, recorded }, steps })
  if (openOf(after).patientFen === 0n) await closeCommitment(work, billToPay, before.id, cause.kind === 'payment' ? 'kept' : 'withdrawn')
  if (recorded && !before.bill.recorded) await work.publish(billSettled.of(before.id, { billId: before.id, visitId: before.visitId }))
  await tellBill(work, before)
}

/** What the settlement learns: all of it when a bill is settled for the first time, from then on each change. */
async function changesOf(work: Work, before: KeptBill, after: Bill, cause: Cause): Promise<Change[]> {
  const lines = withDetails(before, after.lines)
  const payer = await payerOf(work, before)
  if (!before.bill.recorded) {
    if (!isSettled(after)) return []
    const refused = payer ? refusedOf(lines, payer) : []
    return [...collected(lines, await evidenceOf(work, before), payer), ...refused]
  }
  const changes = withDetails(before, changesBetween(before.bill.lines, after.lines))
  if (cause.kind === 'refund') return refunded(changes, cause)
  return payer ? refusedOf(changes, payer) : []
}

const withDetails = ({ bill }: KeptBill, parts: readonly LineParts[]): ProceedsLine[] =>
  parts.flatMap((part) => {
    const line = bill.lines.find(({ chargeId }) => chargeId === part.chargeId)
    return line ? [{ ...line, ...part }] : []
  })

async function payerOf(work: Work, { id, basis }: KeptBill): Promise<Omit<Evidence, 'amountFen'> | null> {
  const claim = basis && (await findClaimOf(work, id))
  return claim ? { kind: 'payer', id: claim.claimId, number: claim.number, label: basis.payerName, at: claim.paidAt ?? work.now } : null
}

/** What of each payment of the patient has stayed. */
async function evidenceOf(work: Work, { id }: KeptBill): Promise<Evidence[]> {
  const payments = (await listPayments(work, id)).filter(({ amountFen, leftFen }) => amountFen > 0n && leftFen > 0n)
  return payments.map(({ id: paymentId, number, means, at, leftFen }) => ({
    ...{ kind: 'patient' as const, id: paymentId, number, at },
    label: meansWords[means],
    amountFen: leftFen,
  }))
}

const sources = { paid: 'bill', refunded: 'refund', refused: 'refused' } as const satisfies Record<Change['reason'], string>
const sourceOf = (bill: KeptBill, serviceId: Id<'service'>, reason: Change['reason'], cause: Cause): string =>
  `billing.${sources[reason]}:${cause.kind === 'payment' || reason === 'paid' ? bill.id : cause.id}:${serviceId}`

async function record(work: Work, bill: KeptBill, changes: readonly Change[], cause: Cause): Promise<void> {
  if (changes.length === 0) return
  const services = await findServices(
    work,
    changes.map(({ serviceId }) => serviceId),
  )
  const { networkId, collectorId, visitId, personId } = bill
  for (const { serviceId, ...change } of changes) {
    const { name, serviceDate, service } = present(services.get(serviceId), 'the service of a billed line')
    await recordProceeds(work, {
      ...change,
      source: sourceOf(bill, serviceId, change.reason, cause),
      ...{ networkId, collectorId, serviceId, visitId, personId, name, serviceDate, service },
      happenedAt: work.now,
    })
  }
}
