import { type Static, Type as T } from 'typebox'
import type { Work } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, plainDate, words } from '../../../platform/operation/schema.ts'
import { findAccountNames } from '../../../platform/session/index.ts'
import { chargeCategories } from '../../agreements/index.ts'
import { claimStates, denialCodes, findClaimOf } from '../../coverage/index.ts'
import type { Basis } from '../domain/basis.ts'
import { billStates, openOf, stateOf, totalOf } from '../domain/bill.ts'
import { paymentMeans } from '../domain/posting.ts'
import { unitsOf } from '../domain/proceeds.ts'
import { type BillRow, findInstitutionNames, type KeptBill, type KeptLine } from '../store/bill.ts'
import { listAnswers, listPayments, listRefunds } from '../store/payment.ts'
import { findServices } from '../store/service.ts'
import { partsView, stepView, viewOfParts, viewOfSteps } from './quote.ts'

const fen = T.Integer({ description: 'fen of CNY' })
export const billState = words(billStates, 'billState')

const lineView = T.Object({
  chargeId: idOf('charge'),
  name: bilingual,
  category: words(chargeCategories, 'chargeCategory'),
  quantity: T.Integer(),
  /** List price as it was issued; the parts are as they stand after refunds. */
  issuedFen: fen,
  ...partsView.properties,
  /** What the payer refused of its part: nobody's money. */
  refusedFen: fen,
  /** Why the payer does not cover it. */
  denial: nullable(words(denialCodes, 'denialCode')),
})

/** By what it was divided; what is used up of the plan year counts this bill as it stands. */
const coverView = T.Object({
  payer: bilingual,
  productName: bilingual,
  policyNumber: T.String(),
  deductibleFen: fen,
  deductibleUsedFen: fen,
  limitFen: nullable(fen),
  limitUsedFen: fen,
})

/** A bill with everything that explains it. */
export const billView = T.Object({
  billId: idOf('bill'),
  number: T.String(),
  state: billState,
  version: T.Integer(),
  visitId: idOf('visit'),
  personId: idOf('person'),
  serviceDate: plainDate,
  issuedAt: instant,
  issuedBy: nullable(bilingual),
  collector: bilingual,
  ...partsView.properties,
  issuedFen: fen,
  patientPaidFen: fen,
  patientOpenFen: fen,
  payerPaidFen: fen,
  /** Below zero: what the payer gets back after a refund. */
  payerOpenFen: fen,
  refusedFen: fen,
  cover: nullable(coverView),
  steps: T.Array(stepView),
  services: T.Array(
    T.Object({
      serviceId: idOf('service'),
      name: bilingual,
      owner: bilingual,
      at: instant,
      /** It was cancelled after it was billed: a refund is owed. */
      withdrawn: T.Boolean(),
      lines: T.Array(lineView),
    }),
  ),
  payments: T.Array(
    T.Object({
      number: T.String(),
      means: words(paymentMeans, 'paymentMeans'),
      /** Below zero: paid back. */
      amountFen: fen,
      reference: nullable(T.String()),
      at: instant,
      by: nullable(bilingual),
    }),
  ),
  refunds: T.Array(T.Object({ number: T.String(), reason: T.String(), at: instant, by: nullable(bilingual), ...partsView.properties })),
  claim: nullable(
    T.Object({
      claimId: idOf('claim'),
      number: T.String(),
      state: words(claimStates, 'claimState'),
      claimedFen: fen,
      answeredFen: nullable(fen),
      paidFen: fen,
      dueAt: instant,
    }),
  ),
  answers: T.Array(T.Object({ number: T.String(), paidAt: instant, paidFen: fen, refusedFen: fen })),
})

const unnamed = { zh: '', en: '' }

const viewOfLine = (line: KeptLine): Static<typeof lineView> => ({
  ...viewOfParts(line),
  ...{ chargeId: line.chargeId, name: line.name, quantity: unitsOf(line, line.listFen), issuedFen: Number(line.issuedFen) },
  category: line.category as Static<typeof lineView>['category'],
  refusedFen: Number(line.refusedFen),
  denial: line.denial as Static<typeof lineView>['denial'],
})

/** The bill for who collects it, or for the person herself: she is not told which of the staff did what. */
export async function viewOfBill(work: Work, kept: KeptBill): Promise<Static<typeof billView>> {
  const { bill, basis } = kept
  const [payments, refunds] = [await listPayments(work, kept.id), await listRefunds(work, kept.id)]
  const staff =
    work.actor.kind === 'staff'
      ? await findAccountNames(work, [kept.issuedBy, ...payments.map(({ by }) => by), ...refunds.map(({ by }) => by)])
      : new Map<string, Static<typeof bilingual>>()
  const open = openOf(bill)
  const { refusedFen, ...totals } = totalOf(bill.lines)
  return {
    ...{
      billId: kept.id,
      number: kept.number,
      state: stateOf(bill),
      version: kept.version,
      visitId: kept.visitId,
      personId: kept.personId,
    },
    ...{ serviceDate: kept.serviceDate, issuedAt: kept.issuedAt, issuedBy: staff.get(kept.issuedBy) ?? null },
    collector: (await findInstitutionNames(work, [kept.collectorId])).get(kept.collectorId) ?? unnamed,
    ...viewOfParts(totals),
    ...{ issuedFen: Number(bill.issuedFen), patientPaidFen: Number(bill.patientPaidFen), patientOpenFen: Number(open.patientFen) },
    ...{ payerPaidFen: Number(bill.payerPaidFen), payerOpenFen: Number(open.payerFen), refusedFen: Number(refusedFen) },
    cover: basis && viewOfCover(basis, kept.steps, totals.payerFen),
    steps: viewOfSteps(kept.steps),
    services: await servicesOf(work, bill.lines),
    payments: payments.map(({ number, means, amountFen, reference, at, by }) => ({
      ...{ number, means, amountFen: Number(amountFen), reference, at, by: staff.get(by) ?? null },
    })),
    refunds: refunds.map(({ number, reason, at, by, changes }) => ({
      ...{ number, reason, at, by: staff.get(by) ?? null, ...viewOfParts(totalOf(changes)) },
    })),
    claim: await claimOf(work, kept),
    answers: (await listAnswers(work, kept.id)).map((answer) => ({
      ...{ number: answer.number, paidAt: answer.paidAt, paidFen: Number(answer.paidFen), refusedFen: Number(answer.refusedFen) },
    })),
  }
}

function viewOfCover(basis: Basis, steps: KeptBill['steps'], payerFen: bigint): Static<typeof coverView> {
  const { payerName: payer, productName, policyNumber, plan, used } = basis
  const deductibleFen = steps.find(({ step }) => step === 'deductible')?.amountFen ?? 0n
  return {
    ...{ payer, productName, policyNumber },
    deductibleFen: Number(plan.deductibleFen),
    deductibleUsedFen: Number(used.deductibleFen + deductibleFen),
    limitFen: plan.annualLimitFen === null ? null : Number(plan.annualLimitFen),
    limitUsedFen: Number(used.benefitFen + payerFen),
  }
}

async function servicesOf(work: Work, lines: readonly KeptLine[]): Promise<Static<typeof billView>['services']> {
  const services = [...(await findServices(work, [...new Set(lines.map(({ serviceId }) => serviceId))])).values()]
  const names = await findInstitutionNames(
    work,
    services.map(({ service }) => service.hostId),
  )
  return services.map(({ id, name, service, at, withdrawn }) => ({
    ...{ serviceId: id, name, owner: names.get(service.hostId) ?? unnamed, at, withdrawn },
    lines: lines.filter(({ serviceId }) => serviceId === id).map(viewOfLine),
  }))
}

async function claimOf(work: Work, { id }: KeptBill): Promise<Static<typeof billView>['claim']> {
  const claim = await findClaimOf(work, id)
  if (!claim) return null
  const { claimId, number, state, claimedFen, answeredFen, paidFen, dueAt } = claim
  const answered = answeredFen === null ? null : Number(answeredFen)
  return { claimId, number, state, claimedFen: Number(claimedFen), answeredFen: answered, paidFen: Number(paidFen), dueAt }
}

/** A row of a list of bills. */
export const billRowView = T.Object({
  billId: idOf('bill'),
  number: T.String(),
  visitId: idOf('visit'),
  personId: idOf('person'),
  personName: nullable(T.String()),
  name: bilingual,
  state: billState,
  issuedAt: instant,
  serviceDate: plainDate,
  ...partsView.properties,
  patientOpenFen: fen,
  payerOpenFen: fen,
})

export const viewOfRow = ({ id, nameZh, nameEn, patientOpenFen, payerOpenFen, ...row }: BillRow): Static<typeof billRowView> => ({
  ...{ billId: id, number: row.number, visitId: row.visitId, personId: row.personId, personName: row.personName, state: row.state },
  ...{ name: { zh: nameZh, en: nameEn }, issuedAt: row.issuedAt, serviceDate: row.serviceDate },
  ...viewOfParts(row),
  ...{ patientOpenFen: Number(patientOpenFen), payerOpenFen: Number(payerOpenFen) },
})
