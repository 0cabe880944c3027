import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Id } from '../../../kernel/id.ts'
import { type Instant, plus, type Span, spanCovers, spansOverlap, toInstant } from '../../../kernel/time.ts'
import { type Day, findOptions, stepsOf } from './availability.ts'
import type { DayOf, Offering, Resource } from './resource.ts'

const id = <Thing extends string>(text: string) => text as Id<Thing>
const eight = toInstant('2026-11-23T00:00:00Z')
const at = (minutes: number): Instant => plus(eight, { minutes })
const span = (from: number, until: number): Span => ({ from: at(from), until: at(until) })
const clinic = id<'institution'>('clinic')
const site = id<'site'>('east')

const resource = (name: string, role: Resource['role'], kind: string, places: string[] = ['clinic']): Resource => ({
  id: id(name),
  role,
  kind,
  ownerId: clinic,
  siteId: role === 'expert' ? null : site,
  title: role === 'expert' ? 'chief' : null,
  name: { zh: name, en: name },
  places: new Set(places),
})
const offering: Offering = {
  id: id('o'),
  ownerId: clinic,
  networkId: id('n'),
  name: { zh: 'o', en: 'o' },
  durationMinutes: 30,
  prices: new Map([['chief', 100]]),
  needs: [
    { role: 'expert', kind: 'knee' },
    { role: 'room', kind: 'treatment' },
    { role: 'device', kind: 'ultrasound' },
  ],
}
const resources = [
  resource('e1', 'expert', 'knee'),
  resource('e2', 'expert', 'knee'),
  resource('r1', 'room', 'treatment'),
  resource('r2', 'room', 'treatment'),
  resource('d1', 'device', 'ultrasound'),
]

const spans = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 5, max: 240 })).map(([from, minutes]) => span(from, from + minutes)),
  { maxLength: 4 },
)
const dayOf = fc.record({ openings: spans.map((list) => list.map((opening) => ({ ...opening, siteId: site }))), busy: spans })
const anyDay: fc.Arbitrary<Day> = fc
  .tuple(...resources.map(() => dayOf))
  .map((facts) => ({ resources, days: new Map(resources.map(({ id: key }, place) => [key as string, facts[place] as DayOf])) }))

test('every option is complete: one resource per need, each open there and free, after now', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 480 }), (day, minute) => {
      for (const option of findOptions(offering, day, at(minute))) {
        expect(option.resources.map(({ role, kind }) => ({ role, kind }))).toEqual(offering.needs)
        expect(option.from > at(minute)).toBe(true)
        for (const { id: key } of option.resources) {
          const { openings, busy } = day.days.get(key) as DayOf
          expect(openings.some((opening) => spanCovers(opening, option))).toBe(true)
          expect(busy.some((taken) => spansOverlap(taken, option))).toBe(false)
        }
      }
    }),
  )
})

test('no free option is forgotten: each step of an expert with a free room and device is offered', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const free = (key: string, step: Span) => {
        const { openings, busy } = day.days.get(key) as DayOf
        return openings.some((opening) => spanCovers(opening, step)) && !busy.some((taken) => spansOverlap(taken, step))
      }
      const expected = ['e1', 'e2'].flatMap((expert) =>
        (day.days.get(expert)?.openings ?? [])
          .flatMap((opening) => stepsOf(opening, 30))
          .filter((step) => step.from > eight && free(expert, step) && (free('r1', step) || free('r2', step)) && free('d1', step))
          .map(({ from }) => `${from} ${expert}`),
      )
      const found = findOptions(offering, day, eight).map(({ from, resources: [expert] }) => `${from} ${expert?.id}`)
      expect(found.toSorted()).toEqual(expected.toSorted())
    }),
  )
})

test('an expert is not offered in a room of an owner where she has no filing', () => {
  const whole = { openings: [{ ...span(0, 60), siteId: site }], busy: [] }
  const day = (places: string[]): Day => {
    const list = [resource('e1', 'expert', 'knee', places), ...resources.slice(2)]
    return { resources: list, days: new Map(list.map(({ id: key }) => [key as string, whole])) }
  }
  expect(findOptions(offering, day(['elsewhere']), at(-1))).toEqual([])
  expect(findOptions(offering, day(['clinic']), at(-1))).toHaveLength(2)
})

test('an expert without a price is not offered', () => {
  const whole = { openings: [{ ...span(0, 60), siteId: site }], busy: [] }
  const day: Day = { resources, days: new Map(resources.map(({ id: key }) => [key as string, whole])) }
  expect(findOptions({ ...offering, prices: new Map() }, day, at(-1))).toEqual([])
})
