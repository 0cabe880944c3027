import { expect, test } from 'vitest'
import { numberText, rangeText, unitText } from './measured'

test.each([
  [138, '138'],
  [2.6, '2.6'],
  [84.22341234, '84.22'],
  [0.01234, '0.012'],
  [-0.05, '-0.05'],
  [12345.678, '12345.68'],
])('%d reads %s', (value, text) => {
  expect(numberText(value)).toBe(text)
})

test.each([
  ['mm[Hg]', 'mmHg'],
  ['10*3/uL', '10³/µL'],
  ['{score}', 'score'],
  ['mL/min/{1.73_m2}', 'mL/min/1.73 m²'],
  ['kg/m2', 'kg/m²'],
  ['1', ''],
  [null, ''],
])('unit %s reads %s', (unit, text) => {
  expect(unitText(unit)).toBe(text)
})

test('a range says which of its ends is known', () => {
  expect([rangeText(3.9, 6.1), rangeText(90, null), rangeText(null, 5), rangeText(null, null)]).toEqual(['3.9–6.1', '≥ 90', '≤ 5', null])
})
