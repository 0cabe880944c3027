import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateIn, instantAt, isPlainDate, type PlainDate, plus, plusDays, spansOverlap, toInstant, weekdayOf } from './time.ts'

test('moments sort as text as they do in time', () => {
  const moment = fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moment, moment, (a, b) => {
      expect(toInstant(a) < toInstant(b)).toBe(a < b)
    }),
  )
})

test('a local time at a site is the same moment wherever the server stands', () => {
  expect(instantAt('Asia/Shanghai', '2026-11-23' as PlainDate, '08:30')).toBe('2026-11-23T00:30:00.000Z')
  expect(dateIn('Asia/Shanghai', toInstant('2026-11-22T16:00:00Z'))).toBe('2026-11-23')
})

test('days that do not exist are no days', () => {
  expect(['2026-02-28', '2024-02-29'].every(isPlainDate)).toBe(true)
  expect(['2026-02-29', '2026-13-01', '26-01-01', ''].some(isPlainDate)).toBe(false)
})

test('spans that touch do not overlap', () => {
  const at = (hour: number) => plus(toInstant('2026-11-23T00:00:00Z'), { hours: hour })
  expect(spansOverlap({ from: at(0), until: at(1) }, { from: at(1), until: at(2) })).toBe(false)
  expect(spansOverlap({ from: at(0), until: at(2) }, { from: at(1), until: at(3) })).toBe(true)
})

test('a week later is the same weekday', () => {
  expect(weekdayOf('2026-11-23' as PlainDate)).toBe(1)
  expect(weekdayOf(plusDays('2026-11-23' as PlainDate, 7))).toBe(1)
})
