import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepOrder } from './calm'

const rows = fc.uniqueArray(fc.record({ id: fc.constantFrom(...'abcdefgh'), state: fc.nat(3) }), { selector: ({ id }) => id })

test('while somebody points at a list no row changes its place, and each shows its newest state', () => {
  fc.assert(
    fc.property(rows, rows, (shown, latest) => {
      const calm = keepOrder(shown, latest)
      expect(calm.rows.map(({ row }) => row.id)).toEqual(shown.map(({ id }) => id))
      for (const { row, gone } of calm.rows) {
        expect(gone).toBe(!latest.some(({ id }) => id === row.id))
        if (!gone) expect(latest).toContainEqual(row)
      }
      expect(keepOrder(latest, latest).changes).toBe(0)
    }),
  )
})

test('what is new, gone or elsewhere is counted', () => {
  const of = (text: string) => [...text].map((id) => ({ id }))
  expect(keepOrder(of('abc'), of('abcd')).changes).toBe(1)
  expect(keepOrder(of('abc'), of('bc')).changes).toBe(1)
  expect(keepOrder(of('abc'), of('bac')).changes).toBe(2)
})
