import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CountedVisit, writeVisits } from '../../../../test/support/counted.ts'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, shanghai, staffOf, type World } from '../../../../test/support/world.ts'
import type { Actor, Query } from '../../../platform/operation/index.ts'
import { ask } from '../../../platform/operation/perform.ts'
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
