import type { AllergyIntolerance, CodeableConcept, Condition, Observation, Patient, Quantity } from '@medplum/fhirtypes'
import {
  called,
  coded,
  codeSystems,
  codes,
  concept,
  date,
  defineResource,
  identifierOf,
  momentOf,
  namesOf,
  type Opened,
  onlyNow,
  person,
  referTo,
  systems,
  token,
  words,
} from '../../fhir/index.ts'
import type { Work } from '../../platform/operation/index.ts'
import type { Seek } from '../../platform/seek/index.ts'
import type { FactFlag, FactKind } from './domain/fact.ts'
import { maskIdNumber, maskPhone, sexes } from './domain/person.ts'
import { residentIdToken } from './domain/search-token.ts'
import type { Sight } from './domain/sight.ts'
import { findOutsideCards, findOutsideFacts, findOutsidePerson, type OutsideFact, type OutsidePerson } from './store/outside.ts'

const instead = {
  zh: '登记就诊人：POST /api/people；记录由诊疗写下，或由 careloom import-fhir 导入。',
  en: 'Register people with POST /api/people; facts come from care or by careloom import-fhir.',
}
const oneState = { zh: '只保留现状，一个版本。', en: 'Only the present state is kept: one version.' }
const patientText = { zh: '就诊人：Patient/编号', en: 'the person: Patient/id' }
const byPatient = { patient: person(patientText), subject: person(patientText) }
const byName = words('token', { zh: '姓名：汉字、拼音或首字母', en: 'name: characters, pinyin or initials' })

const subsetted = { system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' }

export const patientResource = defineResource<OutsidePerson>({
  type: 'Patient',
  text: {
    zh: '就诊人。按姓名等搜索得到本机构的卡片（SUBSETTED，不打开资料）；按编号读取会打开此人、检查授权并留痕。证件号和手机号始终遮盖。',
    en: 'People. A search by name answers cards of the own institution (SUBSETTED, nobody is opened); a read by id opens the person by her grant and writes down who saw her. Numbers are masked always.',
  },
  permission: { staff: 'people.person.open', patient: 'people.person.open', wide: 'people.person.find' },
  about: 'herself',
  parameters: {
    name: byName,
    given: byName,
    family: words('family', { zh: '姓：汉字或拼音', en: 'family name: characters or pinyin' }),
    identifier: token('token', { zh: '完整的居民身份证号', en: 'the whole resident ID number' }, systems.residentId, residentIdToken),
    phone: token('token', { zh: '手机号或后四位', en: 'phone, or its last four' }, 'phone'),
    birthdate: date('birthDate', { zh: '出生日期', en: 'birth date' }, 'day'),
    gender: codes('sex', { zh: '性别', en: 'administrative gender' }, Object.fromEntries(sexes.map((sex) => [sex, [sex]]))),
  },
  needs: ['name', 'given', 'family', 'identifier', 'phone', '_id'],
  includes: {},
  history: oneState,
  instead,
  find: (work, seek, opened) => (opened ? findOutsidePerson(work, opened.personId, seek) : findOutsideCards(work, seek)),
  versions: onlyNow(({ id }) => momentOf(id)),
  map: ({ name, namePinyin, sex, birthDate, phone, idNumber, isCard }): Patient => ({
    resourceType: 'Patient',
    ...(isCard ? { meta: { tag: [subsetted] } } : {}),
    ...(idNumber ? { identifier: [identifierOf(systems.residentId, maskIdNumber(idNumber) ?? '')] } : {}),
    name: namesOf(name, namePinyin),
    ...(phone ? { telecom: [{ system: 'phone', value: isCard ? `*******${phone}` : (maskPhone(phone) ?? '') }] } : {}),
    gender: sex,
    birthDate,
  }),
})

const factsOf =
  (kind: FactKind) =>
  async (work: Work, seek: Seek, opened: Opened | null): Promise<readonly OutsideFact[]> =>
    opened ? findOutsideFacts(work, opened.personId, opened.sight as Sight, kind, seek) : []

const shared = {
  permission: { staff: 'people.person.open', patient: 'people.person.open' },
  about: 'person',
  needs: ['patient', 'subject'],
  history: { zh: '来源改口时版本号加一，只保留最新的一个。', en: 'The number grows when the source says it anew; the newest is kept.' },
  instead,
  versions: (fact: OutsideFact) => [{ id: String(fact.version), at: fact.changedAt ?? fact.recordedAt, row: fact }],
} as const

const subjectOf = ({ personId }: OutsideFact) => referTo('Patient', personId)
const codeOf = ({ codeSystem, code, nameZh, nameEn }: OutsideFact) => called(codeSystem, code, { zh: nameZh, en: nameEn })
const noteOf = ({ note }: OutsideFact) => (note ? { note: [{ text: note }] } : {})
const clinicalText = { zh: '临床状态', en: 'clinical status' }
const codeText = { zh: '编码，可带系统：system|code', en: 'code, with or without its system' }
const byCode = coded('code', 'codeWithSystem', codeText, codeSystems)
const ofSubject = { subject: { target: 'Patient', of: ({ subject }: { subject?: { reference?: string } }) => [subject] } } as const
const ofPatient = { patient: { target: 'Patient', of: ({ patient }: { patient?: { reference?: string } }) => [patient] } } as const

/** LOINC of the vital signs (FHIR vital signs profile) and their UCUM units. */
const signs: Readonly<Record<string, { readonly loinc: string; readonly ucum: string }>> = {
  temperature: { loinc: '8310-5', ucum: 'Cel' },
  'heart-rate': { loinc: '8867-4', ucum: '/min' },
  systolic: { loinc: '8480-6', ucum: 'mm[Hg]' },
  diastolic: { loinc: '8462-4', ucum: 'mm[Hg]' },
  'respiratory-rate': { loinc: '9279-1', ucum: '/min' },
  'oxygen-saturation': { loinc: '2708-6', ucum: '%' },
  weight: { loinc: '29463-7', ucum: 'kg' },
  height: { loinc: '8302-2', ucum: 'cm' },
}
const signOf = ({ codeSystem, code }: OutsideFact) => (codeSystem === 'vital-sign' && code !== null ? signs[code] : undefined)

function observedCode(fact: OutsideFact): CodeableConcept {
  const sign = signOf(fact)
  const own = codeOf(fact)
  return sign ? { ...own, coding: [{ system: 'http://loinc.org', code: sign.loinc }, ...(own.coding ?? [])] } : own
}

const quantityOf = (fact: OutsideFact, value: number): Quantity => {
  const sign = signOf(fact)
  return { value, ...(fact.unit ? { unit: fact.unit } : {}), ...(sign ? { system: 'http://unitsofmeasure.org', code: sign.ucum } : {}) }
}

const interpretations: Readonly<Record<FactFlag, string>> = {
  low: 'L',
  high: 'H',
  'critical-low': 'LL',
  'critical-high': 'HH',
  abnormal: 'A',
}

function rangeOf(fact: OutsideFact): Pick<Observation, 'referenceRange'> {
  const { low, high } = fact
  if (low === null && high === null) return {}
  return {
    referenceRange: [
      { ...(low === null ? {} : { low: quantityOf(fact, low) }), ...(high === null ? {} : { high: quantityOf(fact, high) }) },
    ],
  }
}

export const observationResource = defineResource<OutsideFact>({
  ...shared,
  type: 'Observation',
  sort: { by: 'date', newestFirst: true },
  text: {
    zh: '检验值和生命体征，跨机构；能看到什么随授权和同意而定',
    en: 'Measured values over all institutions, as far as grant and consent show them.',
  },
  parameters: {
    ...byPatient,
    code: byCode,
    category: codes('category', { zh: '类别', en: 'category' }, { laboratory: ['laboratory'], 'vital-signs': ['vital-signs'] }),
    date: date('happenedAt', { zh: '测量时间', en: 'when it was measured' }),
    status: codes('status', { zh: '状态', en: 'status' }, { final: ['active', 'ended'] }),
  },
  includes: ofSubject,
  find: factsOf('measurement'),
  map: (fact): Observation => ({
    resourceType: 'Observation',
    status: 'final',
    category: [concept('observation-category', fact.codeSystem === 'vital-sign' ? 'vital-signs' : 'laboratory')],
    code: observedCode(fact),
    subject: subjectOf(fact),
    effectiveDateTime: fact.happenedAt,
    issued: fact.recordedAt,
    performer: [referTo('Organization', fact.institutionId, fact.institution)],
    ...(fact.value === null
      ? fact.note
        ? { valueString: fact.note }
        : {}
      : { valueQuantity: quantityOf(fact, fact.value), ...noteOf(fact) }),
    ...(fact.flag ? { interpretation: [concept('v3-ObservationInterpretation', interpretations[fact.flag])] } : {}),
    ...rangeOf(fact),
  }),
})

/** How care notes a diagnosis that is not sure. */
const suspected = '疑似 / suspected'

export const conditionResource = defineResource<OutsideFact>({
  ...shared,
  type: 'Condition',
  sort: { by: 'onset-date', newestFirst: true },
  text: { zh: '诊断和问题', en: 'Diagnoses and problems.' },
  parameters: {
    ...byPatient,
    code: byCode,
    'clinical-status': codes('status', clinicalText, { active: ['active'], resolved: ['ended'] }),
    'onset-date': date('happenedAt', { zh: '开始时间', en: 'onset' }),
    'recorded-date': date('recordedAt', { zh: '记录时间', en: 'when it was recorded' }),
  },
  includes: ofSubject,
  find: factsOf('problem'),
  map: (fact): Condition => ({
    resourceType: 'Condition',
    clinicalStatus: concept('condition-clinical', fact.status === 'active' ? 'active' : 'resolved'),
    verificationStatus: concept('condition-ver-status', fact.note === suspected ? 'provisional' : 'confirmed'),
    category: [concept('condition-category', 'encounter-diagnosis')],
    code: codeOf(fact),
    subject: subjectOf(fact),
    onsetDateTime: fact.happenedAt,
    ...(fact.endedAt ? { abatementDateTime: fact.endedAt } : {}),
    recordedDate: fact.recordedAt,
    ...noteOf(fact),
  }),
})

export const allergyIntoleranceResource = defineResource<OutsideFact>({
  ...shared,
  type: 'AllergyIntolerance',
  needs: ['patient'],
  text: { zh: '过敏，用药安全，所有诊疗机构可见', en: 'Allergies: medicine safety, seen by every institution that treats.' },
  parameters: {
    patient: byPatient.patient,
    code: byCode,
    'clinical-status': codes('status', clinicalText, { active: ['active'], resolved: ['ended'] }),
    date: date('recordedAt', { zh: '记录时间', en: 'when it was recorded' }),
  },
  includes: ofPatient,
  find: factsOf('allergy'),
  map: (fact): AllergyIntolerance => ({
    resourceType: 'AllergyIntolerance',
    clinicalStatus: concept('allergyintolerance-clinical', fact.status === 'active' ? 'active' : 'resolved'),
    verificationStatus: concept('allergyintolerance-verification', 'confirmed'),
    code: codeOf(fact),
    patient: subjectOf(fact),
    onsetDateTime: fact.happenedAt,
    recordedDate: fact.recordedAt,
    ...noteOf(fact),
  }),
})

/** What this room shows of itself as FHIR. */
export const peopleResources = [patientResource, observationResource, conditionResource, allergyIntoleranceResource]
