import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { type Instant, plus, type Span, spanCovers, spansOverlap, toInstant } from '../../../kernel/time.ts'
import { type Conditions, type Day, findOptions, stepsOf } from './availability.ts'
import type { Offering } from './offering.ts'
import { type DayOf, freeSpans, isInTheWay, type Resource } from './resource.ts'

const id = <Thing extends string>(text: string) => text as Id<Thing>
const eight = toInstant('2026-11-23T00:00:00Z')
const at = (minutes: number): Instant => plus(eight, { minutes })
const span = (from: number, until: number): Span => ({ from: at(from), until: at(until) })
const clinic = id<'institution'>('clinic')
const site = id<'site'>('east')

const resource = (name: string, role: Resource['role'], kind: string, ownerId = clinic): Resource => ({
  id: id(name),
  role,
  kind,
  ownerId,
  siteId: role === 'expert' ? null : site,
  title: role === 'expert' ? 'chief' : null,
  name: { zh: name, en: name },
})
const offering: Offering = {
  id: id('o'),
  ownerId: clinic,
  networkId: id('n'),
  code: 'o',
  name: { zh: 'o', en: 'o' },
  durationMinutes: 30,
  setupMinutes: 0,
  preparation: null,
  prices: [{ siteId: null, title: 'chief', category: 'professional', amountFen: 100 }],
  needs: [
    { role: 'expert', kind: 'knee' },
    { role: 'room', kind: 'treatment' },
    { role: 'device', kind: 'ultrasound' },
  ],
}
const yes = ok(null)
const no = <Code extends string>(code: Code) => ({ ok: false, refusal: { category: 'conflict', code, details: {} } }) as const
const notFiled = no('network.filing-missing')
const notAgreed = no('agreements.use-not-agreed')
const anything: Conditions = {
  isPooled: () => true,
  mayPractise: () => yes,
  mayServe: () => yes,
  hostOf: (room) => room?.ownerId ?? clinic,
  travelMinutes: () => 0,
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
const located = spans.map((list) => list.map((one) => ({ ...one, siteId: site })))
const dayOf: fc.Arbitrary<DayOf> = fc.record({ openings: located, busy: located, leave: fc.constant([]) })
const anyDay: fc.Arbitrary<Day> = fc.tuple(...resources.map(() => dayOf)).map((facts) => ({
  resources,
  days: new Map(resources.map(({ id: key }, place) => [key as string, facts[place] as DayOf])),
  conditions: anything,
}))

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
          .flatMap((opening) => stepsOf(opening, 30, 0))
          .filter((step) => step.from > eight && free(expert, step) && (free('r1', step) || free('r2', step)) && free('d1', step))
          .map(({ from }) => `${from} ${expert}`),
      )
      const found = findOptions(offering, day, eight).map(({ from, resources: [expert] }) => `${from} ${expert?.id}`)
      expect(found.toSorted()).toEqual(expected.toSorted())
    }),
  )
})

const whole: DayOf = { openings: [{ ...span(0, 60), siteId: site }], busy: [], leave: [] }
const openAll = (list: readonly Resource[], conditions: Partial<Conditions> = {}, days: Record<string, DayOf> = {}): Day => ({
  resources: list,
  days: new Map(list.map(({ id: key }) => [key as string, days[key] ?? whole])),
  conditions: { ...anything, ...conditions },
})

test('an expert is offered only in the room of an institution where she may practise: another free room is taken instead', () => {
  const other = id<'institution'>('other')
  const rooms = [resource('a-room', 'room', 'treatment', other), resource('b-room', 'room', 'treatment')]
  const list = [resource('e1', 'expert', 'knee'), ...rooms, resource('d1', 'device', 'ultrasound')]
  const mayPractise: Conditions['mayPractise'] = (_, hostId) => (hostId === clinic ? yes : notFiled)
  const found = findOptions(offering, openAll(list, { mayPractise }), at(-1))
  expect(found.map(({ resources: used }) => used[1]?.id)).toEqual(['b-room', 'b-room'])
  expect(findOptions(offering, openAll(list, { mayPractise: () => notFiled }), at(-1))).toEqual([])
})

test('a device that no agreement lets the host use is passed over for one that it may use', () => {
  const list = [
    ...resources.slice(0, 3),
    resource('c-device', 'device', 'ultrasound', id('stranger')),
    resource('d1', 'device', 'ultrasound'),
  ]
  const mayServe: Conditions['mayServe'] = (_, using) => (using.some(({ ownerId }) => ownerId !== clinic) ? notAgreed : yes)
  expect(findOptions(offering, openAll(list, { mayServe }), at(-1)).map(({ resources: used }) => used[2]?.id)).toEqual(Array(4).fill('d1'))
})

test('an expert without a price at the site is not offered', () => {
  const elsewhere = [{ siteId: id<'site'>('west'), title: 'chief' as const, category: 'professional' as const, amountFen: 1 }]
  for (const prices of [[], elsewhere]) expect(findOptions({ ...offering, prices }, openAll(resources), at(-1))).toEqual([])
})

test('a site’s own price goes before the one of all sites, part by part of one list', () => {
  const prices: Offering['prices'] = [
    { siteId: null, title: 'chief', category: 'professional', amountFen: 100 },
    { siteId: null, title: 'chief', category: 'facility', amountFen: 50 },
    { siteId: site, title: 'chief', category: 'professional', amountFen: 70 },
  ]
  expect(findOptions({ ...offering, prices }, openAll(resources), at(-1))[0]?.charges).toEqual([
    { category: 'professional', amountFen: 70 },
  ])
})

test('with time to prepare, visits in one room are that far apart and never overlap the preparation of the next', () => {
  const list = [resource('e1', 'expert', 'knee'), ...resources.slice(2, 3), resource('d1', 'device', 'ultrasound')]
  const long: DayOf = { ...whole, openings: [{ ...span(0, 120), siteId: site }] }
  const days = { e1: long, r1: long, d1: long }
  const slow = { ...offering, setupMinutes: 15 }
  expect(findOptions(slow, openAll(list, {}, days), at(-1)).map(({ from }) => from)).toEqual([at(0), at(45), at(90)])
  const taken = { ...days, r1: { ...long, busy: [{ ...span(35, 44), siteId: site }] } }
  expect(findOptions(slow, openAll(list, {}, taken), at(-1)).map(({ from }) => from)).toEqual([at(0), at(90)])
})

test('the way between two sites is counted before and after, and only for who is at another site', () => {
  const west = id<'site'>('west')
  const busy = { ...span(60, 90), siteId: west }
  const twenty = () => 20
  for (const [claim, inTheWay] of [
    [span(30, 40), false],
    [span(30, 41), true],
    [span(110, 120), false],
    [span(109, 120), true],
  ] as const) {
    expect(isInTheWay(busy, site, claim, twenty)).toBe(inTheWay)
    expect(isInTheWay(busy, west, claim, twenty)).toBe(false)
  }
})

test('who is on leave is not offered, and free time is what is open, there and not taken', () => {
  const away: DayOf = { ...whole, leave: [span(0, 31)] }
  expect(findOptions(offering, openAll(resources, {}, { e1: away, e2: away }), at(-1))).toEqual([])
  fc.assert(
    fc.property(dayOf, spans, (day, leave) => {
      const inside = (list: readonly Span[], at: Instant) => list.some(({ from, until }) => from <= at && at < until)
      const free = freeSpans({ ...day, leave })
      for (let minute = 0; minute < 800; minute += 5) {
        const when = at(minute)
        expect(inside(free, when)).toBe(inside(day.openings, when) && !inside(day.busy, when) && !inside(leave, when))
      }
    }),
  )
})
