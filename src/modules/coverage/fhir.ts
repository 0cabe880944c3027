import type { Claim, Coverage, Reference } from '@medplum/fhirtypes'
import {
  called,
  codes,
  concept,
  date,
  daysOf,
  defineResource,
  identifierOf,
  moneyOf,
  person,
  reference,
  referTo,
  referToRow,
  systems,
  token,
} from '../../fhir/index.ts'
import type { Name } from '../../kernel/result.ts'
import { itemSystem, systems as payerSystems } from './fhir/elements.ts'
import { findOutsideClaims, findOutsideCovers, type OutsideClaim, type OutsideCover } from './store/outside.ts'

const patientText = { zh: '就诊人：Patient/编号', en: 'the person: Patient/id' }
const byPatient = person(patientText)
const byPayer = token('payer', { zh: '保险公司编码', en: 'code of the payer' }, payerSystems.payer)

/** Payers are no organisation of the network: they are named by their code. */
const payerOf = (code: string, { zh }: Name): Reference<never> => ({
  type: 'Organization',
  identifier: identifierOf(payerSystems.payer, code),
  display: zh,
})

export const coverageResource = defineResource<OutsideCover>({
  type: 'Coverage',
  text: { zh: '商业保险保单', en: 'Policies of private insurers.' },
  permission: { staff: 'coverage.cover.read', patient: 'coverage.cover.read' },
  about: 'person',
  parameters: {
    patient: byPatient,
    beneficiary: person(patientText),
    identifier: token('policy', { zh: '保单号', en: 'policy number' }, systems.policy),
    payor: byPayer,
    'class-value': token('product', { zh: '产品编码', en: 'code of the product' }, 'urn:careloom:product'),
  },
  needs: ['patient', 'beneficiary'],
  includes: {
    patient: { target: 'Patient', of: ({ beneficiary }: Coverage) => [beneficiary] },
    beneficiary: { target: 'Patient', of: ({ beneficiary }: Coverage) => [beneficiary] },
  },
  history: {
    zh: '只保留现状；写下终止日期后版本号为 2。',
    en: 'Only the present state is kept; an end that was written down makes it version 2.',
  },
  instead: { zh: '登记保单：POST /api/coverage/members。', en: 'Record a policy with POST /api/coverage/members.' },
  find: async (work, seek, opened) => (opened ? findOutsideCovers(work, opened.personId, seek) : []),
  versions: (cover) => [{ id: cover.endedAt ? '2' : '1', at: cover.endedAt ?? cover.recordedAt, row: cover }],
  map: (cover): Coverage => ({
    resourceType: 'Coverage',
    identifier: [identifierOf(systems.policy, cover.policyNumber)],
    status: 'active',
    type: { text: cover.product.zh },
    subscriberId: cover.policyNumber,
    beneficiary: referTo('Patient', cover.personId),
    period: daysOf(cover.validFrom, cover.validUntil),
    payor: [payerOf(cover.payerCode, cover.payer)],
    class: [{ type: concept('coverage-class', 'plan'), value: cover.productCode, name: cover.product.zh }],
  }),
})

const itemOf = (
  { sequence, name, system, itemCode, category, quantity, listFen }: OutsideClaim['lines'][number],
  servicedDate: string,
) => ({
  sequence,
  category: called(payerSystems.category, category, { zh: null, en: null }),
  productOrService: called(itemSystem(system), itemCode, name),
  servicedDate,
  quantity: { value: quantity },
  net: moneyOf(BigInt(listFen)),
})

export const claimResource = defineResource<OutsideClaim>({
  type: 'Claim',
  text: {
    zh: '理赔单，由收款机构提交；付款结果在理赔工作台。机构不指定就诊人时查到自己提交的全部。',
    en: 'Claims of the collector to payers. Without a patient an institution finds all that it has sent.',
  },
  permission: { staff: 'coverage.claim.read', patient: 'coverage.cover.read' },
  about: 'person',
  parameters: {
    patient: byPatient,
    identifier: token('number', { zh: '理赔单号', en: 'number of the claim' }, systems.claim),
    status: codes(
      'state',
      { zh: '状态', en: 'status' },
      {
        active: ['to-submit', 'submitted', 'queried', 'paid', 'partly-denied', 'denied'],
        cancelled: ['cancelled'],
      },
    ),
    created: date('madeAt', { zh: '提交时间', en: 'when it was made' }),
    provider: reference('collector', { zh: '收款机构', en: 'who collects' }, ['Organization']),
    insurer: byPayer,
  },
  needs: [],
  sort: { by: 'created', newestFirst: true },
  includes: {
    patient: { target: 'Patient', of: ({ patient }: Claim) => [patient] },
    provider: { target: 'Organization', of: ({ provider }: Claim) => [provider] },
  },
  history: { zh: '版本号即修订号，只保留最新的一次修订。', en: 'The version is the revision; the newest is kept.' },
  instead: { zh: '理赔单随账单产生，见 /api/billing/bills。', en: 'Claims come about with bills: see /api/billing/bills.' },
  find: (work, seek, opened) => findOutsideClaims(work, opened?.personId ?? null, seek),
  versions: (claim) => [{ id: String(claim.revision), at: claim.revisedAt, row: claim }],
  map: (claim): Claim => ({
    resourceType: 'Claim',
    identifier: [identifierOf(systems.claim, claim.number)],
    status: claim.lines.length === 0 ? 'cancelled' : 'active',
    type: concept('claim-type', 'professional'),
    use: 'claim',
    patient: referTo('Patient', claim.personId),
    billablePeriod: { start: claim.serviceDate, end: claim.serviceDate },
    created: claim.madeAt,
    insurer: payerOf(claim.payerCode, claim.payer),
    provider: referTo('Organization', claim.collectorId, claim.collector.zh),
    priority: concept('processpriority', 'normal'),
    ...(claim.diagnoses.length > 0
      ? {
          diagnosis: claim.diagnoses.map((code, place) => ({
            sequence: place + 1,
            diagnosisCodeableConcept: called('icd-10', code, { zh: null, en: null }),
          })),
        }
      : {}),
    insurance: [{ sequence: 1, focal: true, coverage: referToRow('Coverage', claim.personId, claim.memberId) }],
    ...(claim.lines.length > 0 ? { item: claim.lines.map((line) => itemOf(line, claim.serviceDate)) } : {}),
    total: moneyOf(BigInt(claim.lines.reduce((sum, { listFen }) => sum + listFen, 0))),
  }),
})

/** What this room shows of itself as FHIR. */
export const coverageResources = [coverageResource, claimResource]
