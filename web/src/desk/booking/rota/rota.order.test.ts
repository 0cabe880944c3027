import { expect, test } from 'vitest'
import { addLine, copyToWorkdays, linesOn, nextPlanned } from './rota.order'

const line = (weekday: number, opens: string, closes: string) => ({ siteId: 'east', weekday, opens, closes })

test('a day’s rota is the lines in force on it, and the next planned one is known', () => {
  const rota = [
    { ...line(1, '08:00', '12:00'), validFrom: '2026-11-01', validUntil: '2026-11-21' },
    { ...line(4, '08:00', '12:00'), validFrom: '2026-11-22', validUntil: null },
  ] as never
  expect(linesOn(rota, '2026-11-21')).toEqual([line(1, '08:00', '12:00')])
  expect(linesOn(rota, '2026-11-22')).toEqual([line(4, '08:00', '12:00')])
  expect(nextPlanned(rota, '2026-11-21')).toBe('2026-11-22')
  expect(nextPlanned(rota, '2026-11-22')).toBeNull()
})

test('one more stretch begins an hour after the last one of its day', () => {
  expect(addLine([line(2, '08:30', '12:00')], 2, 'west').at(-1)).toEqual(line(2, '13:00', '16:00'))
  expect(addLine([line(2, '08:30', '12:00')], 3, 'west').at(-1)).toEqual({ ...line(3, '08:30', '12:00'), siteId: 'west' })
})

test('copying a day replaces the other working days and leaves the weekend', () => {
  const copied = copyToWorkdays([line(1, '08:00', '12:00'), line(3, '20:00', '21:00'), line(6, '09:00', '10:00')], 1)
  expect(copied.map(({ weekday, opens }) => `${weekday} ${opens}`).toSorted()).toEqual([
    '1 08:00',
    '2 08:00',
    '3 08:00',
    '4 08:00',
    '5 08:00',
    '6 09:00',
  ])
})
