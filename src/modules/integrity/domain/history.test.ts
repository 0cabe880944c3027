import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineOf } from '../../../../test/support/claims.ts'
import { linesBefore } from './history.ts'

const kept = (lineId: string, position: number, quantity: number) => ({
  ...lineOf(lineId, 'lab', 'A', '2026-11-23T02:00:00.000Z', { quantity }),
  visitId: 'v' as never,
  position,
})
const quantities = (lines: ReturnType<typeof linesBefore>) => lines.map(({ lineId, quantity }) => `${lineId} ${quantity}`)

test('a line is as it was last reviewed, less what was taken back, as known at each position', () => {
  const lines = [kept('a', 1, 1), kept('b', 2, 4), kept('a', 3, 2)]
  const withdrawals = [
    { lineId: 'b', position: 4, quantity: 3 },
    { lineId: 'b', position: 5, quantity: 3 },
  ]
  expect(quantities(linesBefore(lines, withdrawals, 1))).toEqual([])
  expect(quantities(linesBefore(lines, withdrawals, 3))).toEqual(['a 1', 'b 4'])
  expect(quantities(linesBefore(lines, withdrawals, 5))).toEqual(['a 2', 'b 1'])
  expect(quantities(linesBefore(lines, withdrawals, null))).toEqual(['a 2', 'b 0'])
})

test('what is kept later changes nothing of what was known before', () => {
  const entry = fc.record({
    lineId: fc.constantFrom('a', 'b', 'c'),
    position: fc.integer({ min: 1, max: 20 }),
    quantity: fc.integer({ min: 0, max: 5 }),
  })
  const entries = fc.uniqueArray(entry, { selector: ({ position }) => position })
  fc.assert(
    fc.property(entries, entries, fc.integer({ min: 1, max: 20 }), (reviewed, withdrawn, position) => {
      const lines = reviewed.map((line) => kept(line.lineId, line.position, line.quantity))
      const until = <Entry extends { position: number }>(all: Entry[]) => all.filter((one) => one.position < position)
      expect(linesBefore(lines, withdrawn, position)).toEqual(linesBefore(until(lines), until(withdrawn), null))
    }),
  )
})
