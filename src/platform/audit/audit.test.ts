import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../test/support/system.ts'
import { makeWorld } from '../../../test/support/world.ts'
import { sealBlock, verifyChain } from '../seal/index.ts'
import { everything, transact } from '../transaction/index.ts'
import { auditChain } from './index.ts'

let system: TestSystem
beforeAll(async () => {
  system = await createTestSystem()
  await makeWorld(system.runtime)
})
afterAll(() => system.close())

const inTransaction = <Value>(run: (db: TestSystem['runtime']['database']) => Promise<Value>) =>
  transact(system.runtime.database, everything, async (db) => ({ commit: true, value: await run(db) }))
const seal = () => inTransaction((db) => sealBlock(db, auditChain, system.runtime.clock.now())).then((block) => block?.rows)
const verify = () => inTransaction((db) => verifyChain(db, auditChain))
const auditRow = (requestId: string) =>
  `insert into platform.audit (at, operation, outcome, request_id) values ('2026-11-23', 'test', 'done', '${requestId}')`

test('a sealed trail verifies; a row of an open transaction belongs to a later block', async () => {
  const other = new (await import('pg')).default.Client({ connectionString: system.ownerUrl })
  await other.connect()
  await other.query('begin')
  await other.query(auditRow('slow'))
  await system.owner.query(auditRow('quick'))
  const first = await seal()
  expect(first).toBeGreaterThan(10)
  expect(await verify()).toMatchObject({ wrong: null, blocks: 1, notYetSealed: 1 })
  await other.query('commit')
  await other.end()
  expect(await seal()).toBe(2)
  expect(await verify()).toMatchObject({ wrong: null, blocks: 2, notYetSealed: 0 })
})

test.each([
  [
    'changed',
    `update platform.audit set outcome = 'tampered' where id = $1`,
    `update platform.audit set outcome = 'done' where id = $1`,
    'row-changed',
  ],
  [
    'given to another',
    `update platform.audit set account_id = gen_random_uuid(), institution_id = null where id = $1`,
    null,
    'row-changed',
  ],
])('a row that was %s is named', async (_, tamper, mend, what) => {
  const {
    rows: [{ id }],
  } = await system.owner.query(`select id from platform.audit where outcome = 'done' order by id offset 4 limit 1`)
  const {
    rows: [original],
  } = await system.owner.query('select account_id, institution_id from platform.audit where id = $1', [id])
  await system.owner.query(tamper, [id])
  expect(await verify()).toMatchObject({ wrong: { rowId: id, what } })
  if (mend) await system.owner.query(mend, [id])
  else
    await system.owner.query('update platform.audit set account_id = $2, institution_id = $3 where id = $1', [
      id,
      original.account_id,
      original.institution_id,
    ])
  expect(await verify()).toMatchObject({ wrong: null })
})

test('a row that was taken out, or slipped in, is named', async () => {
  const {
    rows: [row],
  } = await system.owner.query('select * from platform.audit order by transaction, id offset 6 limit 1')
  await system.owner.query('delete from platform.audit where id = $1', [row.id])
  expect(await verify()).toMatchObject({ wrong: { rowId: row.id, what: 'row-missing' } })
  const columns = Object.keys(row)
  const insert = `insert into platform.audit (${columns.join(', ')}) overriding system value values (${columns.map((_, place) => `$${place + 1}`).join(', ')})`
  await system.owner.query(insert, Object.values(row))
  expect(await verify()).toMatchObject({ wrong: null })
  const {
    rows: [slipped],
  } = await system.owner.query(
    `insert into platform.audit (at, operation, outcome, request_id, transaction) values ('2026-11-23', 'test', 'done', 'slipped', $1) returning id`,
    [row.transaction],
  )
  expect(await verify()).toMatchObject({ wrong: { rowId: slipped.id, what: 'row-added' } })
  await system.owner.query('delete from platform.audit where id = $1', [slipped.id])
})

test('a seal that was made to fit is noticed by its own hash', async () => {
  await system.owner.query("update platform.seal set row_hashes = decode(repeat('00', length(row_hashes)), 'hex') where block = 1")
  expect(await verify()).toMatchObject({ wrong: { block: 1, what: 'seal-changed' } })
})
