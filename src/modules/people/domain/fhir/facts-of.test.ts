import { describe, expect, test } from 'vitest'
import { toInstant } from '../../../../kernel/time.ts'
import type { Context } from './draft.ts'
import { factsOf } from './facts-of.ts'
import { institutionOf } from './organization.ts'

const otherwise = toInstant('2026-01-05T01:00:00Z')
const context: Context = {
  zone: 'Asia/Shanghai',
  otherwise,
  conceptOf: (reference) => (reference === 'Medication/1' ? { text: '二甲双胍片' } : undefined),
}
const factsFrom = (resourceType: string, resource: object) => factsOf({ resourceType, ...resource }, context)
const concept = (text: string) => ({ text })
const coded = (code: string) => ({ coding: [{ system: 'urn:x', code }] })
const observation = (value: object) =>
  factsFrom('Observation', { status: 'final', code: concept('Glucose'), effectiveDateTime: '2026-01-05', ...value })

test.each([
  ['an observation that was cancelled', 'Observation', { status: 'cancelled', code: concept('x'), valueString: 'x' }],
  ['an observation without a value', 'Observation', { status: 'final', code: concept('x'), hasMember: [] }],
  ['a vaccine that was not given', 'Immunization', { status: 'not-done', vaccineCode: concept('x'), occurrenceDateTime: '2026' }],
  ['a procedure that was not done', 'Procedure', { status: 'not-done', code: concept('x') }],
  ['a condition that was refuted', 'Condition', { code: concept('x'), verificationStatus: coded('refuted') }],
  ['an allergy that was refuted', 'AllergyIntolerance', { code: concept('x'), verificationStatus: coded('refuted') }],
  [
    'a medicine that must not be given',
    'MedicationRequest',
    { status: 'active', intent: 'order', doNotPerform: true, medicationCodeableConcept: concept('x') },
  ],
  ['a proposed medicine', 'MedicationRequest', { status: 'active', intent: 'proposal', medicationCodeableConcept: concept('x') }],
  ['a planned visit', 'Encounter', { status: 'planned', class: { code: 'AMB' } }],
  ['a claim', 'Claim', { status: 'active' }],
])('%s is no fact', (_, type, resource) => {
  expect(factsFrom(type, resource)).toEqual([])
})

describe('a measurement', () => {
  test('has its number, unit and range, and is flagged by the range where nobody has judged it', () => {
    const range = { referenceRange: [{ low: { value: 3.9 }, high: { value: 6.1 } }] }
    expect(observation({ valueQuantity: { value: 7, unit: 'mmol/L' }, ...range })).toMatchObject([
      { kind: 'measurement', value: 7, unit: 'mmol/L', low: 3.9, high: 6.1, flag: 'high', happenedAt: '2026-01-04T16:00:00.000Z' },
    ])
    expect(observation({ valueQuantity: { value: 7 }, ...range, interpretation: [coded('HH')] })).toMatchObject([{ flag: 'critical-high' }])
    expect(observation({ valueQuantity: { value: 6.1 }, ...range })).toMatchObject([{ flag: null }])
  })
  test('below what can be measured is a text, never a number', () => {
    expect(observation({ valueQuantity: { value: 0.01, comparator: '<', unit: 'ng/mL' } })).toMatchObject([
      { value: null, note: '< 0.01 ng/mL' },
    ])
  })
  test.each([
    [{ valueCodeableConcept: concept('阴性') }, '阴性'],
    [{ valueBoolean: false }, 'false'],
    [{ valueRatio: { numerator: { value: 1 }, denominator: { value: 128 } } }, '1 : 128'],
    [{ valueRange: { low: { value: 2, unit: 'cm' }, high: { value: 3, unit: 'cm' } } }, '2 cm – 3 cm'],
    [{ valueString: '见报告', interpretation: [coded('A')] }, '见报告'],
  ])('of another kind of value is a text', (value, note) => {
    expect(observation(value)).toMatchObject([{ value: null, note }])
  })
  test('with components is one fact for each, told apart by its part', () => {
    const component = [
      { code: concept('收缩压'), valueQuantity: { value: 120, unit: 'mmHg' } },
      { code: concept('失败'), dataAbsentReason: concept('x') },
      { code: concept('Diastolic'), valueQuantity: { value: 80, unit: 'mmHg' } },
    ]
    expect(observation({ component }).map(({ part, name, value }) => [part, name, value])).toEqual([
      ['component[0]', { zh: '收缩压', en: null }, 120],
      ['component[2]', { zh: null, en: 'Diastolic' }, 80],
    ])
  })
})

test('what was entered in error stays a fact that says so, so that it ends one that was written before', () => {
  expect(factsFrom('Condition', { code: concept('x'), verificationStatus: coded('entered-in-error') })).toMatchObject([
    { status: 'entered-in-error' },
  ])
  expect(observation({ status: 'entered-in-error', valueInteger: 3 })).toMatchObject([{ status: 'entered-in-error', value: 3 }])
})

test.each([
  [{ clinicalStatus: coded('active') }, 'active', null],
  [{ clinicalStatus: coded('resolved'), abatementDateTime: '2025-06-01' }, 'ended', '2025-05-31T16:00:00.000Z'],
  [{ abatementDateTime: '2025-06-01' }, 'ended', '2025-05-31T16:00:00.000Z'],
  [{ clinicalStatus: coded('recurrence') }, 'active', null],
  [{}, 'active', null],
])('a condition with %j is %s', (state, status, endedAt) => {
  expect(factsFrom('Condition', { code: concept('x'), ...state })).toMatchObject([{ status, endedAt }])
})

test('a year stands for its first day in the zone, and the note says what was sent; without any date the visit’s counts', () => {
  expect(factsFrom('Condition', { code: concept('高血压'), onsetDateTime: '2019' })).toMatchObject([
    { happenedAt: '2018-12-31T16:00:00.000Z', note: '原文日期 date as sent: 2019' },
  ])
  expect(factsFrom('AllergyIntolerance', { code: concept('青霉素') })).toMatchObject([{ happenedAt: otherwise, note: null }])
})

test('a medicine is named by its code or by what it refers to, with its dose', () => {
  const request = { status: 'stopped', intent: 'order', medicationReference: { reference: 'Medication/1' } }
  const dosageInstruction = [
    { doseAndRate: [{ doseQuantity: { value: 1, unit: 'tablet' } }], timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } } },
  ]
  expect(factsFrom('MedicationRequest', { ...request, dosageInstruction })).toMatchObject([
    { kind: 'medication', status: 'ended', name: { zh: '二甲双胍片', en: null }, note: '1 tablet; 2 / 1 d' },
  ])
})

test('a concept keeps both languages and the code that was chosen by hand', () => {
  const code = {
    text: '原发性高血压',
    coding: [
      { system: 'urn:a', code: '1', display: 'Hypertension' },
      { system: 'urn:b', code: 'I10', display: 'Essential hypertension', userSelected: true },
    ],
  }
  expect(factsFrom('Condition', { code })).toMatchObject([
    { name: { zh: '原发性高血压', en: 'Essential hypertension' }, code: { system: 'urn:b', code: 'I10' } },
  ])
})

test.each([
  [
    { name: '青岚人民医院', alias: ['Qinglan Hospital'] },
    { kind: 'hospital', name: { zh: '青岚人民医院', en: 'Qinglan Hospital' } },
  ],
  [{ name: 'PCP42' }, { kind: 'clinic', name: { zh: 'PCP42', en: 'PCP42' } }],
  [{ name: 'Aetna', type: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/organization-type', code: 'pay' }] }] }, null],
  [{}, null],
])('an organisation %j is in the directory as %j', (organization, institution) => {
  expect(institutionOf({ resourceType: 'Organization', ...organization })).toEqual(institution)
})
