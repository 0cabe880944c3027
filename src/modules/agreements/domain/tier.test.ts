import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumOf } from '../../../kernel/money.ts'
import { tierOf } from './tier.ts'

const tiers = [
  { upToFen: 10_000_000n, basisPoints: 3000n },
  { upToFen: 30_000_000n, basisPoints: 3500n },
  { upToFen: null, basisPoints: 4000n },
]

/** What the amounts of a period take, one after another. */
const takenOf = (amounts: readonly bigint[]): bigint[] =>
  amounts.map((amount, place) => tierOf(amount, sumOf(amounts.slice(0, place)), tiers))

test('tiers are marginal: each applies to the part of the period’s sum inside it', () => {
  expect(tierOf(36_000_000n, 0n, tiers)).toBe(12_400_000n)
  expect(tierOf(6_000_000n, 30_000_000n, tiers)).toBe(2_400_000n)
})

test('a refund gives back what the last fen of the period took; a period below zero takes the first tier’s rate', () => {
  expect(tierOf(-10_000n, 30_000_000n, tiers)).toBe(-3500n)
  expect(tierOf(-10_000n, 0n, tiers)).toBe(-3000n)
})

test('the parts of a period add up to its sum rounded once, refunds included, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), { minLength: 1, maxLength: 12 }), (amounts) => {
      const whole = tierOf(sumOf(amounts), 0n, tiers)
      expect(sumOf(takenOf(amounts))).toBe(whole)
      expect(sumOf(takenOf(amounts.toReversed()))).toBe(whole)
    }),
  )
})
