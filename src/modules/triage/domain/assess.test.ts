import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlainDate } from '../../../kernel/time.ts'
import { specialties } from '../../network/domain/specialty.ts'
import { assess } from './assess.ts'
import { consciousnesses, type Facts, type Measure, type VitalSigns } from './facts.ts'
import { type Level, levels } from './level.ts'
import { redFlagKeys, redFlags } from './red-flags.ts'
import { rulesOn } from './rule-set.ts'
import { type RowKey, symptomRows } from './symptom-rows.ts'

const rules = rulesOn('2026-11-23' as PlainDate)
const adult: Facts = { complaint: '', ageMonths: 40 * 12, sex: 'female', pregnant: false, vitalSigns: {}, answers: {} }
const child: Facts = { ...adult, ageMonths: 6 * 12 }
const judge = (change: Partial<Facts>, of = adult) => assess(rules, { ...of, ...change })
const levelOf = (vitalSigns: VitalSigns, of = adult): Level => judge({ vitalSigns }, of).suggestion.level
const severity = (facts: Facts): number => -levels.indexOf(assess(rules, facts).suggestion.level)

test.each([
  ['胸口这两天有点疼', 'cardiology', 'III'],
  ['牙痛，左边脸也有点酸', 'dentistry', 'IVb'],
  ['孩子他妈失眠三个月了', 'psychology', 'IVb'],
  ['右上腹部隐痛，乙肝大三阳', 'hepatology', 'IVa'],
  ['I have had a sore throat and a runny nose', 'otolaryngology', 'IVb'],
  ['my knee hurts when I climb stairs', 'orthopaedics', 'IVa'],
  ['一直口渴，血糖有点高', 'endocrinology', 'IVa'],
  ['想开点药', 'general-practice', 'IVb'],
  ['就是有点怪怪的', 'general-practice', 'IVb'],
])('%s leads to %s at level %s', (complaint, specialty, level) => {
  const { suggestion } = judge({ complaint })
  expect([suggestion.specialties[0], suggestion.level]).toEqual([specialty, level])
})

test.each(['没有呼吸困难', '无尿频尿急', '没有吐血', '胸不疼，出冷汗', 'no chest pain, not short of breath'])(
  '%s says no red flag',
  (complaint) => {
    expect(judge({ complaint }).suggestion.redFlags).toEqual([])
  },
)

test('a word that is denied is no hint, and neither is a word inside a longer one', () => {
  const names = (complaint: string) => judge({ complaint }).suggestion.symptoms.map(({ name }) => name.en)
  expect(names('没有发烧，就是咳嗽')).toEqual(['cough'])
  expect(names('肚子不疼，头疼')).toEqual(['headache, dizziness, weak limbs'])
  expect(names('no fever, just a cough')).toEqual(['cough'])
  expect(names('眼睛痒')).toEqual(['eye', 'skin'])
  expect(names('没精神')).toEqual(['tiredness, losing weight'])
})

test.each([
  ['突然嘴歪，说话不清', 'stroke', 'II'],
  ['吐血了', 'bleeding-inside', 'II'],
  ['胸口疼，出冷汗', 'heart-attack-signs', 'II'],
  ['昏迷，叫不醒', 'not-responding', 'I'],
  ['I want to die', 'self-harm', 'II'],
  ['误喝了农药', 'poisoned', 'II'],
])('%s says a red flag by itself; the person may say that it is not so', (complaint, redFlag, level) => {
  const { suggestion, questions } = judge({ complaint })
  expect(suggestion.redFlags.map((found) => found.redFlag)).toContain(redFlag)
  expect([suggestion.level, suggestion.specialties[0]]).toEqual([level, 'emergency-medicine'])
  expect(questions[0]?.redFlag).toBe(redFlag)
  expect(judge({ complaint, answers: { [redFlag]: false } }).suggestion.redFlags).toEqual([])
})

test.each<[VitalSigns, Level]>([
  [{ heartRatePerMinute: 181 }, 'I'],
  [{ heartRatePerMinute: 180 }, 'II'],
  [{ heartRatePerMinute: 150 }, 'II'],
  [{ heartRatePerMinute: 100 }, 'III'],
  [{ heartRatePerMinute: 99 }, 'IVb'],
  [{ heartRatePerMinute: 50 }, 'II'],
  [{ heartRatePerMinute: 39 }, 'I'],
  [{ systolicMmHg: 80 }, 'II'],
  [{ systolicMmHg: 200 }, 'III'],
  [{ systolicMmHg: 201 }, 'II'],
  [{ systolicMmHg: 99, usualSystolicMmHg: 129 }, 'I'],
  [{ systolicMmHg: 100, usualSystolicMmHg: 160 }, 'IVb'],
  [{ temperatureCelsius: 39 }, 'IVa'],
  [{ temperatureCelsius: 39.1 }, 'III'],
  [{ temperatureCelsius: 41.1 }, 'I'],
  [{ breathsPerMinute: 30 }, 'II'],
  [{ glucoseMmolPerLitre: 3.3 }, 'I'],
  [{ glucoseMmolPerLitre: 3.9 }, 'II'],
  [{ painScore: 6 }, 'III'],
  [{ painScore: 7 }, 'II'],
  [{ consciousness: 'P' }, 'I'],
])('on a shared bound the more severe level wins: %j is %s', (vitalSigns, level) => {
  expect(levelOf(vitalSigns)).toBe(level)
})

test('MEWS raises a level where no single sign would, and is silent while one of its signs is missing', () => {
  const mild = { systolicMmHg: 95, heartRatePerMinute: 105, breathsPerMinute: 22, temperatureCelsius: 37 }
  expect(levelOf(mild)).toBe('III')
  expect(levelOf({ ...mild, consciousness: 'A' })).toBe('II')
})

test('a child’s vital signs cannot be judged, but her red flags are', () => {
  const fast = judge({ complaint: '咳嗽', vitalSigns: { heartRatePerMinute: 160 } }, child).suggestion
  expect([fast.level, fast.vitalSigns, fast.specialties[0]]).toEqual(['IVa', 'could-not-judge', 'paediatrics'])
  expect(levelOf({ consciousness: 'U' }, child)).toBe('I')
  expect(levelOf({ temperatureCelsius: 37.6 }, { ...child, ageMonths: 2 })).toBe('II')
  expect(levelOf({ temperatureCelsius: 37.6 }, child)).toBe('IVa')
})

test('measured red flags count for the rows that fit', () => {
  const flags = (complaint: string, vitalSigns: VitalSigns, more: Partial<Facts> = {}) =>
    judge({ complaint, vitalSigns, ...more }).suggestion.redFlags.map(({ redFlag }) => redFlag)
  expect(flags('胸闷', { diastolicMmHg: 110 })).toEqual(['very-high-pressure'])
  expect(flags('膝盖疼', { diastolicMmHg: 110 })).toEqual([])
  expect(flags('咳嗽', { oxygenPercent: 93 })).toEqual(['low-oxygen'])
  expect(flags('脚肿', { systolicMmHg: 160 }, { pregnant: true })).toEqual(['pressure-in-pregnancy'])
  expect(flags('膝盖疼', { glucoseMmolPerLitre: 17 })).toEqual(['sugar-emergency'])
})

test('only the red flags of the rows that fit are asked, at most six, none twice, and none once one is certain', () => {
  const keys = (change: Partial<Facts>) => judge(change).questions.map(({ redFlag }) => redFlag)
  expect(keys({ complaint: '肚子疼' })).toEqual(['belly-pain-maybe-pregnant', 'bleeding-inside', 'rigid-belly'])
  expect(keys({ complaint: '肚子疼', sex: 'male' })).toEqual(['bleeding-inside', 'rigid-belly'])
  expect(keys({ complaint: '肚子疼', answers: { 'bleeding-inside': false } })).not.toContain('bleeding-inside')
  expect(keys({ complaint: '肚子疼', answers: { 'bleeding-inside': true } })).toEqual([])
  expect(keys({ complaint: '胸痛 头晕 咳嗽 肚子疼 发烧 腰疼' }).length).toBe(rules.questionsAtMost)
})

const words = Object.values(symptomRows).flatMap(({ zh, en }) => [...zh.split(' '), ...en.split(',')].filter(Boolean))
const number = (min: number, max: number) => fc.integer({ min, max })
const vitalSigns: fc.Arbitrary<VitalSigns> = fc.record(
  {
    temperatureCelsius: number(330, 430).map((tenths) => tenths / 10),
    heartRatePerMinute: number(20, 220),
    systolicMmHg: number(50, 240),
    usualSystolicMmHg: number(90, 200),
    diastolicMmHg: number(30, 140),
    breathsPerMinute: number(4, 45),
    oxygenPercent: number(60, 100),
    glucoseMmolPerLitre: number(2, 30),
    painScore: number(0, 10),
    consciousness: fc.constantFrom(...consciousnesses),
  },
  { requiredKeys: [] },
)
const facts: fc.Arbitrary<Facts> = fc.record({
  complaint: fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 })), { maxLength: 5 }).map((said) => said.join('，')),
  ageMonths: fc.integer({ min: 0, max: 1200 }),
  sex: fc.constantFrom('female', 'male', 'unknown'),
  pregnant: fc.boolean(),
  vitalSigns,
  answers: fc.dictionary(fc.constantFrom(...redFlagKeys), fc.boolean(), { maxKeys: 4 }),
})

test('one more red flag never lowers the level', () => {
  fc.assert(
    fc.property(facts, fc.constantFrom(...redFlagKeys), (any, key) => {
      const flagged = { ...any, answers: { ...any.answers, [key]: true } }
      expect(severity(flagged)).toBeGreaterThanOrEqual(severity(any))
      expect(severity(flagged)).toBeGreaterThanOrEqual(-levels.indexOf(redFlags[key].level))
    }),
  )
})

/** Outward from what is normal, both ways. */
const worse: readonly [Measure, number, -1 | 1][] = [
  ['temperatureCelsius', 38.4, 1],
  ['temperatureCelsius', 36, -1],
  ['heartRatePerMinute', 70, 1],
  ['heartRatePerMinute', 70, -1],
  ['systolicMmHg', 120, 1],
  ['systolicMmHg', 120, -1],
  ['diastolicMmHg', 80, 1],
  ['breathsPerMinute', 12, 1],
  ['breathsPerMinute', 12, -1],
  ['oxygenPercent', 98, -1],
  ['glucoseMmolPerLitre', 6, 1],
  ['glucoseMmolPerLitre', 6, -1],
  ['painScore', 0, 1],
]

test('a more severe vital sign never lowers the level', () => {
  const step = fc.tuple(fc.constantFrom(...worse), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
  fc.assert(
    fc.property(facts, step, (any, [[measure, normal, way], first, more]) => {
      const at = (distance: number): Facts => ({ ...any, vitalSigns: { ...any.vitalSigns, [measure]: normal + way * distance } })
      expect(severity(at(first + more))).toBeGreaterThanOrEqual(severity(at(first)))
    }),
    { numRuns: 500 },
  )
})

test('what is said in another order is judged the same', () => {
  const rows = Object.values(symptomRows).filter(({ zh }) => zh !== '')
  const order = fc.shuffledSubarray(rows, { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(order, (chosen) => {
      const said = chosen.map(({ zh }) => zh.split(' ')[0]?.replace('~', ''))
      const one = judge({ complaint: said.join('，') })
      const other = judge({ complaint: said.toReversed().join('，') })
      expect({ ...other.suggestion, symptoms: [] }).toEqual({ ...one.suggestion, symptoms: [] })
    }),
  )
})

test('the tables are whole: each key word brings its row, each red flag can be found, each name is in both languages', () => {
  for (const [key, row] of Object.entries(symptomRows)) {
    for (const specialty of row.specialties) expect(specialties).toHaveProperty([specialty])
    const flags = redFlagKeys.filter((flag) => (redFlags[flag].rows as readonly string[]).includes(key as RowKey))
    const said = [...row.zh.split(' '), ...row.en.split(',')].filter(Boolean)
    for (const word of said) {
      const { symptoms } = judge({ complaint: word.replace('~', '') }).suggestion
      expect([word, symptoms.map(({ name }) => name.en)]).toEqual([word, expect.arrayContaining([row.name.en])])
    }
    expect([key, said.length > 0 || flags.length > 0]).toEqual([key, true])
  }
  for (const key of redFlagKeys) expect([key, 'question' in redFlags[key] || 'measured' in redFlags[key]]).toEqual([key, true])
})
