import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreeWithExpert, at, injectionPaid, record } from '../../../../test/support/proceeds.ts'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, staffOf, tryCommand, type World } from '../../../../test/support/world.ts'
import { confirmStatement } from './confirm-statement.ts'
import { settlePeriod } from './settle-period.ts'

let system: TestSystem
let world: World
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  await agreeWithExpert(system.runtime, world)
  const personId = await world.makePerson('周静怡')
  await record(system.runtime, ...Array.from({ length: 20 }, () => injectionPaid(world, personId, { happenedAt: at('2026-11-20') })))
})
afterAll(() => system.close())

const count = async (query: string): Promise<number> => (await system.owner.query(query)).rows[0].count

test('eight that settle one network at once, until three different days, settle every row once and post every amount once', async () => {
  const finance = staffOf(system.runtime, world.operator, 'finance')
  const days = ['2026-11-20', '2026-11-21', '2026-11-22']
  const results = await Promise.all(
    Array.from({ length: 8 }, (_, place) =>
      tryCommand(system.runtime, finance, settlePeriod, { networkId: world.networkId, until: days[place % 3] }),
    ),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  for (const result of results) if (!result.ok) expect(result.refusal.code).toMatch(/^ledger\.(period-settled|nothing-to-settle)$/)
  expect(await count('select count(*)::int from ledger.settlement')).toBe(1)
  expect(await count('select count(*)::int from ledger.settled_proceeds')).toBe(20)
  expect(await count(`select count(*)::int from ledger.posting where what = 'settlement'`)).toBe(20)
  expect(await count('select sum(total_fen)::int as count from ledger.statement')).toBe(20 * 159_600)
})

test('the database itself refuses to settle a row twice', async () => {
  const again = `insert into ledger.settled_proceeds select proceeds_id, settlement_id, institution_ids from ledger.settled_proceeds limit 1`
  await expect(system.owner.query(again)).rejects.toThrow('settled_proceeds_pkey')
})

test('two who confirm one statement at once confirm it once', async () => {
  const { rows } = await system.owner.query('select id, version from ledger.statement where party_id = $1', [world.clinic])
  const [{ id: statementId, version }] = rows
  const results = await Promise.all(
    [1, 2, 3].map(() =>
      tryCommand(system.runtime, staffOf(system.runtime, world.clinic, 'manager'), confirmStatement, { statementId, version }),
    ),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await count(`select count(*)::int from ledger.statement where state = 'confirmed' and version = 2`)).toBe(1)
})
