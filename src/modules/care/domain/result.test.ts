import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LabDetail } from '../../../platform/terms/index.ts'
import { ownTerms } from '../../../platform/terms/own-lists.ts'
import { flagOf, judge, rangeFor } from './result.ts'

const detailOf = (code: string) => ownTerms().find((term) => term.system === 'lab' && term.code === code)?.detail as LabDetail
const woman = { sex: 'female', ageYears: 46 }
const man = { sex: 'male', ageYears: 46 }

const bounds = fc
  .array(fc.integer({ min: -1000, max: 1000 }), { minLength: 4, maxLength: 4 })
  .map((four) => four.toSorted((a, b) => a - b) as [number, number, number, number])
  .filter(([a, b, c, d]) => a < b && b < c && c < d)

describe('a flag', () => {
  test('follows the order of the bounds: the further out, the more severe, and never both sides', () =>
    fc.assert(
      fc.property(bounds, fc.integer({ min: -1100, max: 1100 }), ([criticalLow, low, high, criticalHigh], value) => {
        const flag = flagOf(value, { criticalLow, criticalHigh }, { low, high })
        const expected =
          value <= criticalLow
            ? 'critical-low'
            : value >= criticalHigh
              ? 'critical-high'
              : value < low
                ? 'low'
                : value > high
                  ? 'high'
                  : null
        expect(flag).toBe(expected)
      }),
    ))

  test.each([
    [6.2, 'critical-high'],
    [6.1, 'high'],
    [5.3, null],
    [3.5, null],
    [3.4, 'low'],
    [2.8, 'critical-low'],
  ])('of potassium %s is %s', (value, flag) => {
    const potassium = detailOf('BMP').analytes[0]
    expect(potassium && flagOf(value, potassium, rangeFor(potassium.ranges, woman))).toBe(flag)
  })

  test('follows the sex: a haemoglobin of 120 is low for a man only', () => {
    const hgb = detailOf('CBC').analytes.find(({ code }) => code === 'HGB')
    expect(hgb && flagOf(120, hgb, rangeFor(hgb.ranges, man))).toBe('low')
    expect(hgb && flagOf(120, hgb, rangeFor(hgb.ranges, woman))).toBe(null)
    expect(hgb && rangeFor(hgb.ranges, { sex: 'unknown', ageYears: 30 })).toBe(null)
  })

  test('follows the age where a range has one, the first day of a birthday included', () => {
    const ranges = [
      { sex: null, fromYears: 0, untilYears: 14, low: 1, high: 2 },
      { sex: null, fromYears: 14, low: 3, high: 4 },
    ]
    expect(rangeFor(ranges, { sex: 'male', ageYears: 13 })?.low).toBe(1)
    expect(rangeFor(ranges, { sex: 'male', ageYears: 14 })?.low).toBe(3)
  })
})

describe('values that were typed', () => {
  const fasting = (value: number, unit = 'mmol/L') => judge(detailOf('GLU'), [{ code: 'GLU', value, unit }], woman)
  test('are refused in another unit', () => expect(fasting(99, 'mg/dL')).toMatchObject({ refusal: { code: 'care.unit-wrong' } }))
  test('are refused where nobody could live', () => expect(fasting(500)).toMatchObject({ refusal: { code: 'care.value-implausible' } }))
  test('must be complete', () =>
    expect(judge(detailOf('BMP'), [{ code: 'K', value: 4, unit: 'mmol/L' }], woman)).toMatchObject({
      refusal: { code: 'care.value-missing' },
    }))
  test('keep the range they were judged by', () =>
    expect(fasting(6.4)).toMatchObject({ value: [{ value: 6.4, low: 3.9, high: 6.1, flag: 'high' }] }))
})
