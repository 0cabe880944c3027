import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fhir } from '../src/apps/fhir.ts'
import { createServer } from '../src/platform/http/index.ts'
import { createAccounts } from '../src/platform/session/index.ts'
import { everything, transact } from '../src/platform/transaction/index.ts'
import { tokenFor } from './support/http.ts'
import { createTestSystem, type TestSystem } from './support/system.ts'
import { makeWorld, type World } from './support/world.ts'

let system: TestSystem
let world: World
let server: Awaited<ReturnType<typeof createServer>>
let personId: string
let token: string

beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  personId = await world.makePerson('周静怡', world.butler)
  server = await createServer(system.runtime, system.serverUrl, [fhir])
  const roles = [world.operator, world.stranger].map((institutionId) => ({ institutionId, role: 'manager' }))
  await createAccounts(system.runtime, [
    {
      login: 'known',
      password: 'p',
      name: { zh: '知', en: 'Known' },
      roles: [...roles, { institutionId: world.operator, role: 'butler' }],
    },
  ])
})
afterAll(async () => {
  await server.close()
  await system.close()
})

const doors = { fhir: () => `/fhir/R4/Patient/${personId}`, rooms: () => `/api/people/${personId}` }
const read = async (door: keyof typeof doors) =>
  (await server.inject({ url: doors[door](), headers: { authorization: `Bearer ${token}` } })).statusCode
const post = (url: string, payload: object = {}) =>
  server.inject({ method: 'POST', url, payload, headers: { authorization: `Bearer ${token}` } })
const looks = async () => (await system.owner.query('select count(*)::int as count from platform.person_opening')).rows[0].count as number
const ofAccount = `(select id from platform.account where login = 'known')`

describe.each(['fhir', 'rooms'] as const)('a session that was read before, through %s', (door) => {
  let seen: number
  beforeEach(async () => {
    token = await tokenFor(server, 'known', 'p')
    await post('/api/platform/session/institution', { institutionId: world.operator })
    expect([await read(door), await read(door)]).toEqual([200, 200])
    seen = await looks()
  })

  test('is refused at once when it was signed out, and nothing is written down', async () => {
    await system.owner.query(`delete from platform.session where account_id = ${ofAccount}`) // as another process would
    expect([await read(door), await looks()]).toEqual([401, seen])
  })

  test('is refused at once when its hours are over', async () => {
    await system.owner.query(`update platform.session set expires_at = $1 where account_id = ${ofAccount}`, [system.runtime.clock.now()])
    expect([await read(door), await looks()]).toEqual([401, seen])
  })

  test('loses and gains what its roles lose and gain', async () => {
    const institution = `'${world.operator}'`
    await system.owner.query(`delete from platform.account_role where account_id = ${ofAccount} and institution_id = ${institution}`)
    expect([await read(door), await read(door), await looks()]).toEqual([403, 403, seen])
    for (const role of ['manager', 'butler'])
      await system.owner.query(
        `insert into platform.account_role select id, ${institution}, '${role}' from platform.account where login = 'known'`,
      )
    expect([await read(door), await looks()]).toEqual([200, seen + 1])
  })

  test('acts for the other institution as soon as it has switched', async () => {
    await system.owner.query(`update platform.session set institution_id = $1 where account_id = ${ofAccount}`, [world.stranger])
    expect([await read(door), await looks()]).toEqual([403, seen])
  })
})

test('the last statements of a transaction stay, and none may follow', async () => {
  const open = (name: string) => sql`insert into platform.outbox (event, subject, payload, published_at, request_id)
    values (${name}, ${personId}, '{}', '2026-11-23', 'test')`
  const count = async (name: string) => (await system.owner.query('select from platform.outbox where event = $1', [name])).rowCount
  const { database } = system.runtime
  const ended = transact(database, everything, async (db, lastly) => {
    await lastly(() => open('last').execute(db))
    return { commit: true, value: await open('after').execute(db) }
  })
  await expect(ended).rejects.toThrow('after the last')
  expect([await count('last'), await count('after')]).toEqual([1, 0])
  const failed = transact(database, everything, async (db, lastly) => ({
    commit: true,
    value: await lastly(() => Promise.all([open('lost').execute(db), sql`select 1 / 0`.execute(db)])),
  }))
  await expect(failed).rejects.toThrow('division by zero')
  expect(await count('lost')).toBe(0)
  expect(await transact(database, everything, async (db) => ({ commit: true, value: (await open('next').execute(db)).rows }))).toEqual([])
})

test('statements that are not waited for run in their order and see each other', async () => {
  const value = await transact(system.runtime.database, everything, async (db) => {
    const [, { rows }] = await Promise.all([
      sql`select set_config('careloom.person', ${personId}, true)`.execute(db),
      sql<{ person: string }>`select platform.opened_person() as person`.execute(db),
    ])
    return { commit: true, value: rows[0]?.person }
  })
  expect(value).toBe(personId)
})
