import { expect, test } from 'vitest'
import type { Id } from '../../../kernel/id.ts'
import { instantAt, type PlainDate } from '../../../kernel/time.ts'
import { checkRota, findClashes, findLost, type RotaLine, slotsPerWeek } from './rota.ts'

const [east, west] = ['east', 'west'] as Id<'site'>[] as [Id<'site'>, Id<'site'>]
const line = (siteId: Id<'site'>, weekday: number, opens: string, closes: string): RotaLine => ({ siteId, weekday, opens, closes })
const day = (text: string) => text as PlainDate
const visit = (siteId: Id<'site'>, date: string, from: string, until: string) => ({
  siteId,
  from: instantAt('Asia/Shanghai', day(date), from),
  until: instantAt('Asia/Shanghai', day(date), until),
})

test('a line that ends before it begins, or overlaps another at its site, is named by its number', () => {
  expect(checkRota([line(east, 1, '08:00', '12:00'), line(east, 1, '14:00', '14:00')])).toMatchObject({
    refusal: { code: 'booking.rota-line-backwards', details: { line: 2 } },
  })
  expect(checkRota([line(east, 1, '08:00', '12:00'), line(east, 1, '11:00', '13:00')])).toMatchObject({
    refusal: { code: 'booking.rota-lines-overlap', details: { line: 2 } },
  })
  expect(checkRota([line(east, 1, '08:00', '12:00'), line(west, 1, '11:00', '13:00'), line(east, 2, '11:00', '13:00')]).ok).toBe(true)
})

test('two sites on one day clash when the way between them is longer than the pause', () => {
  const lines = [line(east, 1, '08:00', '12:00'), line(west, 1, '12:30', '17:00'), line(west, 2, '08:00', '12:00')]
  expect(findClashes(lines, () => 30)).toEqual([])
  expect(findClashes(lines, () => 31)).toEqual([{ line: 2, other: 1, minutes: 31 }])
  expect(findClashes([line(east, 1, '08:00', '12:00'), line(west, 1, '11:00', '13:00')], () => 0)).toHaveLength(1)
})

test('a new rota loses the promises that no line covers, from its first day on', () => {
  const lines = [line(east, 1, '08:00', '12:00')]
  const kept = [
    visit(east, '2026-11-30', '08:00', '08:30'),
    visit(east, '2026-11-30', '11:30', '12:00'),
    visit(west, '2026-11-23', '09:00', '09:30'),
  ]
  const lost = [
    visit(east, '2026-11-30', '11:45', '12:15'),
    visit(west, '2026-11-30', '09:00', '09:30'),
    visit(east, '2026-12-01', '09:00', '09:30'),
  ]
  expect(findLost(lines, [...kept, ...lost], day('2026-11-30'), () => 'Asia/Shanghai')).toEqual([lost[1], lost[0], lost[2]])
})

test('a week has as many services as fit into its lines', () => {
  expect(slotsPerWeek([line(east, 1, '08:00', '12:00'), line(west, 2, '08:00', '08:50')], 30)).toBe(9)
})
