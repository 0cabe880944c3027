import fc from 'fast-check'
import { expect, test } from 'vitest'
import { looksOf } from './looks'

const opening = fc.record({
  id: fc.uuid(),
  personId: fc.constant('p'),
  institution: fc.constantFrom({ zh: '甲', en: 'A' }, { zh: '乙', en: 'B' }, null),
  account: fc.constant(null),
  reason: fc.constantFrom('visit' as const, 'registration' as const),
  statedReason: fc.constantFrom(null, '核对证件'),
  operation: fc.constantFrom('people.open-person', 'people.list-family', 'booking.hold-visit'),
  openedAt: fc.integer({ min: 0, max: 40 }).map((minute) => new Date(minute * 60_000).toISOString()),
})
const newestFirst = fc.array(opening).map((openings) => openings.toSorted((a, b) => b.openedAt.localeCompare(a.openedAt)))

test('every institution, reason and operation of the openings is told, none is invented', () => {
  const told = (institution: { zh: string } | null, reason: string, stated: string | null, operation: string) =>
    [institution?.zh, reason, stated, operation].join(' ')
  fc.assert(
    fc.property(newestFirst, (openings) => {
      const looks = looksOf(openings).flatMap(({ first, operations }) =>
        operations.map((operation) => told(first.institution, first.reason, first.statedReason, operation)),
      )
      const all = openings.map(({ institution, reason, statedReason, operation }) => told(institution, reason, statedReason, operation))
      expect(new Set(looks)).toEqual(new Set(all))
    }),
  )
})

test('a page that reads three things at once is one look; the next quarter of an hour is another', () => {
  const at = (minute: number, operation: string) => ({
    id: `${minute}${operation}`,
    personId: 'p',
    institution: { zh: '甲', en: 'A' },
    account: null,
    reason: 'visit' as const,
    statedReason: null,
    operation,
    openedAt: new Date(minute * 60_000).toISOString(),
  })
  const looks = looksOf([
    at(20, 'people.open-person'),
    at(3, 'people.open-person'),
    at(3, 'people.list-family'),
    at(2, 'people.open-person'),
  ])
  expect(looks.map(({ operations }) => operations)).toEqual([['people.open-person'], ['people.open-person', 'people.list-family']])
})
