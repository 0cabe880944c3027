import fc from 'fast-check'
import { expect, test } from 'vitest'
import { divideByWeights, percentOf, sumOf, tierOf, yuan } from './money.ts'

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

const tiers = [
  { upToFen: 10_000_000n, basisPoints: 3000n },
  { upToFen: 30_000_000n, basisPoints: 3500n },
  { upToFen: null, basisPoints: 4000n },
]

test('tiers are marginal over a period: parts of a period together take what the whole would, but for one rounding each', () => {
  expect(tierOf(36_000_000n, 0n, tiers)).toBe(12_400_000n)
  expect(tierOf(6_000_000n, 30_000_000n, tiers)).toBe(2_400_000n)
  expect(tierOf(-10_000n, 30_000_000n, tiers)).toBe(-3000n)
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.bigInt({ min: 0n, max: 10n ** 9n }), (first, second) => {
      const apart = tierOf(first, 0n, tiers) + tierOf(second, first, tiers)
      const off = apart - tierOf(first + second, 0n, tiers)
      expect(off >= -1n && off <= 1n).toBe(true)
    }),
  )
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
