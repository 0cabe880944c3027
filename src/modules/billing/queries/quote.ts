import { type Static, Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, words } from '../../../platform/operation/schema.ts'
import { amountsByInstitution, findTermsInForce, shareService, takesPart, termsOn } from '../../agreements/index.ts'
import { findBasis, linesToDivide } from '../commands/basis.ts'
import { type DividedLine, type Division, divide } from '../domain/basis.ts'
import type { Parts } from '../domain/bill.ts'
import type { PricedService } from '../domain/service.ts'
import { findInstitutionNames } from '../store/bill.ts'
import { listOpenCharges, listServices } from '../store/service.ts'

const eligibilityStates = ['confirmed', 'not-confirmed'] as const
const fen = T.Integer({ description: 'fen of CNY' })
export const partsView = T.Object({ listFen: fen, discountFen: fen, payerFen: fen, patientFen: fen })

/** One step of the explanation why the patient pays what she pays. */
export const stepView = T.Object({ step: T.String(), amountFen: fen, sentence: bilingual })

/** What something costs, who pays how much of it and why, and who gets what. */
export const quoteView = T.Object({
  ...partsView.properties,
  /** Null: nobody covers the person. */
  payer: nullable(bilingual),
  productName: nullable(bilingual),
  eligibility: nullable(T.Object({ state: words(eligibilityStates, 'eligibilityState'), asOf: nullable(instant) })),
  steps: T.Array(stepView),
  /** Null: who may not read shares, or has no part in it. */
  shares: nullable(T.Array(T.Object({ id: T.String(), name: bilingual, amountFen: fen }))),
  lines: T.Array(T.Object({ chargeId: idOf('charge'), ...partsView.properties })),
})
export type Quote = Static<typeof quoteView>

type Asked = {
  readonly networkId: Id<'network'>
  /** Null: without a person and her cover. */
  readonly personId: Id<'person'> | null
  /** Null: not yet a visit; else its open charges count first. */
  readonly visitId: Id<'visit'> | null
  readonly services: readonly PricedService[]
}

/** What these services add to a visit: what it comes to with them, minus what its open charges come to without. The caller has network scope. */
export async function quote(work: Work, asked: Asked): Promise<Quote> {
  const { visitId } = asked
  const open = visitId ? linesToDivide(await listOpenCharges(work, visitId), await listServices(work, visitId, 'as they are')) : []
  return quoteBeside(work, asked, open)
}

/** The same beside charges that are known; none: what the services come to by themselves. */
export async function quoteBeside(work: Work, asked: Asked, open: readonly DividedLine[]): Promise<Quote> {
  const added = asked.services.flatMap(({ serviceDate, charges }) =>
    charges.map((charge): DividedLine => ({ ...charge, date: serviceDate })),
  )
  const date = [...open, ...added].map((line) => line.date).toSorted()[0]
  const basis = asked.personId && date ? await findBasis(work, { ...asked, personId: asked.personId, date }, 'as it is') : null
  const [before, after] = [divide(basis, open), divide(basis, [...open, ...added])]
  return {
    ...viewOfChange(before.totals, after.totals),
    payer: basis?.payerName ?? null,
    productName: basis?.productName ?? null,
    eligibility: basis && { state: basis.eligibility.state === 'confirmed' ? 'confirmed' : 'not-confirmed', asOf: basis.eligibility.asOf },
    steps: viewOfSteps(after.steps),
    shares: await findShares(work, asked, after),
    lines: added.map(({ chargeId }) => ({ chargeId, ...viewOfParts(after.parts.get(chargeId) ?? nothing) })),
  }
}

const nothing: Parts = { listFen: 0n, discountFen: 0n, payerFen: 0n, patientFen: 0n }

/** Parts as a view shows them. */
export const viewOfParts = ({ listFen, discountFen, payerFen, patientFen }: Parts): Static<typeof partsView> => ({
  listFen: Number(listFen),
  discountFen: Number(discountFen),
  payerFen: Number(payerFen),
  patientFen: Number(patientFen),
})

const viewOfChange = (before: Parts, after: Parts): Static<typeof partsView> => ({
  listFen: Number(after.listFen - before.listFen),
  discountFen: Number(after.discountFen - before.discountFen),
  payerFen: Number(after.payerFen - before.payerFen),
  patientFen: Number(after.patientFen - before.patientFen),
})

export const viewOfSteps = (steps: Division['steps']): Static<typeof stepView>[] =>
  steps.map(({ step, amountFen, sentence }) => ({ step, amountFen: Number(amountFen), sentence }))

const sharePermission = 'agreements.share.read'

/** Who gets what of what is left after the discount, by the agreements of each day; null: not for this reader, or not to be divided. */
async function findShares(work: Work, { networkId, services }: Asked, { parts }: Division): Promise<Quote['shares']> {
  if (!work.actor.permissions.has(sharePermission)) return null
  const dates = services.map(({ serviceDate }) => serviceDate).toSorted()
  const [first, last] = [dates[0], dates.at(-1)]
  const dated = first && last ? await findTermsInForce(work, networkId, first, last) : []
  const sums = new Map<string, bigint>()
  for (const { serviceDate, service, charges } of services) {
    const net = charges.map(({ chargeId, category, amountFen }) => ({
      category,
      amountFen: amountFen - (parts.get(chargeId)?.discountFen ?? 0n),
    }))
    const shares = shareService(termsOn(dated, serviceDate), { ...service, charges: net })
    if (!shares.ok || !takesPart(work.actor.institutionId, service, shares.value)) return null
    for (const [id, amountFen] of amountsByInstitution(service, shares.value)) sums.set(id, (sums.get(id) ?? 0n) + amountFen)
  }
  const names = await findInstitutionNames(work, [...sums.keys()])
  return [...sums].map(([id, amountFen]) => ({ id, name: names.get(id) ?? { zh: '', en: '' }, amountFen: Number(amountFen) }))
}
