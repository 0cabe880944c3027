import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { checkTarget } from './change-target.ts'
import type { Better, Definition, Indicator } from './indicator.ts'
import { isAsGood, judge, type Target, wantedOn } from './target.ts'

const site = 'EAST' as Id<'site'>
const definition: Definition = {
  version: 1,
  validFrom: '2020-01-01' as PlainDate,
  unit: { zh: '分', en: 'min' },
  digits: 1,
  smallestCount: 10,
  parameters: {},
  denominator: { source: 'visit', where: [] },
  exclusions: [],
  numerator: { of: 'mean', field: 'waitMinutes' },
}
const indicatorOf = (better: Better): Indicator => ({ code: 'x', name: { zh: '候诊', en: 'wait' }, better, definition })
const wanted = (validFrom: string, floor: number | null, target: number | null, siteId: Target['siteId'] = null): Target => ({
  siteId,
  validFrom: validFrom as PlainDate,
  floor,
  target,
})
const on = (targets: readonly Target[], day: string, at: Target['siteId'] = null) => wantedOn(targets, 'higher', at, day as PlainDate)

test('the value in force on the day counts: a later one does not reach back, an earlier one ends', () => {
  const targets = [wanted('2026-01-01', 70, 80), wanted('2026-06-01', 75, 90)]
  expect([on(targets, '2025-12-31'), on(targets, '2026-05-31'), on(targets, '2026-06-01')]).toEqual([
    { floor: null, target: null },
    { floor: 70, target: 80 },
    { floor: 75, target: 90 },
  ])
})

test('where the network becomes stricter than an addition, the network counts', () => {
  const targets = [wanted('2026-01-01', 70, 80), wanted('2026-02-01', 72, 95, site), wanted('2026-06-01', 75, 90)]
  expect([on(targets, '2026-03-01', site), on(targets, '2026-07-01', site)]).toEqual([
    { floor: 72, target: 95 },
    { floor: 75, target: 95 },
  ])
})

const level = fc.integer({ min: 0, max: 100 })
test('what is let in as an addition never makes a site’s floor looser, whichever way is better', () => {
  fc.assert(
    fc.property(fc.constantFrom<Better>('higher', 'lower'), level, level, (better, floor, addition) => {
      const before = [wanted('2026-01-01', floor, null)]
      const asked = wanted('2026-02-01', addition, null, site)
      const checked = checkTarget(indicatorOf(better), before, asked, '2026-02-01' as PlainDate)
      expect(checked.ok).toBe(isAsGood(better, addition, floor))
      const { floor: least } = wantedOn([...before, asked], better, site, '2026-03-01' as PlainDate)
      expect(isAsGood(better, least ?? Number.NaN, floor)).toBe(true)
    }),
  )
})

test('what was judged is not rewritten: a first value may reach back, a change may not', () => {
  const check = (before: readonly Target[]) =>
    checkTarget(indicatorOf('higher'), before, wanted('2026-01-01', 1, 2), '2026-11-23' as PlainDate)
  expect(check([])).toMatchObject({ ok: true })
  expect(check([wanted('2026-03-01', 5, 6)])).toMatchObject({ refusal: { code: 'quality.target-rewrites-past' } })
})

test('the target is as strict as the floor, and no value lies outside what can be reached', () => {
  const check = (floor: number, target: number) =>
    checkTarget(indicatorOf('lower'), [], wanted('2026-12-01', floor, target), '2026-11-23' as PlainDate)
  expect(check(20, 15)).toMatchObject({ ok: true })
  expect(check(20, 25)).toMatchObject({ refusal: { code: 'quality.target-below-floor', details: { target: 25, floor: 20 } } })
  expect(check(-1, -2)).toMatchObject({ refusal: { code: 'quality.value-out-of-range' } })
})

test('a judgement needs enough to count and something that is wanted; on the line is good enough', () => {
  const judged = (count: number, mean: number, floor: number | null, target: number | null) =>
    judge('lower', definition, { numerator: mean * count, denominator: count, excluded: 0 }, { floor, target })
  expect([judged(0, 0, 20, 15), judged(9, 12, 20, 15), judged(10, 12, null, null)].map(({ doubt }) => doubt)).toEqual([
    'nothing-to-count',
    'too-few',
    'no-target',
  ])
  expect([15, 16, 20, 21].map((mean) => judged(10, mean, 20, 15).judgement)).toEqual(['met', 'missed', 'missed', 'below-floor'])
})
