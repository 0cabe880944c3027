import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CountedVisit, writeVisits } from '../../../../test/support/counted.ts'
import { agreeWithExpert, at, injectionPaid, record } from '../../../../test/support/proceeds.ts'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { overNetwork } from '../../../../test/support/work.ts'
import { makeWorld, run, shanghai, staffOf, type World } from '../../../../test/support/world.ts'
import { present } from '../../../kernel/assert.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Actor, Query } from '../../../platform/operation/index.ts'
import { ask } from '../../../platform/operation/perform.ts'
import { settlePeriod } from '../../ledger/index.ts'
import { type Field, type SourceName, sources } from '../domain/catalogue.ts'
import type { Condition, Indicator } from '../domain/indicator.ts'
import { periodsUntil } from '../domain/periods.ts'
import { findIndicators } from '../store/indicator.ts'
import { tally } from '../store/tally.ts'
import { listIndicatorRows } from './list-indicator-rows.ts'
import { listIndicators } from './list-indicators.ts'
import { showIndicator } from './show-indicator.ts'

let system: TestSystem
let world: World
let operator: Actor
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  operator = staffOf(system.runtime, world.operator, 'operator')
})
afterAll(() => system.close())

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it names
async function read(actor: Actor, query: unknown, input: object): Promise<any> {
  const answer = await ask(system.runtime, query as Query, actor, input, 'test')
  return answer.ok ? answer.value : answer.refusal
}
type Row = { id: string; part: string; numerator: number; denominator: number; because: object | null; patient: string | null }
async function allRows(actor: Actor, input: object): Promise<Row[]> {
  const rows: Row[] = []
  for (let after: string | undefined; ; ) {
    const page = await read(actor, listIndicatorRows, { ...input, after })
    rows.push(...page.items)
    if (page.next === null) return rows
    after = page.next
  }
}

const clear = () => system.owner.query('delete from care.order; delete from booking.attendance; delete from booking.visit')

const visit = (): fc.Arbitrary<CountedVisit> =>
  fc.record({
    startsAt: fc
      .integer({ min: 0, max: 24 * 60 - 1 })
      .map((minute) =>
        shanghai('2026-11-20', `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`),
      ),
    hostId: fc.constantFrom(world.clinic, world.hospital),
    siteId: fc.constantFrom(world.east.siteId, world.west.siteId),
    status: fc.constantFrom('booked', 'in-progress', 'completed', 'no-show', 'cancelled'),
    waitedMinutes: fc.option(fc.integer({ min: -5, max: 40 }), { nil: undefined }),
    consultedMinutes: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
  })

test('a value is what its rows add up to, the rows are there once each, and both agree with a count by hand', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(visit(), { maxLength: 70 }), async (visits) => {
      await clear()
      await writeVisits(system, world, visits)
      const began = visits.filter(({ waitedMinutes }) => waitedMinutes !== undefined)
      const ended = began.filter(({ consultedMinutes }) => consultedMinutes !== undefined)
      const sum = ended.reduce((total, { consultedMinutes = 0 }) => total + consultedMinutes, 0)
      const hand = {
        'wait-within-15': [began.filter(({ waitedMinutes = 0 }) => waitedMinutes <= 15).length, began.length, 100],
        'consulting-minutes': [sum, ended.length, 1],
      } as const
      const at = { networkId: world.networkId, period: 'day', at: '2026-11-20' }
      const list = await read(operator, listIndicators, at)
      for (const [code, [numerator, count, factor]] of Object.entries(hand)) {
        const shown = list.items.find((one: { code: string }) => one.code === code)
        expect({ code, numerator: Math.round(shown.numerator * 1e6) / 1e6, count: shown.count }).toEqual({ code, numerator, count })
        expect(shown.value === null ? null : shown.value).toBe(count === 0 ? null : (factor * shown.numerator) / count)
        const rows = await allRows(operator, { ...at, code })
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
        expect(rows.reduce((total, row) => total + row.numerator, 0)).toBeCloseTo(shown.numerator, 6)
        expect(rows.reduce((total, row) => total + row.denominator, 0)).toBe(shown.count)
        expect(rows.filter(({ because }) => because !== null).length).toBe(shown.excluded)
        for (const part of ['numerator', 'denominator', 'excluded'])
          expect(await allRows(operator, { ...at, code, part })).toEqual(rows.filter((row) => row.part === part))
      }
    }),
    { numRuns: 12 },
  )
})

const monthOf = (visits: number, waitedMinutes: number, more: Partial<CountedVisit> = {}): CountedVisit[] =>
  Array.from({ length: visits }, (_, place) => ({
    startsAt: shanghai('2026-11-18', `${String(8 + (place % 10)).padStart(2, '0')}:00`),
    hostId: world.clinic,
    siteId: world.east.siteId,
    status: 'completed' as const,
    waitedMinutes,
    consultedMinutes: 30,
    ...more,
  }))

test('a trend has twelve periods in the time zone of the network: midnight in Shanghai begins a new day', async () => {
  await clear()
  await writeVisits(system, world, [
    ...monthOf(1, 5, { startsAt: shanghai('2026-10-31', '23:59') }),
    ...monthOf(2, 5, { startsAt: shanghai('2026-11-01', '00:00') }),
  ])
  const { trend } = await read(operator, showIndicator, { code: 'wait-within-15', networkId: world.networkId, period: 'month' })
  expect(trend).toHaveLength(12)
  expect(trend.slice(-2).map(({ first, last, count }: never) => ({ first, last, count }))).toEqual([
    { first: '2026-10-01', last: '2026-10-31', count: 1 },
    { first: '2026-11-01', last: '2026-11-30', count: 2 },
  ])
})

test('no order can be recognised yet: 0 of as many as were signed, and 0 per cent is a value', async () => {
  await clear()
  const [visitId] = await writeVisits(system, world, monthOf(1, 5))
  const personId = await world.makePerson('秦知夏')
  for (const state of ['requested', 'completed', 'cancelled'])
    await system.owner.query(
      `insert into care.order (id, visit_id, person_id, network_id, orderer_id, performer_id, kind, item_code, item_zh, item_en, urgency, state, end_reason, drafted_by, signed_by, signed_at, due_at)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, 'laboratory', 'GLU', '血糖', 'glucose', 'routine', $6, case when $6 = 'cancelled' then '开错' end, $2, $2, '2026-11-20', '2026-11-21')`,
      [visitId, personId, world.networkId, world.clinic, world.imaging, state],
    )
  const shown = await read(operator, showIndicator, { code: 'orders-recognised', networkId: world.networkId })
  expect(shown).toMatchObject({ value: 0, numerator: 0, count: 2, excluded: 1 })
})

test('a sixth indicator is data alone: it is counted, judged, shown with its rows, and says in words what it counts', async () => {
  await clear()
  await writeVisits(system, world, [
    ...monthOf(12, 5),
    ...monthOf(3, 5, { status: 'no-show', waitedMinutes: undefined }),
    ...monthOf(2, 5, { status: 'cancelled', waitedMinutes: undefined }),
  ])
  await system.owner.query(
    `insert into quality.indicator values ('no-shows-per-100', '每百次预约爽约', 'No-shows per 100 visits', 'lower', 6)`,
  )
  await system.owner.query(
    `insert into quality.indicator_version (code, version, valid_from, unit_zh, unit_en, digits, smallest_count, parameters, denominator, exclusions, numerator)
     values ('no-shows-per-100', 1, '2026-01-01', '/百次', 'per 100', 1, 5, '{}', $1, $2, $3)`,
    [
      { source: 'visit', where: [] },
      JSON.stringify([[{ field: 'status', is: 'one-of', codes: ['cancelled'] }]]),
      { of: 'events', source: 'visit', where: [{ field: 'status', is: 'one-of', codes: ['no-show'] }], exclusions: [], per: 100 },
    ],
  )
  const at = { networkId: world.networkId, code: 'no-shows-per-100' }
  const shown = await read(operator, showIndicator, at)
  expect(shown).toMatchObject({ value: 20, numerator: 3, count: 15, excluded: 2, doubt: 'no-target' })
  expect(shown.sentence.zh).toBe('分子：状态为爽约的就诊，按每 100 次计。分母：全部就诊。不计：状态为已取消的就诊。')
  const rows = await allRows(operator, at)
  const adds = (what: 'numerator' | 'denominator') => rows.reduce((total, row) => total + row[what], 0)
  expect([adds('numerator'), adds('denominator'), rows.length]).toEqual([3, 15, 20])
})

test('every field of the catalogue is a column of its view, and every kind of condition a question to it', async () => {
  const conditionsOf = (field: string, kind: Field['kind']): Condition[] => {
    if (kind === 'yes-no')
      return [
        { field, is: 'yes' },
        { field, is: 'no' },
      ]
    if (kind === 'number' || kind === 'age') return (['at-most', 'at-least'] as const).map((is) => ({ field, is, value: 1 }))
    const known = (['known', 'unknown'] as const).map((is): Condition => ({ field, is }))
    return kind === 'moment'
      ? known
      : [...known, ...(['one-of', 'not-one-of'] as const).map((is): Condition => ({ field, is, codes: ['x'] }))]
  }
  const [indicator] = await overNetwork(system.runtime, (work) => findIndicators(work, '2026-11-23' as PlainDate))
  const { definition, ...rest } = present(indicator, 'an indicator')
  const all = Object.entries(sources).flatMap(([source, { fields }]) =>
    Object.entries(fields).flatMap(([field, { kind }]) =>
      conditionsOf(field, kind).map(
        (condition): Indicator => ({
          ...rest,
          code: `${source}.${field} ${condition.is}`,
          definition: {
            ...definition,
            denominator: { source: source as SourceName, where: [condition] },
            exclusions: [[condition]],
            numerator: { of: 'share', where: [condition] },
          },
        }),
      ),
    ),
  )
  const periods = periodsUntil('week', '2026-11-23' as PlainDate, 'Asia/Shanghai')
  const scope = { networkId: world.networkId, institutionIds: null, siteId: null }
  const tallied = await overNetwork(system.runtime, (work) => tally(work, all, { periods, scope, bySite: true }))
  expect(new Set(tallied.map(({ code }) => code.split('.')[0]))).toContain('visit')
})

test('who does not lead sees the value of the network and the rows of the own institution, with masked names', async () => {
  await clear()
  const patient = await world.makePerson('欧阳锋岚')
  await writeVisits(system, world, [...monthOf(10, 30), ...monthOf(10, 5, { hostId: world.hospital })])
  await system.owner.query('update booking.visit set person_id = $1, institution_ids = institution_ids || $2::uuid', [
    patient,
    world.operator,
  ])
  const at = { networkId: world.networkId, code: 'wait-within-15' }
  const hospital = staffOf(system.runtime, world.hospital, 'head')
  expect(await read(hospital, showIndicator, at)).toMatchObject({
    ...{ value: 50, count: 20, judged: 2 },
    rows: { numerator: 10, denominator: 0, ownOnly: true },
    institutions: [{ id: world.hospital, value: 100 }],
    maySetNetwork: false,
  })
  const own = await allRows(hospital, at)
  expect([own.length, new Set(own.map(({ numerator }) => numerator))]).toEqual([10, new Set([1])])
  expect(new Set((await allRows(operator, at)).map((row) => row.patient))).toEqual(new Set(['欧**岚']))
  expect(await read(hospital, listIndicatorRows, { ...at, institutionId: world.clinic })).toMatchObject({ code: 'quality.place-not-open' })
  expect(await read(staffOf(system.runtime, world.stranger, 'head'), showIndicator, at)).toMatchObject({ code: 'quality.no-network' })
})

test('money that waits is left out while it may still come in time, and counts against the network afterwards', async () => {
  await agreeWithExpert(system.runtime, world)
  const patient = await world.makePerson('秦知夏')
  const paid = (date: string) => injectionPaid(world, patient, { happenedAt: at(date) })
  await record(system.runtime, paid('2026-10-02'), paid('2026-10-30'), paid('2026-09-30'))
  const show = () => read(operator, showIndicator, { networkId: world.networkId, code: 'settled-in-time', at: '2026-10-31' })
  expect(await show()).toMatchObject({ numerator: 0, count: 1, excluded: 1 })
  const input = { networkId: world.networkId, until: '2026-10-31' }
  await run(system.runtime, staffOf(system.runtime, world.operator, 'finance'), settlePeriod, input)
  expect(await show()).toMatchObject({ numerator: 1, count: 2, excluded: 0, institutions: [{ id: world.clinic, count: 2 }] })
})
