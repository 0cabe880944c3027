import { agreementInput, sevenPercent } from './agreement.ts'
import { planOfTest } from './cover.ts'
import { normInput } from './quality.ts'
import type { World } from './world.ts'
import { shanghai } from './world.ts'

/** What the calls of the tables point at: rows of the operator's institution. */
export type Targets = {
  readonly world: World
  readonly personId: string
  readonly visitId: string
  readonly commitmentId: string
  readonly proxyId: string
  readonly assessmentId: string
  /** Between operator and hospital, its version waits for signatures. */
  readonly agreementId: string
  readonly versionId: string
  /** A visit that has begun, its note, an order in the basket, a signed one and what came of it. */
  readonly careVisitId: string
  readonly allergyId: string
  readonly draftId: string
  readonly orderId: string
  readonly criticalValueId: string
  /** By which the visit and its orders were billed. */
  readonly billId: string
  /** What the review of one of its orders found. */
  readonly findingId: string
  /** Of the person, brought in from outside. */
  readonly factId: string
  /** Her policy, a claim of the operator and its message, which is parked. */
  readonly memberId: string
  readonly claimId: string
  readonly messageId: string
  /** What the person owes the operator's till, and the posting that made it so. */
  readonly accountId: string
  readonly postingId: string
  /** The operator's, of a settlement; one line of it; a service that waits for the next one. */
  readonly statementId: string
  readonly lineId: string
  readonly waitingServiceId: string
  /** A norm of the operator, sent to all members; an inspection of the clinic by the hospital and what has to be mended of it. */
  readonly normId: string
  readonly normVersionId: string
  readonly inspectionId: string
  readonly rectificationId: string
}

type Call = {
  readonly input: (targets: Targets) => object
  /** What another institution gets of these rows: nothing, or why that is not a question here. */
  readonly kind: 'private' | 'directory' | 'own'
}

const name = (text: string) => ({ zh: text, en: text })
const version = 2
const draft = { terms: sevenPercent, validFrom: '2027-01-01', validUntil: null }

const prices = [{ siteId: null, title: 'chief', category: 'professional', amountFen: 1 }]
const rotaOf = (world: World) => ({
  resourceId: world.west.room,
  validFrom: '2027-01-01',
  lines: [{ siteId: world.west.siteId, weekday: 1, opens: '08:00', closes: '09:00' }],
})

const refundOf = (chargeId: string) => [{ chargeId, amountFen: null }]
const emptyNote = { complaint: '', history: '', examination: '', vitals: {}, assessment: '', diagnoses: [], plan: '' }

/** One well-formed call per route. A route without an entry fails the isolation test, so no route is forgotten. */
export const calls: Readonly<Record<string, Call>> = {
  'platform.list-parked-deliveries': { kind: 'directory', input: () => ({}) },
  'platform.retry-delivery': { kind: 'own', input: () => ({ deliveryId: '1.booking.expire-hold' }) },
  'platform.skip-delivery': { kind: 'own', input: () => ({ deliveryId: '1.booking.expire-hold' }) },
  'platform.search-terms': { kind: 'directory', input: () => ({ system: 'icd-10', text: 'M17' }) },
  'commitments.list-commitments': { kind: 'private', input: () => ({}) },
  'commitments.pause-commitment': { kind: 'private', input: ({ commitmentId }) => ({ commitmentId, version: 1, reason: '等一份材料' }) },
  'commitments.resume-commitment': { kind: 'private', input: ({ commitmentId }) => ({ commitmentId, version: 1 }) },
  'network.list-institutions': { kind: 'directory', input: () => ({}) },
  'network.list-sites': { kind: 'directory', input: () => ({}) },
  'network.list-resources': { kind: 'directory', input: ({ world }) => ({ institutionId: world.clinic }) },
  'network.show-map': { kind: 'directory', input: () => ({}) },
  'network.show-institution': { kind: 'directory', input: ({ world }) => ({ institutionId: world.clinic }) },
  'network.list-practitioners': { kind: 'directory', input: ({ world }) => ({ institutionId: world.clinic, specialty: 'orthopaedics' }) },
  'network.show-practitioner': { kind: 'directory', input: ({ world }) => ({ practitionerId: world.expert }) },
  'network.found-network': {
    kind: 'own',
    input: ({ world }) => ({ code: 'OTHER', kind: 'MALL', name: name('别的网络'), operatorId: world.stranger }),
  },
  'network.register-institution': { kind: 'own', input: () => ({ kind: 'clinic', name: name(`机构 ${Math.random()}`) }) },
  'network.open-site': { kind: 'own', input: ({ world }) => ({ institutionId: world.stranger, name: name(`院区 ${Math.random()}`) }) },
  'network.add-room': {
    kind: 'own',
    input: ({ world }) => ({ siteId: world.east.siteId, ownerId: world.clinic, kind: 'treatment', name: name(`房 ${Math.random()}`) }),
  },
  'network.add-device': {
    kind: 'own',
    input: ({ world }) => ({ siteId: world.east.siteId, ownerId: world.clinic, kind: 'ultrasound', name: name(`机 ${Math.random()}`) }),
  },
  'network.register-practitioner': {
    kind: 'own',
    input: ({ world }) => ({
      mainInstitutionId: world.clinic,
      kind: 'orthopaedics',
      title: 'chief',
      name: name('新人'),
      licence: { number: `L${Math.random()}`, scope: ['orthopaedics'], validFrom: '2026-01-01', validUntil: null },
      filings: [],
    }),
  },
  'network.add-licence': {
    kind: 'own',
    input: ({ world }) => ({
      partyId: world.stranger,
      number: `L${Math.random()}`,
      scope: ['dentistry'],
      validFrom: '2026-01-01',
      validUntil: null,
    }),
  },
  'network.renew-licence': { kind: 'own', input: ({ world }) => ({ licenceId: world.networkId, validUntil: null }) },
  'network.file-practice': {
    kind: 'own',
    input: ({ world }) => ({ practitionerId: world.expert, institutionId: world.stranger, validFrom: '2026-01-01', validUntil: null }),
  },
  'network.renew-filing': { kind: 'own', input: ({ world }) => ({ filingId: world.networkId, validUntil: null }) },
  'network.set-travel-time': {
    kind: 'own',
    input: ({ world }) => ({ siteId: world.east.siteId, otherSiteId: world.west.siteId, minutes: 20 }),
  },
  'network.set-superior': {
    kind: 'own',
    input: ({ world }) => ({ networkCode: 'TEST', institutionId: world.clinic, line: 'quality', superiorId: world.imaging }),
  },
  'network.import-roster': { kind: 'own', input: () => ({ partial: false, rows: [{ line: 2, record: '机构' }] }) },
  'network.join-network': {
    kind: 'own',
    input: ({ world }) => ({ networkCode: 'TEST', partyId: world.imaging, from: '2026-12-01' }),
  },
  'network.end-membership': {
    kind: 'own',
    input: ({ world }) => ({ networkCode: 'TEST', partyId: world.stranger, from: '2026-12-01' }),
  },
  'people.find-people': { kind: 'private', input: () => ({ text: '隐私' }) },
  'people.open-person': { kind: 'private', input: ({ personId }) => ({ personId }) },
  'people.show-source': { kind: 'private', input: ({ personId, factId }) => ({ personId, factId }) },
  'people.show-portrait': { kind: 'private', input: ({ personId }) => ({ personId }) },
  'people.list-facts': { kind: 'private', input: ({ personId }) => ({ personId }) },
  'people.register-person': { kind: 'own', input: () => ({ name: '自己的人', birthDate: '1990-01-01' }) },
  'people.import-persons': {
    kind: 'own',
    input: () => ({ partial: false, rows: [{ line: 2, name: '名单上的人', birthDate: '1990-01-01', phone: '13900001111' }] }),
  },
  'people.sign-up': {
    kind: 'own',
    input: () => ({
      name: '新来的',
      birthDate: '1990-01-01',
      login: `visitor${Math.random()}`,
      password: 'three words long',
      textVersion: 1,
    }),
  },
  'people.invite-person': { kind: 'private', input: ({ personId }) => ({ personId }) },
  'people.reveal-identifier': { kind: 'private', input: ({ personId }) => ({ personId, reason: '核对证件' }) },
  'people.list-family': { kind: 'private', input: ({ personId }) => ({ personId }) },
  'people.add-family-member': {
    kind: 'private',
    input: () => ({ name: '小朋友', birthDate: '2020-01-01', relation: 'child', textVersion: 1 }),
  },
  'people.link-family': {
    kind: 'private',
    input: ({ personId, visitId }) => ({ holderPersonId: personId, personId: visitId, relation: 'other' }),
  },
  'people.end-family-member': { kind: 'private', input: ({ personId, proxyId }) => ({ personId, proxyId }) },
  'people.list-consent-texts': { kind: 'directory', input: () => ({}) },
  'people.show-consents': { kind: 'private', input: ({ personId }) => ({ personId }) },
  'people.give-consent': { kind: 'private', input: ({ personId }) => ({ personId, purpose: 'service', textVersion: 1 }) },
  'people.withdraw-consent': { kind: 'private', input: ({ personId }) => ({ personId, purpose: 'service' }) },
  'people.record-consent': { kind: 'private', input: ({ personId }) => ({ personId, purpose: 'service', textVersion: 1 }) },
  'people.list-openings': { kind: 'private', input: ({ personId }) => ({ personId }) },
  'agreements.list-agreements': { kind: 'private', input: () => ({}) },
  'agreements.show-agreement': { kind: 'private', input: ({ agreementId }) => ({ agreementId }) },
  'agreements.preview-terms': {
    kind: 'directory',
    input: () => ({
      parties: [
        { role: 'operator', name: name('运营') },
        { role: 'hospital', name: name('医院') },
      ],
      terms: sevenPercent,
      example: { host: 'hospital', expert: null, device: null, minutes: 30, charges: [{ category: 'drug', amountFen: 1 }] },
    }),
  },
  'agreements.draft-agreement': { kind: 'private', input: ({ world }) => agreementInput(world) },
  'agreements.draft-version': { kind: 'private', input: ({ agreementId }) => ({ agreementId, ...draft }) },
  'agreements.change-draft': { kind: 'private', input: ({ versionId }) => ({ versionId, ...draft }) },
  'agreements.propose-version': { kind: 'private', input: ({ versionId }) => ({ versionId }) },
  'agreements.sign-version': { kind: 'private', input: ({ versionId }) => ({ versionId }) },
  'agreements.withdraw-version': { kind: 'private', input: ({ versionId }) => ({ versionId, reason: '改条款' }) },
  'agreements.end-agreement': { kind: 'private', input: ({ agreementId }) => ({ agreementId, lastDay: '2027-01-01', reason: '搬走' }) },
  'coverage.show-cover': { kind: 'private', input: ({ personId }) => ({ personId }) },
  'coverage.list-claims': { kind: 'private', input: () => ({}) },
  'coverage.show-claim': { kind: 'private', input: ({ claimId }) => ({ claimId }) },
  // names payers and kinds of messages; whose they are, the tables’ own protection below holds
  'coverage.list-stuck-messages': { kind: 'own', input: () => ({}) },
  'coverage.define-plan': { kind: 'private', input: () => ({ ...planOfTest, validFrom: '2027-01-01' }) },
  'coverage.connect-payer': {
    kind: 'own',
    input: () => ({ payerCode: 'hengyu', endpoint: 'http://127.0.0.1:9', token: 't'.repeat(40), answerToken: 'a'.repeat(40) }),
  },
  'coverage.record-member': {
    kind: 'private',
    input: ({ personId }) => ({
      personId,
      payerCode: 'hengyu',
      productCode: 'select',
      policyNumber: 'HY-2',
      validFrom: '2020-01-01',
      validUntil: '2020-12-31',
    }),
  },
  'coverage.end-member': { kind: 'private', input: ({ personId, memberId }) => ({ personId, memberId, validUntil: '2027-01-01' }) },
  'coverage.check-eligibility': { kind: 'private', input: ({ personId, memberId }) => ({ personId, memberId }) },
  'coverage.resend-claim': { kind: 'private', input: ({ claimId }) => ({ claimId }) },
  'coverage.retry-message': { kind: 'private', input: ({ messageId }) => ({ messageId }) },
  'ledger.list-accounts': { kind: 'private', input: () => ({}) },
  'ledger.show-account': { kind: 'private', input: ({ accountId }) => ({ accountId }) },
  'ledger.show-posting': { kind: 'private', input: ({ postingId }) => ({ postingId }) },
  'ledger.list-statements': { kind: 'private', input: () => ({}) },
  'ledger.show-statement': { kind: 'private', input: ({ statementId }) => ({ statementId }) },
  'ledger.show-line': { kind: 'private', input: ({ lineId }) => ({ lineId }) },
  'ledger.confirm-statement': { kind: 'private', input: ({ statementId }) => ({ statementId, version: 1 }) },
  'ledger.show-draft': { kind: 'private', input: ({ world }) => ({ networkId: world.networkId, partyId: world.operator }) },
  'ledger.show-draft-line': {
    kind: 'private',
    input: ({ world, waitingServiceId }) => ({ networkId: world.networkId, partyId: world.operator, serviceId: waitingServiceId }),
  },
  // sums and names of parties, nobody's patient: who is no operator is told of no network
  'ledger.preview-settlement': { kind: 'own', input: ({ world }) => ({ networkId: world.networkId }) },
  'ledger.settle-period': { kind: 'private', input: ({ world }) => ({ networkId: world.networkId, until: '2026-11-22' }) },
  'integrity.list-findings': { kind: 'private', input: () => ({}) },
  'integrity.show-finding': { kind: 'private', input: ({ findingId }) => ({ findingId }) },
  'integrity.list-rules': { kind: 'directory', input: () => ({}) },
  'booking.list-offerings': { kind: 'directory', input: () => ({}) },
  'booking.find-days': { kind: 'directory', input: ({ world }) => ({ offeringId: world.offeringId }) },
  'booking.find-promises': { kind: 'directory', input: ({ world }) => ({ offeringId: world.offeringId, date: '2026-11-24' }) },
  'booking.define-offering': {
    kind: 'own',
    input: ({ world }) => ({
      networkId: world.networkId,
      ownerId: world.clinic,
      code: `c${Math.random()}`,
      name: name('项目'),
      durationMinutes: 30,
      setupMinutes: 0,
      preparation: null,
      needs: [{ role: 'expert', kind: 'orthopaedics' }],
      prices,
    }),
  },
  'booking.show-offering': { kind: 'directory', input: ({ world }) => ({ offeringId: world.offeringId }) },
  'booking.reprice-offering': { kind: 'own', input: ({ world }) => ({ offeringId: world.offeringId, validFrom: '2027-01-01', prices }) },
  'booking.retire-offering': { kind: 'own', input: ({ world }) => ({ offeringId: world.offeringId, lastDay: '2027-12-31' }) },
  'booking.show-calendar': { kind: 'directory', input: ({ world }) => ({ resourceId: world.expert }) },
  'booking.plan-rota': { kind: 'own', input: ({ world }) => rotaOf(world) },
  'booking.try-rota': { kind: 'own', input: ({ world }) => ({ ...rotaOf(world), durationMinutes: 30 }) },
  'booking.take-leave': {
    kind: 'own',
    input: ({ world }) => ({ resourceId: world.west.room, from: '2027-05-01', until: '2027-05-02', reason: name('检修') }),
  },
  'booking.withdraw-leave': { kind: 'own', input: ({ world }) => ({ leaveId: world.networkId }) },
  'triage.ask': { kind: 'private', input: ({ personId }) => ({ personId, complaint: '胸口疼' }) },
  'triage.assess': { kind: 'private', input: ({ personId }) => ({ personId, complaint: '胸口疼' }) },
  'triage.list-assessments': { kind: 'private', input: ({ personId }) => ({ personId }) },
  'triage.find-assessment': { kind: 'private', input: ({ personId, assessmentId }) => ({ personId, assessmentId }) },
  'triage.decide': {
    kind: 'private',
    input: ({ personId, assessmentId }) => ({ personId, assessmentId, level: 'III', specialty: 'cardiology' }),
  },
  'booking.list-visits': { kind: 'private', input: () => ({ from: '2026-11-23' }) },
  'booking.find-visit': { kind: 'private', input: ({ visitId }) => ({ visitId }) },
  'booking.show-shares': { kind: 'private', input: ({ visitId }) => ({ visitId }) },
  'booking.hold-visit': {
    kind: 'private',
    input: ({ world, personId }) => world.request(personId as never, shanghai('2026-11-25', '15:00')),
  },
  'booking.confirm-visit': { kind: 'private', input: ({ visitId }) => ({ visitId, version }) },
  'booking.prolong-hold': { kind: 'private', input: ({ visitId }) => ({ visitId, version }) },
  'booking.cancel-visit': { kind: 'private', input: ({ visitId }) => ({ visitId, version }) },
  'booking.show-attendance': { kind: 'private', input: ({ visitId }) => ({ visitId }) },
  'booking.list-queue': { kind: 'private', input: ({ world }) => ({ siteId: world.east.siteId }) },
  'booking.list-day': { kind: 'own', input: () => ({}) },
  'booking.list-site-day': { kind: 'private', input: ({ world }) => ({ siteId: world.east.siteId }) },
  'booking.show-wall': { kind: 'own', input: ({ world }) => ({ siteId: world.east.siteId }) },
  'booking.set-wall': { kind: 'private', input: ({ world }) => ({ siteId: world.west.siteId, showsNames: true }) },
  'booking.check-in-visit': { kind: 'private', input: ({ visitId }) => ({ visit: visitId, version }) },
  'booking.admit-walk-in': {
    kind: 'private',
    input: ({ world, personId }) => ({ personId, offeringId: world.offeringId, siteId: world.west.siteId, expertId: world.second }),
  },
  'booking.call-next': { kind: 'private', input: ({ world }) => ({ siteId: world.west.siteId, expertId: world.second }) },
  'booking.call-visit': { kind: 'private', input: ({ visitId }) => ({ visitId, version }) },
  'booking.recall-visit': { kind: 'private', input: ({ visitId }) => ({ visitId, version }) },
  'booking.undo-call': { kind: 'private', input: ({ visitId }) => ({ visitId, version }) },
  'booking.miss-visit': { kind: 'private', input: ({ visitId }) => ({ visitId, version }) },
  'booking.return-visit': { kind: 'private', input: ({ visitId }) => ({ visitId, version }) },
  'booking.start-visit': { kind: 'private', input: ({ visitId }) => ({ visitId, version }) },
  'booking.finish-visit': { kind: 'private', input: ({ visitId }) => ({ visitId, version }) },
  'booking.reassign-visit': { kind: 'private', input: ({ world, visitId }) => ({ visitId, version, expertId: world.second }) },
  'billing.set-price': {
    kind: 'own',
    input: ({ world }) => ({
      ...{ institutionId: world.stranger, system: 'lab', code: 'CBC' },
      ...{ category: 'drug', amountFen: 1, validFrom: '2026-01-01' },
    }),
  },
  'billing.issue-bill': { kind: 'private', input: ({ careVisitId }) => ({ visitId: careVisitId }) },
  'billing.record-payment': { kind: 'private', input: ({ billId }) => ({ billId, means: 'cash', amountFen: 1 }) },
  'billing.make-refund': {
    kind: 'private',
    input: ({ billId, orderId }) => ({ billId, version: 1, lines: refundOf(orderId), reason: '未做' }),
  },
  'billing.take-deposit': {
    kind: 'private',
    input: ({ world, personId }) => ({ networkId: world.networkId, personId, means: 'cash', amountFen: 1 }),
  },
  'billing.return-deposit': {
    kind: 'private',
    input: ({ world, personId }) => ({ networkId: world.networkId, personId, means: 'cash', amountFen: 1 }),
  },
  'billing.show-checkout': { kind: 'private', input: ({ careVisitId }) => ({ visitId: careVisitId }) },
  'billing.list-bills': { kind: 'private', input: () => ({}) },
  'billing.show-bill': { kind: 'private', input: ({ billId }) => ({ billId }) },
  'billing.preview-refund': { kind: 'private', input: ({ billId, orderId }) => ({ billId, lines: refundOf(orderId) }) },
  // What a patient reads of herself: staff may not ask at all, which the roles test says.
  'billing.list-my-bills': { kind: 'own', input: ({ personId }) => ({ personId }) },
  'billing.show-my-bill': { kind: 'own', input: ({ personId, billId }) => ({ personId, billId }) },
  'booking.show-quote': { kind: 'own', input: ({ visitId }) => ({ visitId }) },
  'care.quote-basket': { kind: 'private', input: ({ careVisitId }) => ({ visitId: careVisitId }) },
  'care.show-consultation': { kind: 'private', input: ({ careVisitId }) => ({ visitId: careVisitId }) },
  'care.save-draft': { kind: 'private', input: ({ visitId }) => ({ visitId, version: 0, content: emptyNote }) },
  'care.sign-note': { kind: 'private', input: ({ careVisitId }) => ({ visitId: careVisitId, version: 2 }) },
  'care.add-addendum': { kind: 'private', input: ({ careVisitId }) => ({ visitId: careVisitId, text: '补充' }) },
  // names departments, nobody's patient: another institution is refused the visit
  'care.list-departments': { kind: 'own', input: ({ careVisitId }) => ({ visitId: careVisitId, kind: 'laboratory', itemCode: 'GLU' }) },
  'care.draft-order': {
    kind: 'private',
    input: ({ careVisitId, world }) => ({
      visitId: careVisitId,
      kind: 'laboratory',
      itemCode: 'GLU',
      performerId: world.operator,
      urgency: 'routine',
    }),
  },
  'care.check-basket': { kind: 'private', input: ({ careVisitId }) => ({ visitId: careVisitId }) },
  'care.sign-orders': {
    kind: 'private',
    input: ({ careVisitId, draftId }) => ({ visitId: careVisitId, orders: [{ orderId: draftId, version: 1 }] }),
  },
  'care.record-allergy': { kind: 'private', input: ({ personId }) => ({ personId, substanceCode: 'egg' }) },
  'care.refute-allergy': { kind: 'private', input: ({ personId, allergyId }) => ({ personId, allergyId, reason: '误录' }) },
  'care.offer-service': { kind: 'own', input: ({ world }) => ({ institutionId: world.stranger, kind: 'drug', itemCodes: ['*'] }) },
  'care.list-worklist': { kind: 'private', input: () => ({}) },
  'care.show-order': { kind: 'private', input: ({ orderId }) => ({ orderId }) },
  'care.drop-draft': { kind: 'private', input: ({ draftId }) => ({ orderId: draftId }) },
  'care.accept-order': { kind: 'private', input: ({ orderId }) => ({ orderId, version: 5 }) },
  'care.collect-specimen': { kind: 'private', input: ({ orderId }) => ({ orderId, version: 5 }) },
  'care.reject-order': { kind: 'private', input: ({ orderId }) => ({ orderId, version: 5, reason: '标本溶血' }) },
  'care.cancel-order': { kind: 'private', input: ({ orderId }) => ({ orderId, version: 5, reason: '开错了' }) },
  'care.enter-result': {
    kind: 'private',
    input: ({ orderId }) => ({ orderId, result: { kind: 'laboratory', values: [{ code: 'GLU', value: 5, unit: 'mmol/L' }] } }),
  },
  'care.verify-result': { kind: 'private', input: ({ orderId }) => ({ orderId, version: 5 }) },
  'care.acknowledge-result': { kind: 'private', input: ({ orderId }) => ({ orderId }) },
  'care.list-results': { kind: 'private', input: () => ({}) },
  // of patients only, who are asked in the room's own tests
  'care.list-my-results': { kind: 'own', input: ({ personId }) => ({ personId }) },
  'care.report-critical-value': {
    kind: 'private',
    input: ({ criticalValueId }) => ({ criticalValueId, told: '值班医生', toldBy: 'telephone' }),
  },
  'care.read-back-critical-value': { kind: 'private', input: ({ criticalValueId }) => ({ criticalValueId, value: 28.4 }) },
  'care.handle-critical-value': { kind: 'private', input: ({ criticalValueId }) => ({ criticalValueId, handling: '复查' }) },
  'quality.list-norms': { kind: 'private', input: () => ({}) },
  'quality.show-norm': { kind: 'private', input: ({ normId }) => ({ normId }) },
  'quality.publish-norm': { kind: 'private', input: () => ({ ...normInput, follows: 1, confirmUntil: '2027-01-01' }) },
  'quality.confirm-norm': { kind: 'private', input: ({ normVersionId }) => ({ versionId: normVersionId }) },
  // names whom the asking institution looks after: of the others it says nothing
  'quality.list-looked-after': { kind: 'own', input: () => ({}) },
  'quality.list-inspectors': {
    kind: 'own',
    input: ({ world }) => ({ networkId: world.networkId, institutionId: world.clinic }),
  },
  'quality.list-inspections': { kind: 'private', input: () => ({ shows: 'done' }) },
  'quality.show-inspection': { kind: 'private', input: ({ inspectionId }) => ({ inspectionId }) },
  'quality.plan-inspection': {
    kind: 'private',
    input: ({ world, normVersionId, personId }) => ({
      versionId: normVersionId,
      institutionId: world.clinic,
      siteId: world.east.siteId,
      day: '2026-12-01',
      inspectorId: personId,
      inspectorInstitutionId: world.hospital,
      announced: true,
    }),
  },
  'quality.withdraw-inspection': { kind: 'private', input: ({ inspectionId }) => ({ inspectionId, reason: '改期' }) },
  'quality.save-inspection': { kind: 'private', input: ({ inspectionId }) => ({ inspectionId, version: 1, answers: [] }) },
  'quality.complete-inspection': { kind: 'private', input: ({ inspectionId }) => ({ inspectionId, version: 3 }) },
  'quality.list-rectifications': { kind: 'private', input: () => ({}) },
  'quality.show-rectification': { kind: 'private', input: ({ rectificationId }) => ({ rectificationId }) },
  'quality.plan-rectification': {
    kind: 'private',
    input: ({ rectificationId }) => ({ rectificationId, version: 1, plan: '补齐值班表' }),
  },
  'quality.submit-evidence': {
    kind: 'private',
    input: ({ rectificationId }) => ({ rectificationId, version: 1, note: '已补齐', evidence: [] }),
  },
  'quality.recheck-rectification': {
    kind: 'private',
    input: ({ rectificationId }) => ({ rectificationId, version: 1, passed: true, note: '已看过' }),
  },
  // A value of a network names nobody; rows behind it stay at whose they are, and another institution is in no network of ours.
  'quality.list-indicators': { kind: 'own', input: ({ world }) => ({ networkId: world.networkId }) },
  'quality.show-indicator': { kind: 'own', input: ({ world }) => ({ networkId: world.networkId, code: 'wait-within-15' }) },
  'quality.list-indicator-rows': { kind: 'private', input: ({ world }) => ({ networkId: world.networkId, code: 'findings-per-100' }) },
  'quality.set-target': {
    kind: 'private',
    input: ({ world }) => ({
      networkId: world.networkId,
      code: 'wait-within-15',
      siteId: null,
      floor: 1,
      target: 2,
      validFrom: '2027-01-01',
    }),
  },
}
