import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenBack, injectionPaid, record } from '../../../../test/support/proceeds.ts'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, type World } from '../../../../test/support/world.ts'
import type { Proceeds } from '../domain/proceeds.ts'

let system: TestSystem
let world: World
let paid: Proceeds
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  paid = injectionPaid(world, await world.makePerson('周静怡'))
})
afterAll(() => system.close())

test('the same source again is remembered once, also by rivals', async () => {
  await Promise.all([1, 2, 3].map(() => record(system.runtime, paid)))
  const { rows } = await system.owner.query('select net_fen::int from ledger.proceeds where source = $1', [paid.source])
  expect(rows).toEqual([{ net_fen: 159_600 }])
})

test('proceeds whose parts do not add up, or that come again with another amount, are bugs of the caller', async () => {
  await expect(record(system.runtime, { ...paid, payments: [] })).rejects.toThrow('payments sum')
  const back = givenBack(paid, 100n, paid.happenedAt)
  await expect(record(system.runtime, { ...back, source: paid.source })).rejects.toThrow('recorded again')
  const [first, ...rest] = paid.charges
  const charges = [{ ...(first as (typeof paid.charges)[number]), listFen: 1n }, ...rest]
  await expect(record(system.runtime, { ...paid, source: 'test.wrong', charges })).rejects.toThrow('net is list minus discount')
})

test('what was recorded or settled cannot be changed or taken out by the server', async () => {
  const { Client } = (await import('pg')).default
  const client = new Client({ connectionString: system.serverUrl })
  await client.connect()
  for (const table of ['proceeds', 'settlement', 'settled_proceeds', 'settled_service', 'statement_line'])
    for (const statement of [`delete from ledger.${table}`, `update ledger.${table} set institution_ids = '{}'`])
      await expect(client.query(statement)).rejects.toThrow('permission denied')
  await expect(client.query('update ledger.statement set total_fen = 0')).rejects.toThrow('permission denied')
  await client.end()
})
