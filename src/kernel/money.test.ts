import fc from 'fast-check'
import { expect, test } from 'vitest'
import { divideByWeights, percentOf, sumOf, yuan } from './money.ts'

const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
const weights = fc.array(fc.bigInt({ min: 1n, max: 10_000n }), { minLength: 1, maxLength: 12 })

test('parts by weight add up to the amount exactly, negative amounts included, and no part is a whole fen away from its true share', () => {
  fc.assert(
    fc.property(amount, weights, (total, by) => {
      const parts = divideByWeights(total, by)
      const sum = sumOf(by)
      expect(sumOf(parts)).toBe(total)
      for (const [index, part] of parts.entries()) {
        const off = part * sum - total * (by[index] ?? 0n)
        expect(off < sum && -off < sum).toBe(true)
      }
      expect(divideByWeights(-total, by)).toEqual(parts.map((part) => -part))
    }),
  )
})

test('a fen that does not divide goes to the largest fraction, ties to the first listed', () => {
  expect(divideByWeights(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n])
  expect(divideByWeights(-100n, [1n, 1n, 1n])).toEqual([-34n, -33n, -33n])
  expect(divideByWeights(10n, [1n, 5n, 1n])).toEqual([2n, 7n, 1n])
})

test('a percentage rounds once, half away from zero', () => {
  expect(percentOf(80_028n, 8000n)).toBe(64_022n)
  expect([percentOf(5n, 1000n), percentOf(-5n, 1000n), percentOf(4n, 1000n)]).toEqual([1n, -1n, 0n])
})

test('money reads with groups, two decimals and its sign', () => {
  expect([0n, 5n, 120_000n, -2000n, 123_456_789_012n, -123_456_789_012_345_678n].map(yuan)).toEqual([
    '¥0.00',
    '¥0.05',
    '¥1,200.00',
    '−¥20.00',
    '¥1,234,567,890.12',
    '−¥1,234,567,890,123,456.78',
  ])
})
