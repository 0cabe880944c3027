import { expect, test } from 'vitest'
import type { Id } from '../../../kernel/id.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import { type Claim, reviseClaim } from '../domain/claim.ts'
import { claimResource } from './claim-resource.ts'
import { eligibilityRequest } from './eligibility-request.ts'
import { readAnswer } from './read-answer.ts'

const messageId = '01a20515-cb05-738b-9a36-6b86f9dbd0ce'
const now = '2026-11-25T07:10:00.000Z' as Instant
const parties = { policyNumber: 'HY-1001', payerCode: 'hengyu', provider: { id: 'op-1', name: '澜庭医疗综合体' } }
const patient = { identifier: { system: 'urn:careloom:policy-number', value: 'HY-1001' } }
const line = {
  lineId: 'a',
  name: { zh: '膝关节注射', en: 'Knee injection' },
  system: 'service',
  itemCode: 'knee-injection',
  category: 'professional',
  quantity: 1,
  listFen: 148_005n,
  discountFen: 7400n,
  payerFen: 117_545n,
  patientFen: 23_060n,
  sequence: 1,
  answeredFen: null,
  denialCode: null,
}
const claim: Claim = {
  id: 'c' as Id<'claim'>,
  number: 'CL-20261125-0001',
  billId: 'b' as Id<'bill'>,
  billNumber: 'B-20261125-0001',
  payerId: 'p' as Id<'payer'>,
  networkId: 'n' as Id<'network'>,
  collectorId: 'op-1' as Id<'institution'>,
  memberId: 'm' as Id<'member'>,
  personId: 'x' as Id<'person'>,
  visitId: 'v' as Id<'visit'>,
  serviceDate: '2026-11-25' as PlainDate,
  diagnoses: ['M17.9'],
  deductibleFen: 0n,
  state: 'to-submit',
  revision: 1,
  answeredRevision: 0,
  answeredDeductibleFen: null,
  corrected: { deductibleFen: 0n, benefitFen: 0n },
  paidFen: 0n,
  paidAt: null,
  query: null,
  madeAt: now,
  dueAt: now,
  lines: [line, { ...line, lineId: 'b', sequence: 2, itemCode: 'dressing', category: 'consumable', name: { zh: '敷料', en: 'Dressing' } }],
}

test('a claim is a FHIR R4 Claim: items at list price in yuan, the policy for the patient, no name of hers', () => {
  expect(claimResource(claim, parties, messageId, null, now)).toEqual({
    resourceType: 'Claim',
    identifier: [
      { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${messageId}` },
      { system: 'urn:careloom:claim-number', value: 'CL-20261125-0001' },
    ],
    status: 'active',
    type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/claim-type', code: 'professional' }] },
    use: 'claim',
    patient,
    created: now,
    insurer: { identifier: { system: 'urn:careloom:payer', value: 'hengyu' } },
    provider: { identifier: { system: 'urn:careloom:institution', value: 'op-1' }, display: '澜庭医疗综合体' },
    priority: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/processpriority', code: 'normal' }] },
    diagnosis: [{ sequence: 1, diagnosisCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'M17.9' }] } }],
    insurance: [{ sequence: 1, focal: true, coverage: patient }],
    item: [
      {
        sequence: 1,
        category: { coding: [{ system: 'urn:careloom:charge-category', code: 'professional' }] },
        productOrService: {
          coding: [{ system: 'urn:careloom:item:service', code: 'knee-injection', display: '膝关节注射' }],
          text: '膝关节注射',
        },
        servicedDate: '2026-11-25',
        quantity: { value: 1 },
        net: { value: 1480.05, currency: 'CNY' },
      },
      {
        sequence: 2,
        category: { coding: [{ system: 'urn:careloom:charge-category', code: 'consumable' }] },
        productOrService: { coding: [{ system: 'urn:careloom:item:service', code: 'dressing', display: '敷料' }], text: '敷料' },
        servicedDate: '2026-11-25',
        quantity: { value: 1 },
        net: { value: 1480.05, currency: 'CNY' },
      },
    ],
    total: { value: 2960.1, currency: 'CNY' },
  })
})

test('a revision names the one it replaces and keeps the numbers of its lines; nothing left is a cancelled claim without items', () => {
  const [, second] = claim.lines
  const revised = claimResource(reviseClaim(claim, second ? [second] : []), parties, messageId, 'prior-id', now)
  expect(revised).toMatchObject({
    status: 'active',
    related: [{ claim: { identifier: { value: 'urn:uuid:prior-id' } }, relationship: { coding: [{ code: 'prior' }] } }],
  })
  expect(revised.item?.map(({ sequence }) => sequence)).toEqual([2])
  const cancelled = claimResource(reviseClaim(claim, []), parties, messageId, 'prior-id', now)
  expect([cancelled.status, 'item' in cancelled, cancelled.total]).toEqual(['cancelled', false, { value: 0, currency: 'CNY' }])
})

test('a question is a FHIR R4 CoverageEligibilityRequest', () => {
  expect(eligibilityRequest(parties, messageId, '2026-11-25' as PlainDate, now)).toEqual({
    resourceType: 'CoverageEligibilityRequest',
    identifier: [{ system: 'urn:ietf:rfc:3986', value: `urn:uuid:${messageId}` }],
    status: 'active',
    purpose: ['benefits', 'validation'],
    patient,
    servicedDate: '2026-11-25',
    created: now,
    provider: { identifier: { system: 'urn:careloom:institution', value: 'op-1' }, display: '澜庭医疗综合体' },
    insurer: { identifier: { system: 'urn:careloom:payer', value: 'hengyu' } },
    insurance: [{ focal: true, coverage: patient }],
  })
})

const request = { identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${messageId}` } }
const coding = (system: string, code: string) => ({ coding: [{ system, code }] })
const adjudicated = (code: string) => coding('http://terminology.hl7.org/CodeSystem/adjudication', code)
const cny = (value: number) => ({ value, currency: 'CNY' })

test('an answer to a claim is read by line, with the reason of what is not paid and the deductible of the whole', () => {
  const item = [
    {
      itemSequence: 1,
      adjudication: [
        { category: adjudicated('copay'), amount: cny(1) },
        { category: adjudicated('benefit'), amount: cny(1175.45) },
      ],
    },
    {
      itemSequence: 2,
      adjudication: [{ category: adjudicated('benefit'), reason: coding('urn:careloom:denial-code', 'D06'), amount: cny(0) }],
    },
  ]
  const total = [{ category: adjudicated('deductible'), amount: cny(12.3) }]
  expect(readAnswer({ resourceType: 'ClaimResponse', use: 'claim', outcome: 'complete', request, item, total })).toEqual({
    kind: 'claim-response',
    requestId: messageId,
    answer: {
      deductibleFen: 1230n,
      lines: [
        { sequence: 1, benefitFen: 117_545n, denialCode: null },
        { sequence: 2, benefitFen: 0n, denialCode: 'D06' },
      ],
    },
  })
})

test('an eligibility answer says whether the policy is in force and what of the year is used; no cover at all is a refusal', () => {
  const type = (code: string) => coding('http://terminology.hl7.org/CodeSystem/benefit-type', code)
  const benefit = [
    { type: type('deductible'), allowedMoney: cny(1000), usedMoney: cny(250) },
    { type: type('benefit'), usedMoney: cny(0.29) },
  ]
  const response = { resourceType: 'CoverageEligibilityResponse', request, outcome: 'complete' }
  expect(readAnswer({ ...response, insurance: [{ inforce: true, item: [{ benefit }] }] })).toMatchObject({
    answer: { state: 'confirmed', reason: null, used: { deductibleFen: 25_000n, benefitFen: 29n } },
  })
  expect(readAnswer({ ...response, disposition: 'unknown' })).toMatchObject({ answer: { state: 'refused', reason: 'unknown' } })
})

test('a payment may name several claims and may take money back; what is not as agreed is unknown, never an error', () => {
  const detail = [
    { request, amount: cny(1175.45) },
    { request, amount: cny(-0.01) },
  ]
  expect(readAnswer({ resourceType: 'PaymentReconciliation', status: 'active', detail })).toEqual({
    kind: 'payment',
    payments: [
      { requestId: messageId, amountFen: 117_545n },
      { requestId: messageId, amountFen: -1n },
    ],
  })
  const odd = [
    {},
    { resourceType: 'Patient' },
    { resourceType: 'PaymentReconciliation', status: 'active', detail: [{ request, amount: { value: 1, currency: 'USD' } }] },
    { resourceType: 'PaymentReconciliation', status: 'active', detail: [{ request, amount: cny(1.001) }] },
    { resourceType: 'ClaimResponse', use: 'claim', outcome: 'complete', request, item: [{ itemSequence: 1, adjudication: [] }] },
  ]
  for (const resource of odd) expect(readAnswer(resource)).toEqual({ kind: 'unknown' })
})
