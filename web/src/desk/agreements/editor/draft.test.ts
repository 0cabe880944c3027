import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asHundredths, asKind, hundredths, isInside, moved, placeOf, type Step, stepKinds } from './draft'

test('an amount reads back as it was typed, to the fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 11 }), (fen) => {
      expect(hundredths(asHundredths(fen))).toBe(fen)
    }),
  )
  expect([hundredths('12.345'), hundredths('x'), hundredths(''), hundredths('0.07')]).toEqual([undefined, undefined, undefined, 7])
})

test('a refusal finds its row, and only its row', () => {
  expect(placeOf({ field: 'terms.split.steps.3.to.0.party' })).toBe('split.steps[3].to[0].party')
  expect([isInside('split.steps[1].of', 'split.steps[1]'), isInside('split.steps[10]', 'split.steps[1]')]).toEqual([true, false])
})

test('a step that becomes another kind keeps its source and its first receiver', () => {
  const step: Step = {
    step: 'percent',
    of: 'group',
    to: [
      { party: 'a', basisPoints: 1 },
      { party: 'b', basisPoints: 2 },
    ],
  }
  for (const kind of stepKinds) expect(asKind(asKind(step, kind), 'fixed')).toMatchObject({ of: 'group', to: 'a' })
})

test('moving down and up again changes nothing', () => {
  expect(moved(moved(['a', 'b', 'c'], 0, 1), 1, -1)).toEqual(['a', 'b', 'c'])
})
