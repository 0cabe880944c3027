import { expect, test } from 'vitest'
import { fenOf, yuanOf } from './amount'

test('reads yuan exactly, and nothing that is no amount', () => {
  expect(['0.1', '1,234.5', '¥249.60', '8', ' 19.99 '].map(fenOf)).toEqual([10, 123_450, 24_960, 800, 1_999])
  expect(['', '1.234', '-5', 'abc', '1e3', undefined].map(fenOf)).toEqual([null, null, null, null, null, null])
  expect(yuanOf(123_450)).toBe('1234.50')
})
