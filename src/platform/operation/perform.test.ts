import { Type as T } from 'typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../test/support/system.ts'
import { makeWorld, run, staffOf, type World } from '../../../test/support/world.ts'
import { ok } from '../../kernel/result.ts'
import { plus } from '../../kernel/time.ts'
import { openSite } from '../../modules/network/index.ts'
import { registerPerson } from '../../modules/people/index.ts'
import { forgetAnswers } from './idempotency.ts'
import { type Command, defineCommand } from './index.ts'
import { perform } from './perform.ts'

let system: TestSystem
let world: World
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
})
afterAll(() => system.close())

const count = async (query: string, values: unknown[] = []): Promise<number> => (await system.owner.query(query, values)).rows[0].count
const people = () => count('select count(*)::int from people.person')
const input = { name: '试一试', birthDate: '1990-01-01' }
const register = (key?: string, more: object = {}) =>
  perform(
    system.runtime,
    registerPerson as unknown as Command,
    world.butler,
    { ...input, ...more },
    { requestId: 'r', ...(key ? { key } : {}) },
  )

test('the same key and input are answered once more, and done once', async () => {
  const before = await people()
  const first = await register('same-key-1')
  const second = await register('same-key-1')
  expect(second).toEqual({ result: first.result, replayed: true })
  expect(await people()).toBe(before + 1)
})

test('twenty at once with one key do it once, and all get the one answer', async () => {
  const before = await people()
  const all = await Promise.all(Array.from({ length: 20 }, () => register('twenty-at-once')))
  expect(new Set(all.map(({ result }) => JSON.stringify(result))).size).toBe(1)
  expect(all.filter(({ replayed }) => !replayed)).toHaveLength(1)
  expect(await people()).toBe(before + 1)
})

test('the same key with another input is refused', async () => {
  await register('other-body')
  expect((await register('other-body', { name: '别人' })).result).toMatchObject({ ok: false, refusal: { code: 'platform.key-reused' } })
})

test('a refusal is replayed too', async () => {
  const wrong = { birthDate: '2099-01-01' }
  const first = await register('refused-key', wrong)
  expect(first.result.ok).toBe(false)
  expect(await register('refused-key', wrong)).toEqual({ result: first.result, replayed: true })
})

test('answers are forgotten after seven days, not before', async () => {
  await register('seven-days')
  const now = system.runtime.clock.now()
  await forgetAnswers(system.runtime.database, plus(now, { days: 7, milliseconds: -1 }))
  expect(await count(`select count(*)::int from platform.idempotency where key = 'seven-days'`)).toBe(1)
  await forgetAnswers(system.runtime.database, plus(now, { days: 7 }))
  expect(await count(`select count(*)::int from platform.idempotency where key = 'seven-days'`)).toBe(0)
})

test('a dry run answers as the real one would and leaves nothing', async () => {
  const before = await people()
  const tried = await perform(system.runtime, registerPerson as unknown as Command, world.butler, input, { requestId: 'dry', dryRun: true })
  expect(tried.result.ok).toBe(true)
  expect(await people()).toBe(before)
  expect(await count(`select count(*)::int from platform.audit where request_id = 'dry'`)).toBe(0)
})

test('without the permission nothing happens but an audit row', async () => {
  const stranger = staffOf(system.runtime, world.stranger, 'clinician')
  const before = await people()
  const { result } = await perform(system.runtime, registerPerson as unknown as Command, stranger, input, { requestId: 'not-permitted' })
  expect(result).toMatchObject({
    ok: false,
    refusal: { code: 'platform.not-permitted', details: { permission: 'people.person.register' } },
  })
  expect(await people()).toBe(before)
  expect(
    await count(`select count(*)::int from platform.audit where request_id = 'not-permitted' and outcome = 'platform.not-permitted'`),
  ).toBe(1)
})

test('a refusal takes back what was written before it, and a fault too', async () => {
  const half = (how: 'refuse' | 'throw') =>
    defineCommand({
      name: 'test.half',
      zh: '一半',
      en: 'half',
      permission: null,
      input: T.Object({}),
      output: T.Object({}),
      refusals: ['test.no'],
      async run(work) {
        await run(system.runtime, { ...world.butler, kind: 'system' }, openSite, {
          institutionId: world.operator,
          name: { zh: `外 ${how}`, en: 'x' },
        })
        await work.db.insertInto('network.party').values({ id: work.newId(), kind: 'institution' }).execute()
        if (how === 'throw') throw new Error('bad luck')
        return { ok: false, refusal: { category: 'conflict', code: 'test.no', details: {} } }
      },
    })
  const before = await count('select count(*)::int from network.party')
  await perform(system.runtime, half('refuse') as unknown as Command, world.butler, {}, { requestId: 'half' })
  await expect(perform(system.runtime, half('throw') as unknown as Command, world.butler, {}, { requestId: 'half' })).rejects.toThrow(
    'bad luck',
  )
  expect(await count('select count(*)::int from network.party')).toBe(before)
})

test('a serialization failure is tried again, at most three times in all', async () => {
  let attempts = 0
  const flaky = (failures: number) =>
    defineCommand({
      name: 'test.flaky',
      zh: '不稳',
      en: 'flaky',
      permission: null,
      input: T.Object({}),
      output: T.Object({}),
      refusals: [],
      async run() {
        attempts += 1
        if (attempts <= failures) throw Object.assign(new Error('serialization'), { code: '40001' })
        return ok({})
      },
    }) as unknown as Command
  expect((await perform(system.runtime, flaky(2), world.butler, {}, { requestId: 'flaky' })).result.ok).toBe(true)
  attempts = 0
  await expect(perform(system.runtime, flaky(3), world.butler, {}, { requestId: 'flaky' })).rejects.toThrow('serialization')
  expect(attempts).toBe(3)
})

test('the server’s role owns nothing, bypasses nothing, and cannot change the audit trail', async () => {
  const { rows } = await system.owner.query(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'careloom_server'`,
  )
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }])
  expect(
    await count(`select count(*)::int from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'careloom_server'`),
  ).toBe(0)
  const deny = (query: string) =>
    expect(
      system.runtime.database.executeQuery({ sql: query, parameters: [], query: {} as never, queryId: {} as never }),
      query,
    ).rejects.toThrow('permission denied')
  await deny(`update platform.audit set outcome = 'x'`)
  await deny('delete from platform.audit')
  await deny('delete from platform.seal')
})
