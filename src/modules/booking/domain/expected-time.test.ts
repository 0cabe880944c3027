import fc from 'fast-check'
import { expect, test } from 'vitest'
import { millisecondsBetween, plus, toInstant } from '../../../kernel/time.ts'
import { type Ahead, expectedTime, remainingChances, serviceChances } from './expected-time.ts'

const now = toInstant('2026-11-23T02:00:00Z')
const minutes = (from: string) => millisecondsBetween(now, from as never) / 60_000
const mean = (chances: readonly number[]) => chances.reduce((sum, chance, place) => sum + chance * place, 0)
const planned = serviceChances(30, [])
const behind = (count: number, service = planned): Ahead[] => Array.from({ length: count }, () => ({ notBefore: now, service }))

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

test('the chances of a service sum to one, around the planned minutes', () => {
  for (const of of [5, 30, 120]) {
    expect(serviceChances(of, []).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9)
    expect(mean(serviceChances(of, []))).toBeCloseTo(of, 1)
  }
})

test('twenty real visits count, nineteen do not', () => {
  const durations = Array.from({ length: 20 }, () => 12)
  expect(mean(serviceChances(30, durations))).toBeCloseTo(12, 9)
  expect(mean(serviceChances(30, durations.slice(1)))).toBeCloseTo(30, 1)
})

test('the range agrees with a simulation of the same lane', () => {
  const random = seeded(7)
  const sigma = Math.sqrt(Math.log(1.09))
  const draw = () => 30 * Math.exp(-(sigma ** 2) / 2 + sigma * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()))
  const ahead = [0, 20, 90].map((minute) => ({ notBefore: plus(now, { minutes: minute }), service: planned }))
  const runs = Array.from({ length: 20_000 }, () => [0, 20, 90].reduce((free, minute) => Math.max(free, minute) + draw(), 0)).sort(
    (a, b) => a - b,
  )
  const { from, until } = expectedTime(null, ahead, now, now)
  expect(Math.abs(minutes(from) - (runs[10_000] ?? 0))).toBeLessThan(1.5)
  expect(Math.abs(minutes(until) - (runs[18_000] ?? 0))).toBeLessThan(2)
})

test('one more ahead, a later own time, or a shorter time in progress never makes it sooner', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 240 }),
      (count, elapsed, own) => {
        const at = (more: number, since: number, ownMinutes: number) =>
          expectedTime(
            { startedAt: plus(now, { minutes: -since }), service: planned },
            behind(count + more),
            plus(now, { minutes: ownMinutes }),
            now,
          )
        const base = at(0, elapsed, own)
        expect(base.from <= base.until).toBe(true)
        expect(minutes(base.from)).toBeGreaterThanOrEqual(own)
        expect(at(1, elapsed, own).from >= base.from && at(1, elapsed, own).until >= base.until).toBe(true)
        expect(at(0, elapsed, own + 10).from >= base.from && at(0, elapsed, own + 10).until >= base.until).toBe(true)
      },
    ),
    { numRuns: 50 },
  )
})

test('what lasts longer than anything before ends soon, but not now', () => {
  const left = remainingChances(planned, 600)
  expect(left.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9)
  expect(left.length).toBeLessThan(20)
})

test('nobody ahead and her own time past: now', () => {
  expect(expectedTime(null, [], plus(now, { minutes: -10 }), now)).toEqual({ from: now, until: now })
})
