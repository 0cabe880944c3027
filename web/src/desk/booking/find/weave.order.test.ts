import { expect, test } from 'vitest'
import { barIn, freeSince, windowOf } from './weave.order'

const at = (time: string) => `2026-11-25T${time}:00.000Z`
const span = (from: string, until: string) => ({ from: at(from), until: at(until) })
const lane = (id: string, openings: ReturnType<typeof span>[], busy: ReturnType<typeof span>[]) => ({ resourceId: id, openings, busy })

test('a resource is free since the end of what it did before, or since it opened', () => {
  const morning = [span('00:30', '04:00')]
  expect(freeSince(lane('e', morning, [span('01:00', '01:30'), span('00:30', '01:00'), span('03:00', '03:30')]), at('02:00'))).toBe(
    at('01:30'),
  )
  expect(freeSince(lane('e', morning, []), at('02:00'))).toBe(at('00:30'))
})

test('the window spans the half-day that all lanes share', () => {
  const lanes = [
    lane('e', [span('00:30', '04:00'), span('05:30', '09:30')], []),
    lane('r', [span('00:00', '03:00')], []),
    lane('other', [span('00:00', '12:00')], []),
  ]
  const option = { startsAt: at('02:00'), endsAt: at('02:30'), resources: [{ id: 'e' }, { id: 'r' }] } as unknown as Parameters<
    typeof windowOf
  >[0]
  expect(windowOf(option, lanes)).toEqual(span('00:00', '04:00'))
})

test('a bar is cut to its window, and outside there is none', () => {
  expect(barIn(span('00:00', '04:00'), span('03:00', '06:00'))).toEqual({ from: 75, until: 100 })
  expect(barIn(span('00:00', '04:00'), span('05:00', '06:00'))).toBeNull()
})
