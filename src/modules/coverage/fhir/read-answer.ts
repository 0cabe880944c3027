import { type Static, Type as T, type TSchema } from 'typebox'
import { Check } from 'typebox/value'
import type { AnsweredLine, ClaimAnswer } from '../domain/claim.ts'
import { type DenialCode, denialCodes } from '../domain/denial.ts'
import type { EligibilityAnswer } from '../domain/eligibility.ts'
import type { MessageKind } from '../domain/message.ts'
import { systems } from './elements.ts'

type Payment = { readonly requestId: string; readonly amountFen: bigint }

/** What a payer's resource says; `unknown`: nothing that we can read. */
export type Answer =
  | { readonly kind: 'eligibility-response'; readonly requestId: string; readonly answer: EligibilityAnswer }
  | { readonly kind: 'claim-response'; readonly requestId: string; readonly answer: ClaimAnswer }
  | { readonly kind: 'payment'; readonly payments: readonly Payment[] }
  | { readonly kind: 'unknown' }

const money = T.Object({ value: T.Number(), currency: T.Literal('CNY') })
const concept = T.Object({ coding: T.Array(T.Object({ system: T.String(), code: T.String() }), { minItems: 1 }) })
const request = T.Object({
  identifier: T.Object({
    system: T.Literal(systems.message),
    value: T.String({ pattern: '^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }),
  }),
})

const eligibilityResponse = T.Object({
  resourceType: T.Literal('CoverageEligibilityResponse'),
  request,
  outcome: T.Union([T.Literal('complete'), T.Literal('error')]),
  disposition: T.Optional(T.String()),
  insurance: T.Optional(
    T.Array(
      T.Object({
        inforce: T.Boolean(),
        item: T.Optional(T.Array(T.Object({ benefit: T.Array(T.Object({ type: concept, usedMoney: T.Optional(money) })) }))),
      }),
      { minItems: 1, maxItems: 1 },
    ),
  ),
})
const adjudication = T.Array(T.Object({ category: concept, reason: T.Optional(concept), amount: T.Optional(money) }))
const claimResponse = T.Object({
  resourceType: T.Literal('ClaimResponse'),
  use: T.Literal('claim'),
  request,
  outcome: T.Literal('complete'),
  item: T.Optional(T.Array(T.Object({ itemSequence: T.Integer({ minimum: 1 }), adjudication }))),
  total: T.Optional(T.Array(T.Object({ category: concept, amount: money }))),
})
const paymentReconciliation = T.Object({
  resourceType: T.Literal('PaymentReconciliation'),
  status: T.Literal('active'),
  detail: T.Array(T.Object({ request, amount: money }), { minItems: 1, maxItems: 500 }),
})

/** Reads what a payer sent; a resource that is not as FHIR R4 and the contract have it is `unknown`, never an error. */
export function readAnswer(resource: object): Answer {
  if (is(eligibilityResponse, resource)) return readEligibility(resource)
  if (is(claimResponse, resource)) return readClaimResponse(resource)
  if (is(paymentReconciliation, resource)) return readPayment(resource)
  return { kind: 'unknown' }
}

/** What it says it is, for lists, also where it cannot be read. */
export function kindOf({ resourceType }: { readonly resourceType?: unknown }): MessageKind {
  const kinds: Record<string, MessageKind> = {
    CoverageEligibilityResponse: 'eligibility-response',
    ClaimResponse: 'claim-response',
    PaymentReconciliation: 'payment',
  }
  return kinds[String(resourceType)] ?? 'unknown'
}

const is = <Schema extends TSchema>(schema: Schema, value: unknown): value is Static<Schema> => Check(schema, value)

const messageOf = ({ identifier }: Static<typeof request>): string => identifier.value.slice('urn:uuid:'.length)
const codeIn = ({ coding }: Static<typeof concept>, system: string): string | undefined =>
  coding.find((entry) => entry.system === system)?.code

/** Yuan of a JSON number in fen; a third decimal is not rounded away. */
function fenOf({ value }: Static<typeof money>): bigint | null {
  const fen = Math.round(value * 100)
  return Number.isSafeInteger(fen) && Math.abs(value * 100 - fen) < 1e-6 * Math.max(1, Math.abs(value)) ? BigInt(fen) : null
}

function readEligibility({ request, outcome, disposition, insurance }: Static<typeof eligibilityResponse>): Answer {
  const [cover] = insurance ?? []
  const benefits = (cover?.item ?? []).flatMap(({ benefit }) => benefit)
  const usedOf = (type: string): bigint | null => {
    const found = benefits.find((benefit) => codeIn(benefit.type, systems.benefitType) === type)
    return found?.usedMoney ? fenOf(found.usedMoney) : 0n
  }
  const used = { deductibleFen: usedOf('deductible'), benefitFen: usedOf('benefit') }
  if (used.deductibleFen === null || used.benefitFen === null) return { kind: 'unknown' }
  const state = outcome === 'complete' && cover?.inforce ? 'confirmed' : 'refused'
  const answer = { state, reason: disposition ?? null, used: { deductibleFen: used.deductibleFen, benefitFen: used.benefitFen } } as const
  return { kind: 'eligibility-response', requestId: messageOf(request), answer }
}

function readClaimResponse({ request, item = [], total = [] }: Static<typeof claimResponse>): Answer {
  const lines: AnsweredLine[] = []
  for (const { itemSequence, adjudication } of item) {
    const benefit = adjudication.find(({ category }) => codeIn(category, systems.adjudication) === 'benefit')
    const benefitFen = benefit?.amount ? fenOf(benefit.amount) : null
    if (benefitFen === null || benefitFen < 0n) return { kind: 'unknown' }
    lines.push({ sequence: itemSequence, benefitFen, denialCode: denialOf(adjudication) })
  }
  const deductible = total.find(({ category }) => codeIn(category, systems.adjudication) === 'deductible')
  const answer = { lines, deductibleFen: deductible ? fenOf(deductible.amount) : null }
  return { kind: 'claim-response', requestId: messageOf(request), answer }
}

function denialOf(entries: Static<typeof adjudication>): DenialCode | null {
  const codes = entries.flatMap(({ reason }) => (reason ? [codeIn(reason, systems.denial)] : []))
  return denialCodes.find((code) => codes.includes(code)) ?? null
}

function readPayment({ detail }: Static<typeof paymentReconciliation>): Answer {
  const payments: Payment[] = []
  for (const { request, amount } of detail) {
    const amountFen = fenOf(amount)
    if (amountFen === null) return { kind: 'unknown' }
    payments.push({ requestId: messageOf(request), amountFen })
  }
  return { kind: 'payment', payments }
}
