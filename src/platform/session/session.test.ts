import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../test/support/system.ts'
import { makeWorld, type World } from '../../../test/support/world.ts'
import { createAccounts, endSession, findSession, signIn, switchInstitution } from './index.ts'

let system: TestSystem
let world: World
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  const roles = [
    { institutionId: world.operator, role: 'butler' },
    { institutionId: world.clinic, role: 'manager' },
  ]
  await createAccounts(system.runtime, [{ login: 'Lin', password: 'right horse', name: { zh: '林', en: 'Lin' }, roles }])
})
afterAll(() => system.close())

const tryIn = (password: string, address = '10.0.0.1', login = 'lin') =>
  signIn(system.runtime, login, password, { address, requestId: 'sign-in' })
const wait = (seconds: number) => system.runtime.clock.setOffset(system.runtime.clock.offset() + seconds * 1000)
const codeOf = (result: Awaited<ReturnType<typeof tryIn>>) => (result.ok ? 'ok' : result.refusal.code)

test('a session knows role and permissions at the acting institution, and switching changes both', async () => {
  const signed = await tryIn('right horse', '10.0.0.1', ' LIN ')
  if (!signed.ok) throw new Error('not signed in')
  const { token } = signed.value
  const other = signed.value.session.view.institutions.find(({ id }) => id !== signed.value.session.actor.institutionId)?.id ?? world.clinic
  const switched = await switchInstitution(system.runtime, token, other, 'switch')
  expect(switched).toMatchObject({ ok: true, value: { actor: { institutionId: other } } })
  const [before, after] = [signed.value.session.actor.permissions, switched.ok ? switched.value.actor.permissions : new Set<string>()]
  expect([before.has('booking.visit.book'), after.has('booking.visit.book')].toSorted()).toEqual([false, true])
  expect(await switchInstitution(system.runtime, token, world.stranger, 'switch')).toMatchObject({
    refusal: { code: 'platform.role-not-held' },
  })
  await endSession(system.runtime, token, 'sign-out')
  expect(await findSession(system.runtime, token)).toBeNull()
})

test('a session ends after twelve hours', async () => {
  const signed = await tryIn('right horse')
  if (!signed.ok) throw new Error('not signed in')
  wait(12 * 3600 - 1)
  expect(await findSession(system.runtime, signed.value.token)).not.toBeNull()
  wait(1)
  expect(await findSession(system.runtime, signed.value.token)).toBeNull()
})

test('the fifth wrong password is followed by a wait that doubles, even for the right one; success forgets', async () => {
  for (let attempt = 0; attempt < 5; attempt += 1) expect(codeOf(await tryIn('wrong'))).toBe('platform.credentials-wrong')
  expect(await tryIn('right horse')).toMatchObject({ refusal: { code: 'platform.too-many-attempts', details: { retryAfterSeconds: 1 } } })
  wait(1)
  expect(codeOf(await tryIn('wrong'))).toBe('platform.credentials-wrong')
  expect(await tryIn('right horse')).toMatchObject({ refusal: { details: { retryAfterSeconds: 2 } } })
  wait(2)
  expect(codeOf(await tryIn('right horse'))).toBe('ok')
  expect(codeOf(await tryIn('right horse'))).toBe('ok')
})

test('a hundred guesses at once count as a hundred: few are looked at', async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, (_, guess) => tryIn(`guess ${guess}`, `10.1.0.${guess}`, 'nobody')))
  expect(answers.filter((answer) => codeOf(answer) === 'platform.credentials-wrong')).toHaveLength(5)
  expect(answers.filter((answer) => codeOf(answer) === 'platform.too-many-attempts')).toHaveLength(95)
})

test('an address that tries many accounts is slowed down, others are not', async () => {
  const answers = []
  for (let account = 0; account < 40; account += 1) answers.push(await tryIn('x', '10.9.9.9', `account${account}`))
  expect(answers.filter((answer) => codeOf(answer) === 'platform.credentials-wrong')).toHaveLength(30)
  expect(codeOf(await tryIn('x', '10.9.9.8', 'account41'))).toBe('platform.credentials-wrong')
})

test('neither password nor address is stored as it is', async () => {
  const { rows } = await system.owner.query(
    `select password_hash from platform.account union all select encode(subject_hash, 'escape') from platform.login_attempt`,
  )
  const stored = JSON.stringify(rows)
  expect(stored).toContain('$argon2id$')
  expect(stored).not.toContain('right horse')
  expect(stored).not.toContain('10.9.9.9')
})

test('signing in, wrongly or rightly, switching and signing out are audited', async () => {
  const { rows } = await system.owner.query(`select operation, outcome, count(*)::int, count(account_id)::int as named from platform.audit
    where operation in ('platform.sign-in', 'platform.switch-institution', 'platform.sign-out') group by 1, 2 order by 1, 2`)
  expect(rows.map(({ operation, outcome }) => `${operation} ${outcome}`)).toEqual([
    'platform.sign-in done',
    'platform.sign-in platform.credentials-wrong',
    'platform.sign-in platform.too-many-attempts',
    'platform.sign-out done',
    'platform.switch-institution done',
  ])
  expect(rows.find(({ outcome }) => outcome === 'done').named).toBeGreaterThan(0)
  expect(rows.find(({ outcome }) => outcome === 'platform.too-many-attempts').named).toBeLessThan(10) // an account that does not exist has no name to keep
})
