import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { KnownFact } from './reads'
import { entriesOf } from './timeline.order'

const fact = fc
  .record({
    kind: fc.constantFrom('measurement', 'visit'),
    institutionId: fc.constantFrom('a', 'b'),
    happenedAt: fc.constantFrom('2026-11-18T02:00:00.000Z', '2026-11-18T09:00:00.000Z', '2026-11-17T02:00:00.000Z'),
  })
  .map((known) => known as KnownFact)

test('no fact is lost or doubled, and only measurements of one institution and day stand together', () => {
  fc.assert(
    fc.property(fc.array(fact), (facts) => {
      const entries = entriesOf(facts)
      const shown = entries.flatMap(({ first, measured }) => (measured.length > 0 ? measured : [first]))
      expect(new Set(shown).size).toBe(facts.length)
      expect(shown.every((one) => facts.includes(one))).toBe(true)
      for (const { first, measured } of entries)
        for (const one of measured)
          expect([one.kind, one.institutionId, one.happenedAt.slice(0, 10)]).toEqual([
            'measurement',
            first.institutionId,
            first.happenedAt.slice(0, 10),
          ])
      const together = entries
        .filter(({ measured }) => measured.length > 0)
        .map(({ first }) => `${first.happenedAt.slice(0, 10)} ${first.institutionId}`)
      expect(new Set(together).size).toBe(together.length)
    }),
  )
})
