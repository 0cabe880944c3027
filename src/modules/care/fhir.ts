import type { DiagnosticReport, MedicationRequest, ServiceRequest } from '@medplum/fhirtypes'
import {
  called,
  coded,
  codeSystems,
  codes,
  concept,
  date,
  defineResource,
  person,
  reference,
  referTo,
  referToRow,
  type Version,
} from '../../fhir/index.ts'
import { type OrderState, systemOf } from './domain/order.ts'
import { findOutsideOrders, findOutsideReports, type OutsideOrder, type OutsideReport } from './store/outside.ts'

const permission = { staff: 'care.order.read', patient: 'care.own-result.read' } as const
const instead = {
  zh: '开单、执行和结果：POST /api/care/…，先由医生签名。',
  en: 'Orders and results come from POST /api/care/…, signed by a clinician first.',
}
const patientText = { zh: '就诊人：Patient/编号', en: 'the person: Patient/id' }
const byPatient = { patient: person(patientText), subject: person(patientText) }
const byEncounter = reference('visit', { zh: '就诊', en: 'the encounter' }, ['Encounter'])
const byCode = coded(
  'code',
  'codeWithSystem',
  { zh: '项目编码，可带系统：system|code', en: 'code of the item, with or without its system' },
  codeSystems,
)
const byRequester = reference('orderer', { zh: '开单机构', en: 'who ordered it' }, ['Organization'])
const byPerformer = reference('performer', { zh: '执行机构', en: 'who performs it' }, ['Organization'])
const authored = { zh: '签名时间', en: 'when it was signed' }
const statusText = { zh: '状态', en: 'status' }
const everyStep = { zh: '从签名起，每个状态一个版本。', en: 'One version for each state, from the signature on.' }

/** What an order was in each state that it has had. */
function versionsOf(order: OutsideOrder): readonly Version<OutsideOrder>[] {
  const steps = order.steps.length > 0 ? order.steps : [{ state: order.state, at: order.signedAt }]
  return steps.map(({ state, at }, place) => {
    const isEnd = place === steps.length - 1
    return { id: String(place + 1), at, row: { ...order, state, endReason: isEnd ? order.endReason : null } }
  })
}

const ofPerson = { target: 'Patient', of: ({ subject }: { subject?: { reference?: string } }) => [subject] } as const
const ofEncounter = { target: 'Encounter', of: ({ encounter }: { encounter?: { reference?: string } }) => [encounter] } as const

const itemOf = ({ kind, itemCode, item }: Pick<OutsideOrder, 'kind' | 'itemCode' | 'item'>) => called(systemOf[kind], itemCode, item)

/** What is the same of every order. */
const orderOf = (order: OutsideOrder) => ({
  intent: 'order' as const,
  priority: order.urgency,
  subject: referTo('Patient', order.personId),
  encounter: referToRow('Encounter', order.personId, order.visitId),
  authoredOn: order.signedAt,
  requester: referTo('Organization', order.ordererId, order.orderer.zh),
  ...(order.note ? { note: [{ text: order.note }] } : {}),
})

const serviceStatus: Readonly<Record<OrderState, NonNullable<ServiceRequest['status']>>> = {
  draft: 'draft',
  requested: 'active',
  accepted: 'active',
  collected: 'active',
  completed: 'completed',
  cancelled: 'revoked',
  rejected: 'revoked',
}
const underWay = ['requested', 'accepted', 'collected']

export const serviceRequestResource = defineResource<OutsideOrder>({
  type: 'ServiceRequest',
  text: {
    zh: '检验和检查申请。执行机构不指定就诊人可查本机构的工作清单。',
    en: 'Orders of tests and studies. Who performs them may search the work list of the own institution without a patient.',
  },
  permission: { ...permission, wide: 'care.worklist.work' },
  about: 'person',
  parameters: {
    ...byPatient,
    status: codes('state', statusText, { active: underWay, completed: ['completed'], revoked: ['cancelled', 'rejected'] }),
    code: byCode,
    category: codes('kind', { zh: '检验或检查', en: 'laboratory or imaging' }, { laboratory: ['laboratory'], imaging: ['imaging'] }),
    authored: date('signedAt', authored),
    encounter: byEncounter,
    requester: byRequester,
    performer: byPerformer,
    priority: codes('urgency', { zh: '紧急程度', en: 'urgency' }, { routine: ['routine'], urgent: ['urgent'] }),
  },
  needs: ['patient', 'subject', 'status', 'authored', 'performer', 'encounter'],
  sort: { by: 'authored', newestFirst: true },
  includes: {
    patient: ofPerson,
    subject: ofPerson,
    encounter: ofEncounter,
    requester: { target: 'Organization', of: ({ requester }: ServiceRequest) => [requester] },
    performer: { target: 'Organization', of: ({ performer = [] }: ServiceRequest) => performer },
  },
  history: everyStep,
  instead,
  find: (work, seek, opened) => findOutsideOrders(work, opened, ['laboratory', 'imaging'], seek),
  versions: versionsOf,
  map: (order): ServiceRequest => ({
    resourceType: 'ServiceRequest',
    status: serviceStatus[order.state],
    category: [{ coding: [{ system: 'urn:careloom:order-kind', code: order.kind }] }],
    code: itemOf(order),
    ...orderOf(order),
    ...(order.dueAt ? { occurrenceDateTime: order.dueAt } : {}),
    performer: [referTo('Organization', order.performerId, order.performer.zh)],
  }),
})

const medicationStatus: Readonly<Record<OrderState, NonNullable<MedicationRequest['status']>>> = {
  draft: 'draft',
  requested: 'active',
  accepted: 'active',
  collected: 'active',
  completed: 'completed',
  cancelled: 'cancelled',
  rejected: 'stopped',
}

export const medicationRequestResource = defineResource<OutsideOrder>({
  type: 'MedicationRequest',
  text: { zh: '处方，用药安全，所有诊疗机构可见', en: 'Prescriptions: medicine safety, seen by every institution that treats.' },
  permission,
  about: 'person',
  parameters: {
    ...byPatient,
    status: codes('state', statusText, { active: underWay, completed: ['completed'], cancelled: ['cancelled'], stopped: ['rejected'] }),
    code: byCode,
    authoredon: date('signedAt', authored),
    encounter: byEncounter,
    requester: byRequester,
    'intended-performer': byPerformer,
  },
  needs: ['patient', 'subject'],
  sort: { by: 'authoredon', newestFirst: true },
  includes: { patient: ofPerson, subject: ofPerson, encounter: ofEncounter },
  history: everyStep,
  instead,
  find: (work, seek, opened) => findOutsideOrders(work, opened, ['drug'], seek),
  versions: versionsOf,
  map: (order): MedicationRequest => ({
    resourceType: 'MedicationRequest',
    status: medicationStatus[order.state],
    ...(order.endReason ? { statusReason: { text: order.endReason } } : {}),
    medicationCodeableConcept: itemOf(order),
    ...orderOf(order),
    performer: referTo('Organization', order.performerId, order.performer.zh),
    ...(order.dosing ? { dosageInstruction: [dosageOf(order.dosing)] } : {}),
  }),
})

const dosageOf = ({ dose, unit, route, timesPerDay, days }: NonNullable<OutsideOrder['dosing']>) => ({
  text: `${dose} ${unit} × ${timesPerDay}/d × ${days} d`,
  timing: { repeat: { frequency: timesPerDay, period: 1, periodUnit: 'd' as const, boundsDuration: { value: days, unit: 'd' } } },
  route: { text: route },
  doseAndRate: [{ doseQuantity: { value: dose, unit } }],
})

const sections = { laboratory: 'LAB', imaging: 'RAD', drug: 'OTH' } as const

function conclusionOf({ content }: OutsideReport): Pick<DiagnosticReport, 'conclusion'> {
  return content.kind === 'imaging' ? { conclusion: [content.finding, content.impression].filter(Boolean).join('\n') } : {}
}

export const diagnosticReportResource = defineResource<OutsideReport>({
  type: 'DiagnosticReport',
  text: { zh: '已发布的检验检查报告', en: 'Released reports of tests and studies.' },
  permission: { staff: 'care.result.read', patient: 'care.own-result.read' },
  about: 'person',
  parameters: {
    ...byPatient,
    code: byCode,
    category: codes('kind', { zh: '检验或检查', en: 'laboratory (LAB) or imaging (RAD)' }, { LAB: ['laboratory'], RAD: ['imaging'] }),
    date: date('releasedAt', { zh: '发布时间', en: 'when it was released' }),
    issued: date('releasedAt', { zh: '发布时间', en: 'when it was released' }),
    encounter: byEncounter,
    'based-on': reference('order', { zh: '申请', en: 'the order' }, ['ServiceRequest']),
    performer: byPerformer,
  },
  needs: ['patient', 'subject'],
  sort: { by: 'date', newestFirst: true },
  includes: {
    patient: ofPerson,
    subject: ofPerson,
    encounter: ofEncounter,
    result: { target: 'Observation', of: ({ result = [] }: DiagnosticReport) => result },
    'based-on': { target: 'ServiceRequest', of: ({ basedOn = [] }: DiagnosticReport) => basedOn },
  },
  history: { zh: '发布后不再改变，一个版本。', en: 'A released report does not change: one version.' },
  instead,
  find: (work, seek, opened) => findOutsideReports(work, opened, seek),
  versions: (report) => [{ id: '1', at: report.releasedAt, row: report }],
  map: (report): DiagnosticReport => ({
    resourceType: 'DiagnosticReport',
    status: 'final',
    basedOn: [referToRow('ServiceRequest', report.personId, report.id)],
    category: [concept('v2-0074', sections[report.kind])],
    code: itemOf(report),
    subject: referTo('Patient', report.personId),
    encounter: referToRow('Encounter', report.personId, report.visitId),
    effectiveDateTime: report.releasedAt,
    issued: report.releasedAt,
    performer: [referTo('Organization', report.performerId, report.performer.zh)],
    ...(report.observations.length > 0
      ? { result: report.observations.map(({ id, name }) => ({ ...referToRow('Observation', report.personId, id), display: name })) }
      : {}),
    ...conclusionOf(report),
  }),
})

/** What this room shows of itself as FHIR. */
export const careResources = [serviceRequestResource, medicationRequestResource, diagnosticReportResource]
