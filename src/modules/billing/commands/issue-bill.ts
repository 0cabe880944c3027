import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { promise } from '../../commitments/index.ts'
import { recordUsage, submitClaim } from '../../coverage/index.ts'
import { recordReview } from '../../integrity/index.ts'
import { divide } from '../domain/basis.ts'
import { type Bill, openOf } from '../domain/bill.ts'
import { asked } from '../domain/posting.ts'
import { billIssued } from '../events.ts'
import { refuse } from '../refusals.ts'
import { insertBill, type KeptBill, lockBill } from '../store/bill.ts'
import { nextNumber } from '../store/number.ts'
import { findDiagnoses, type KeptCharge, type KeptService, listOpenCharges, listServices } from '../store/service.ts'
import { findBasis, linesToDivide } from './basis.ts'
import { billToPay, dueAfter } from './charge-service.ts'
import { claimLinesOf, keepBill, partiesOf, postOf } from './keep-bill.ts'
import { answerCharges, reviewCharges } from './review-charges.ts'

/** Asks for all open charges of a visit in one bill: reviewed, divided between payer and patient, posted, claimed. */
export const issueBill = defineCommand({
  name: 'billing.issue-bill',
  zh: '结账',
  en: 'Issue a bill',
  permission: 'billing.bill.issue',
  network: 'one bill asks for the services of all owners of a visit, by the rules, the cover and the history of the person',
  input: T.Object({
    visitId: idOf('visit'),
    answers: T.Optional(
      T.Array(
        T.Object({ lineId: T.String({ maxLength: 64 }), ruleCode: T.String({ maxLength: 64 }), reason: T.String({ maxLength: 200 }) }),
        {
          maxItems: 100,
        },
      ),
    ),
  }),
  output: T.Object({ billId: idOf('bill'), number: T.String() }),
  refusals: [
    'platform.not-found',
    'billing.nothing-to-bill',
    'integrity.line-stopped',
    'integrity.override-not-permitted',
    'integrity.reason-missing',
  ],
  async run(work, { visitId, answers = [] }) {
    const services = await listServices(work, visitId, 'locked')
    if (services[0]?.collectorId !== work.actor.institutionId) return refusePlatform('platform.not-found')
    const charges = await listOpenCharges(work, visitId)
    if (charges.length === 0) return refuse('billing.nothing-to-bill')
    const billId = work.newId<'bill'>()
    const answered = await answerCharges(work, await reviewCharges(work, 'recorded', billId, services, charges), answers)
    if (!answered.ok) return answered
    await recordReview(work, answered.value)
    const kept = await writeBill(work, billId, services, charges)
    await claim(work, kept)
    await promisePayment(work, kept)
    await work.publish(billIssued.of(billId, { billId, visitId }))
    return ok({ billId, number: kept.number })
  },
})

async function writeBill(work: Work, id: Id<'bill'>, services: readonly KeptService[], charges: readonly KeptCharge[]): Promise<KeptBill> {
  const billed = services.filter((service) => charges.some(({ serviceId }) => serviceId === service.id))
  const { visitId, personId, networkId, collectorId, serviceDate } = (billed[0] ?? services[0]) as KeptService
  const basis = await findBasis(work, { personId, networkId, visitId, date: serviceDate }, 'locked')
  const { parts, totals, steps, usage } = divide(basis, linesToDivide(charges, services))
  const lines = charges.flatMap(({ chargeId, serviceId, name }) => {
    const part = parts.get(chargeId)
    return part ? [{ ...part, chargeId, serviceId, name, refusedFen: 0n }] : []
  })
  const bill: Bill = { issuedFen: totals.listFen, lines, patientPaidFen: 0n, payerPaidFen: 0n, answered: false, recorded: false }
  const denials = new Map([...parts].map(([chargeId, { denial }]) => [chargeId, denial]))
  const number = await nextNumber(work, collectorId, 'B')
  const head = { id, number, visitId, personId, networkId, collectorId, serviceDate, basis, steps }
  await insertBill(work, { ...head, issuedAt: work.now, issuedBy: work.actor.accountId, bill, denials })
  await postOf(work, head, { source: `billing.bill:${id}`, what: 'bill', transfers: asked(partiesOf(head), lines) })
  if (basis) await recordUsage(work, { memberId: basis.memberId, date: serviceDate, source: `billing.bill:${id}`, ...usage })
  const kept = (await lockBill(work, id)) as KeptBill
  await keepBill(work, kept, kept.bill, { kind: 'payment' })
  return kept
}

/** What the payer is asked for, or has to know of because it counts against the deductible. */
async function claim(work: Work, { basis, bill, ...head }: KeptBill): Promise<void> {
  const covered = bill.lines.some(({ denial }) => denial === null)
  if (!basis || !covered) return
  const { id, number, visitId, personId, networkId, collectorId, serviceDate } = head
  await submitClaim(work, {
    ...{ billId: id, billNumber: number, visitId, personId, networkId, collectorId, serviceDate, memberId: basis.memberId },
    diagnoses: (await findDiagnoses(work, visitId)) ?? [],
    deductibleFen: head.steps.find(({ step }) => step === 'deductible')?.amountFen ?? 0n,
    lines: claimLinesOf(bill.lines),
  })
}

async function promisePayment(work: Work, { id, number, collectorId, personId, bill }: KeptBill): Promise<void> {
  if (openOf(bill).patientFen === 0n) return
  await promise(work, {
    kind: billToPay,
    subjectId: id,
    owner: collectorId,
    escalatesTo: null,
    person: personId,
    dueAt: await dueAfter(work, 'days-to-pay'),
    role: 'butler',
    label: { zh: number, en: number },
  })
}
