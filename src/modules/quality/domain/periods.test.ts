import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlainDate } from '../../../kernel/time.ts'
import { periodKinds, periodsUntil, trendLength } from './periods.ts'

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as PlainDate)

test('twelve periods touch without gap or overlap, and the last one holds the day', () => {
  fc.assert(
    fc.property(fc.constantFrom(...periodKinds), day, (kind, at) => {
      const periods = periodsUntil(kind, at, 'Asia/Shanghai')
      expect(periods).toHaveLength(trendLength)
      for (const [place, { until }] of periods.slice(0, -1).entries()) expect(periods[place + 1]?.from).toBe(until)
      const last = periods.at(-1)
      expect(last && last.first <= at && at <= last.last).toBe(true)
    }),
  )
})

test('a week begins on Monday, a month on its first', () => {
  const last = (kind: 'week' | 'month') => periodsUntil(kind, '2026-11-25' as PlainDate, 'Asia/Shanghai').at(-1)
  expect([last('week'), last('month')]).toMatchObject([
    { first: '2026-11-23', last: '2026-11-29' },
    { first: '2026-11-01', last: '2026-11-30', from: '2026-10-31T16:00:00.000Z' },
  ])
})
