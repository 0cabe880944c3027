import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, run, type World } from '../../../../test/support/world.ts'
import type { Id } from '../../../kernel/id.ts'
import { createServer } from '../../../platform/http/index.ts'
import { sessionCookie } from '../../../platform/http/session-cookie.ts'
import { invitePerson } from './invite-person.ts'

let system: TestSystem
let world: World
let server: FastifyInstance
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  server = await createServer(system.runtime, system.serverUrl)
})
afterAll(async () => {
  await server.close()
  await system.close()
})

let made = 0
const password = 'three words long'
const idNumber = '11010519491231002X'

/** Signs up as a phone does; every call from an address of its own, unless it says which. */
async function signUp(more: object = {}, headers: { key?: string; address?: string } = {}) {
  made += 1
  const answer = await server.inject({
    method: 'POST',
    url: '/api/people/sign-up',
    headers: { 'idempotency-key': headers.key ?? `sign-up-${made}` },
    remoteAddress: headers.address ?? `10.2.${made >> 8}.${made & 255}`,
    payload: { name: '新来的', birthDate: '1990-01-01', phone: '13800015678', login: `new${made}`, password, textVersion: 1, ...more },
  })
  const token = answer.cookies.find(({ name }) => name === sessionCookie)?.value
  return { status: answer.statusCode, body: answer.json() as { code?: string; personId: Id<'person'>; accountId: string }, token }
}
const sessionOf = async (token: string | undefined) =>
  (await server.inject({ url: '/api/platform/session', headers: { authorization: `Bearer ${token}` } })).json()
const countOf = async (table: string) => (await system.owner.query(`select count(*)::int from ${table}`)).rows[0].count
const codes = (answers: { status: number; body: { code?: string } }[]) =>
  answers.map(({ status, body }) => (status === 200 ? 'ok' : body.code)).toSorted()

test('one step makes the person, her account, her consent and a session', async () => {
  const { body, token } = await signUp()
  expect(await sessionOf(token)).toMatchObject({ accountId: body.accountId, personId: body.personId, kind: 'patient', roles: ['patient'] })
  const visits = await server.inject({ url: '/api/booking/visits', headers: { authorization: `Bearer ${token}` } })
  expect(visits.json()).toMatchObject({ items: [], next: null })
  const consents = await server.inject({ url: '/api/people/consents', headers: { authorization: `Bearer ${token}` } })
  expect(consents.json()).toMatchObject({ missing: [] })
})

test('of many who want one login at once, one gets it, and the others leave nothing behind', async () => {
  const [persons, accounts] = [await countOf('people.person'), await countOf('platform.account')]
  const answers = await Promise.all(Array.from({ length: 6 }, () => signUp({ login: 'Wanted' })))
  expect(codes(answers)).toEqual(['ok', ...Array(5).fill('platform.login-taken')])
  expect([await countOf('people.person'), await countOf('platform.account')]).toEqual([persons + 1, accounts + 1])
})

test('of many who come with one ID number at once, one is registered', async () => {
  const answers = await Promise.all(Array.from({ length: 4 }, () => signUp({ idNumber: '110105199003070118', birthDate: undefined })))
  const { checkCharacterOf } = await import('../domain/id-number.ts')
  expect(codes(answers)).toEqual(Array(4).fill('people.id-number-check')) // a made-up number falls before anything is locked
  const valid = `11010519900307011${checkCharacterOf('11010519900307011')}`
  const again = await Promise.all(Array.from({ length: 4 }, () => signUp({ idNumber: valid, birthDate: undefined })))
  expect(codes(again)).toEqual(['ok', ...Array(3).fill('people.known-already')])
})

test('who is known is not attached by guess, and the answer says no more', async () => {
  const known = await world.makePerson('钱秀兰', world.butler, { idNumber, birthDate: '1949-12-31' })
  const answer = await signUp({ name: '钱秀兰', idNumber, birthDate: '1949-12-31' })
  expect(answer).toMatchObject({ status: 409, body: { code: 'people.known-already', details: {} } })
  expect(JSON.stringify(answer.body)).not.toContain(known)
  expect(answer.token).toBeUndefined()
})

test('of two with one code at once one is bound to the person; the code is not kept as it is, and not answered twice', async () => {
  const personId = await world.makePerson('万俟青')
  const key = { requestId: 'r', key: 'invite-once' }
  const { perform } = await import('../../../platform/operation/perform.ts')
  const first = await perform(system.runtime, invitePerson, world.butler, { personId }, key)
  const code = first.result.ok ? first.result.value.code : ''
  expect(code).toMatch(/^[a-z2-9]{10}$/)
  expect(await perform(system.runtime, invitePerson, world.butler, { personId }, key)).toMatchObject({
    replayed: true,
    result: { refusal: { code: 'platform.answered-once' } },
  })
  const { rows } = await system.owner.query(
    `select i::text || coalesce((select string_agg(k::text, '') from platform.idempotency k), '') as kept from people.invitation i`,
  )
  expect(rows[0].kept).not.toContain(code)
  const wrong = await signUp({ birthDate: '1980-03-13', code })
  expect(codes([wrong])).toEqual(['people.code-wrong'])
  const answers = await Promise.all([1, 2, 3].map(() => signUp({ birthDate: '1980-03-12', code })))
  expect(codes(answers)).toEqual(['ok', 'people.code-wrong', 'people.code-wrong'])
  expect(answers.find(({ status }) => status === 200)?.body.personId).toBe(personId)
})

test('a code lasts seven days, and a new one ends the one before', async () => {
  const personId = await world.makePerson('单知行')
  const invite = () => run<{ code: string }>(system.runtime, world.butler, invitePerson, { personId })
  const old = await invite()
  const newer = await invite()
  expect(codes([await signUp({ birthDate: '1980-03-12', code: old.code })])).toEqual(['people.code-wrong'])
  const { clock } = system.runtime
  const before = clock.offset()
  clock.setOffset(before + 7 * 24 * 3_600_000)
  expect(codes([await signUp({ birthDate: '1980-03-12', code: newer.code })])).toEqual(['people.code-wrong'])
  clock.setOffset(before)
  expect(codes([await signUp({ birthDate: '1980-03-12', code: newer.code })])).toEqual(['ok'])
})

test('a repeated request makes nothing twice, and signs nobody in who only has the key', async () => {
  const login = 'repeated'
  const first = await signUp({ login }, { key: 'same-sign-up' })
  const again = await signUp({ login, password: 'another password' }, { key: 'same-sign-up' })
  expect(again.body).toEqual(first.body)
  expect([Boolean(first.token), again.token]).toEqual([true, undefined])
})

test('no hash and no answer that is kept holds the password', async () => {
  const { createHash } = await import('node:crypto')
  const input = { name: '无痕', birthDate: '1990-01-01', login: 'traceless', textVersion: 1 }
  await signUp({ ...input, phone: undefined, password: 'one secret phrase' }, { key: 'traceless-key' })
  const { rows } = await system.owner.query(
    `select encode(input_hash, 'hex') as hash from platform.idempotency where key = 'traceless-key'`,
  )
  expect(rows[0].hash).toBe(createHash('sha256').update(JSON.stringify(input)).digest('hex'))
})

test('an address that keeps trying is slowed down; others are not', async () => {
  const answers = []
  for (let attempt = 0; attempt < 31; attempt += 1) answers.push(await signUp({ login: '?' }, { address: '10.9.9.9' }))
  expect(codes(answers)).toEqual([...Array(30).fill('people.login-wrong'), 'platform.too-many-attempts'])
  expect(codes([await signUp({ login: '?' })])).toEqual(['people.login-wrong'])
})
