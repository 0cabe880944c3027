import { type DecidedItem, type Decision, decide, type Item } from './decide.ts'
import type { Member, Product, State } from './state.ts'

type Coded = { readonly coding?: readonly { readonly system: string; readonly code: string }[] }
type Reference = { readonly identifier?: { readonly value?: string } }

/** The parts of a FHIR R4 request that an insurer looks at. */
export type Request = {
  readonly resourceType: string
  readonly identifier: readonly { readonly value: string }[]
  readonly status: string
  readonly created: string
  readonly servicedDate?: string
  readonly patient: Reference
  readonly provider?: Reference
  readonly type?: Coded
  readonly related?: readonly { readonly claim: Reference }[]
  readonly item?: readonly {
    readonly sequence: number
    readonly category: Coded
    readonly productOrService: Coded
    readonly servicedDate: string
    readonly net: { readonly value: number }
  }[]
}

const hl7 = 'http://terminology.hl7.org/CodeSystem'
const concept = (system: string, code: string) => ({ coding: [{ system, code }] })
const yuan = (fen: number) => ({ value: fen / 100, currency: 'CNY' })
const adjudicated = (code: string) => concept(`${hl7}/adjudication`, code)
const codeOf = (coded: Coded | undefined) => coded?.coding?.[0]?.code ?? ''
const policyOf = ({ patient }: Request) => patient.identifier?.value ?? ''
const requestOf = ({ identifier }: Request) => ({ identifier: { system: 'urn:ietf:rfc:3986', value: identifier[0]?.value ?? '' } })
const idOf = ({ identifier }: Request) => identifier[0]?.value ?? ''

/** Decides a request and puts what is to be said into the outbox, in one change of the state. */
export function answer(state: State, request: Request, refused: ReadonlySet<string>): void {
  if (request.resourceType === 'CoverageEligibilityRequest') send(state, request, 'answer', eligibility(state, request))
  if (request.resourceType === 'Claim') claim(state, request, refused)
}

function send(state: State, request: Request, what: string, resource: object): void {
  const correlationId = idOf(request).replace('urn:uuid:', '')
  state.outbox.push({ key: `${correlationId}:${what}`, correlationId, resource })
}

function memberOf(state: State, policyNumber: string): { member: Member; product: Product } | null {
  const member = state.members[policyNumber]
  const product = member && state.products[member.product]
  return product ? { member, product } : null
}

/** What a policy has used up in a year: elsewhere, and by claims that were not replaced. */
function spentBy(state: State, policyNumber: string, year: number): { deductibleFen: number; benefitFen: number } {
  const elsewhere = state.members[policyNumber]?.elsewhere
  const spent = elsewhere?.year === year ? { ...elsewhere } : { deductibleFen: 0, benefitFen: 0 }
  for (const claim of Object.values(state.claims)) {
    if (claim.policyNumber !== policyNumber || claim.year !== year || claim.replaced) continue
    spent.deductibleFen += claim.deductibleFen
    spent.benefitFen += claim.benefitFen
  }
  return { deductibleFen: spent.deductibleFen, benefitFen: spent.benefitFen }
}

function eligibility(state: State, request: Request): object {
  const policyNumber = policyOf(request)
  const date = request.servicedDate ?? request.created.slice(0, 10)
  const known = memberOf(state, policyNumber)
  const inforce = known !== null && date >= known.member.validFrom && (known.member.validUntil === null || date <= known.member.validUntil)
  const spent = spentBy(state, policyNumber, Number(date.slice(0, 4)))
  const benefit = (code: string, allowed: number | null, used: number) => ({
    type: concept(`${hl7}/benefit-type`, code),
    ...(allowed === null ? {} : { allowedMoney: yuan(allowed) }),
    usedMoney: yuan(used),
  })
  const item = known && {
    category: concept(`${hl7}/ex-benefitcategory`, '30'),
    benefit: [
      benefit('deductible', known.product.deductibleFen, spent.deductibleFen),
      benefit('benefit', known.product.annualLimitFen, spent.benefitFen),
    ],
  }
  return {
    resourceType: 'CoverageEligibilityResponse',
    status: 'active',
    purpose: ['benefits', 'validation'],
    patient: request.patient,
    servicedDate: date,
    created: request.created,
    request: requestOf(request),
    outcome: 'complete',
    ...(inforce ? {} : { disposition: known ? '保单不在保障期内 / not in force on this day' : '没有这个保单号 / policy unknown' }),
    insurer: { identifier: { value: state.payerCode } },
    insurance: [{ coverage: request.patient, inforce, ...(item ? { item: [item] } : {}) }],
  }
}

const itemsOf = ({ item = [] }: Request): Item[] =>
  item.map(({ sequence, category, productOrService, servicedDate, net }) => ({
    sequence,
    category: codeOf(category),
    system: (productOrService.coding?.[0]?.system ?? '').split(':').at(-1) ?? '',
    code: codeOf(productOrService),
    date: servicedDate,
    fen: Math.round(net.value * 100),
  }))

/** A claim in the place of an earlier one takes back what that one used up; only the difference of money moves. */
function claim(state: State, request: Request, refused: ReadonlySet<string>): void {
  const prior = state.claims[request.related?.[0]?.claim.identifier?.value ?? '']
  if (prior) prior.replaced = true
  const items = request.status === 'cancelled' ? [] : itemsOf(request)
  const policyNumber = policyOf(request)
  const year = Number((items[0]?.date ?? request.created).slice(0, 4))
  const known = memberOf(state, policyNumber)
  const decision: Decision = known
    ? decide(known.member, known.product, spentBy(state, policyNumber, year), items, refused)
    : { items: items.map(({ sequence }) => ({ sequence, benefitFen: 0, denial: 'D01' })), copayFen: 0, deductibleFen: 0, benefitFen: 0 }
  const { deductibleFen, benefitFen } = decision
  state.claims[idOf(request)] = { policyNumber, year, deductibleFen, benefitFen, replaced: false }
  send(state, request, 'answer', claimResponse(state, request, decision))
  const difference = benefitFen - (prior?.benefitFen ?? 0)
  if (difference !== 0) send(state, request, 'payment', payment(request, difference))
}

const claimResponse = (state: State, request: Request, { items, copayFen, deductibleFen, benefitFen }: Decision) => ({
  resourceType: 'ClaimResponse',
  status: request.status,
  type: request.type,
  use: 'claim',
  patient: request.patient,
  created: request.created,
  insurer: { identifier: { value: state.payerCode } },
  requestor: request.provider,
  request: requestOf(request),
  outcome: 'complete',
  ...(items.length > 0 ? { item: items.map(adjudicatedItem) } : {}),
  total: [
    { category: adjudicated('copay'), amount: yuan(copayFen) },
    { category: adjudicated('deductible'), amount: yuan(deductibleFen) },
    { category: adjudicated('benefit'), amount: yuan(benefitFen) },
  ],
})

const adjudicatedItem = ({ sequence, benefitFen, denial }: DecidedItem) => ({
  itemSequence: sequence,
  adjudication: [
    {
      category: adjudicated('benefit'),
      ...(denial ? { reason: concept('urn:careloom:denial-code', denial) } : {}),
      amount: yuan(benefitFen),
    },
  ],
})

const payment = (request: Request, fen: number) => ({
  resourceType: 'PaymentReconciliation',
  status: 'active',
  created: request.created,
  paymentDate: request.created.slice(0, 10),
  paymentAmount: yuan(fen),
  paymentIdentifier: { value: `PAY-${idOf(request).slice(-12)}` },
  detail: [
    {
      type: concept(`${hl7}/payment-type`, fen < 0 ? 'adjustment' : 'payment'),
      request: requestOf(request),
      date: request.created.slice(0, 10),
      amount: yuan(fen),
    },
  ],
})
