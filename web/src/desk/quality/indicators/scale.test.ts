import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOf, rangeOf, runsOf, stacked } from './scale'

const value = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null })
const points = fc.array(fc.record({ value, floor: value, target: value }), { minLength: 1, maxLength: 12 })

test('every value lies inside its axis, and the axis has between two and a dozen ticks', () => {
  fc.assert(
    fc.property(points, fc.boolean(), (drawn, isShare) => {
      const range = rangeOf(drawn, isShare)
      expect(range.ticks.length).toBeGreaterThanOrEqual(2)
      expect(range.ticks.length).toBeLessThanOrEqual(12)
      for (const one of drawn.flatMap((point) => [point.value, point.floor, point.target]).filter((each) => each !== null)) {
        const place = placeOf(range, one, 0, 100)
        expect(place).toBeGreaterThanOrEqual(-0.001)
        expect(place).toBeLessThanOrEqual(100.001)
      }
    }),
  )
})

test('where nothing was counted the line has a gap', () => {
  expect(runsOf([1, null, 2, 3, null]).map((run) => run.map(({ at }) => at))).toEqual([[0], [2, 3]])
})

test('institutions with the same value stand above each other', () => {
  expect(stacked([{ value: 1 }, { value: 1 }, { value: 9 }], (one) => one * 10, 8).map(({ level }) => level)).toEqual([0, 1, 0])
})
