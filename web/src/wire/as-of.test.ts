import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isIncluded } from './as-of'

test('the readings tried on PostgreSQL: 725 opened first and committed last', () => {
  expect(isIncluded('725', '725:727:725')).toBe(false)
  expect(isIncluded('726', '725:727:725')).toBe(true)
  expect(isIncluded('727', '725:727:725')).toBe(false)
  expect(isIncluded('724', '725:727:725')).toBe(true)
  expect(isIncluded('725', '728:728:')).toBe(true)
})

test('it agrees with a snapshot drawn from the transactions that had ended', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 60 })),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 70 }),
      (open, next, asked) => {
        const running = open.filter((id) => id < next).toSorted((a, b) => a - b)
        const asOf = `${running[0] ?? next}:${next}:${running.join(',')}`
        expect(isIncluded(String(asked), asOf)).toBe(asked < next && !running.includes(asked))
      },
    ),
  )
})
