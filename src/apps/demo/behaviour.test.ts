import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { behaviourOf } from './behaviour.ts'

test('some are late, some never come, and consultations last as planned on average', () => {
  const drawn = Array.from({ length: 5000 }, () => behaviourOf(randomUUID()))
  const share = (fits: (one: (typeof drawn)[number]) => boolean) => drawn.filter(fits).length / drawn.length
  expect(share(({ arrivesAfterMinutes }) => arrivesAfterMinutes === null)).toBeCloseTo(0.06, 1)
  expect(share(({ arrivesAfterMinutes }) => (arrivesAfterMinutes ?? 0) > 0)).toBeCloseTo(0.16, 1)
  const factors = drawn.map(({ lengthFactor }) => lengthFactor)
  const mean = factors.reduce((sum, factor) => sum + factor, 0) / factors.length
  const variance = factors.reduce((sum, factor) => sum + (factor - mean) ** 2, 0) / factors.length
  expect(mean).toBeCloseTo(1, 1)
  expect(Math.sqrt(variance)).toBeCloseTo(0.3, 1)
})

test('the same visit behaves the same every time', () => {
  const id = randomUUID()
  expect(behaviourOf(id)).toEqual(behaviourOf(id))
})
