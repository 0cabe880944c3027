import { expect, test } from 'vitest'
import type { PlainDate } from '../../../kernel/time.ts'
import { type Definition, mistakesOf } from './indicator.ts'
import { sentenceOf } from './indicator-sentence.ts'

const waits: Definition = {
  version: 1,
  validFrom: '2020-01-01' as PlainDate,
  unit: { zh: '%', en: '%' },
  digits: 1,
  smallestCount: 10,
  parameters: { minutes: 15 },
  denominator: { source: 'visit', where: [{ field: 'arrivedAt', is: 'known' }] },
  exclusions: [[{ field: 'startedAt', is: 'unknown' }]],
  numerator: { of: 'share', where: [{ field: 'waitMinutes', is: 'at-most', value: { parameter: 'minutes' } }] },
}

test('the sentence says what the data say, with the parameter in it', () => {
  expect(sentenceOf(waits)).toEqual({
    zh: '分子：候诊不超过 15 分钟的就诊。分母：有签到时间的就诊。不计：没有开始就诊时间的就诊。',
    en: 'Numerator: visits where the wait is at most 15 minutes. Denominator: visits where the check-in is recorded. Not counted: visits where the start of the consultation is not recorded.',
  })
})

test.each<[string, Partial<Definition>]>([
  ['visit has no field phone', { denominator: { source: 'visit', where: [{ field: 'phone', is: 'known' }] } }],
  ['visit has no field constructor', { denominator: { source: 'visit', where: [{ field: 'constructor', is: 'known' }] } }],
  ['visit.waitMinutes cannot be yes', { exclusions: [[{ field: 'waitMinutes', is: 'yes' }]] }],
  ['visit.status is never gone', { exclusions: [[{ field: 'status', is: 'one-of', codes: ['gone'] }]] }],
  ['no parameter minutes', { parameters: {} }],
  ['visit has no number status', { numerator: { of: 'mean', field: 'status' } }],
])('%s: a definition that names it is not computed', (mistake, change) => {
  expect(mistakesOf(waits)).toEqual([])
  expect(mistakesOf({ ...waits, ...change })).toContain(mistake)
})
