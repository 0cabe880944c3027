import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, run, staffOf, tryCommand, type World } from '../../../../test/support/world.ts'
import { runDue } from '../../../apps/worker.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import { systemActor } from '../../../platform/operation/perform.ts'
import { addLicence } from './add-licence.ts'
import { filePractice, renewFiling } from './file-practice.ts'
import { importRoster } from './import-roster.ts'
import { endMembership } from './membership.ts'
import { registerInstitution } from './register-institution.ts'
import { renewLicence } from './renew-licence.ts'
import { setTravelTime } from './set-travel-time.ts'

let system: TestSystem
let world: World
let manager: Actor
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  manager = staffOf(system.runtime, world.stranger, 'manager')
})
afterAll(() => system.close())
beforeEach(() => system.runtime.clock.setOffset(0)) // the clock stands at 2026-11-23

const passDays = async (days: number) => {
  system.runtime.clock.setOffset(days * 86_400_000)
  for (const _turn of [1, 2]) while (await runDue(system.runtime)); // a timer may open what is due at once
}
const owed = async (subject: string) => {
  const { rows } = await system.owner.query(
    `select kind, state, owner_institution_id as owner, steps -> 0 ->> 'institution' as next, due_at, label_zh as label
    from commitments.commitment where subject_id = $1`,
    [subject],
  )
  return rows
}
const file = (validFrom: string, validUntil: string | null, more: object = {}, actor = manager) =>
  tryCommand(system.runtime, actor, filePractice, {
    practitionerId: world.expert,
    institutionId: world.stranger,
    validFrom,
    validUntil,
    ...more,
  })
const filed = async (from: string, until: string | null) => {
  const answer = await file(from, until)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return (answer.value as { filingId: string }).filingId
}
const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal?.code)

test('a filing that ends within sixty days is owed by its institution at once, until it is renewed', async () => {
  const filingId = await filed('2026-01-01', '2026-12-31')
  expect(await owed(filingId)).toEqual([
    {
      kind: 'network.filing-to-renew',
      state: 'running',
      owner: world.stranger,
      next: null,
      due_at: new Date('2026-12-31T16:00:00Z'),
      label: '许明远在外人的备案',
    },
  ])
  const renewed = await run<{ filingId: string }>(system.runtime, manager, renewFiling, { filingId, validUntil: '2028-12-31' })
  expect((await owed(filingId))[0].state).toBe('met')
  expect(await owed(renewed.filingId)).toEqual([])
  const { rows } = await system.owner.query('select valid_from::text, valid_until::text from network.filing where id = $1', [
    renewed.filingId,
  ])
  expect(rows).toEqual([{ valid_from: '2027-01-01', valid_until: '2028-12-31' }])
  expect(codeOf(await tryCommand(system.runtime, manager, renewFiling, { filingId, validUntil: '2029-12-31' }))).toBe(
    'network.filing-overlaps',
  )
})

test('one that ends later is owed sixty days before, and one renewed in time is never owed', async () => {
  const first = await filed('2029-01-01', '2029-03-31')
  await passDays(799) // 2029-01-30 is the sixtieth day before
  expect((await owed(first)).length).toBe(1)
  expect(codeOf(await file('2029-04-01', '2029-06-30'))).toBe('ok')
  expect((await owed(first))[0].state).toBe('met')
})

test('a filing that has ended is renewed from today on, and was missed', async () => {
  const filingId = await filed('2029-07-01', '2029-07-31')
  await passDays(1100) // 2029-11-27
  expect((await owed(filingId))[0]?.state ?? 'never').toBe('overdue')
  const renewed = await run<{ filingId: string }>(system.runtime, manager, renewFiling, { filingId, validUntil: null })
  const { rows } = await system.owner.query('select valid_from::text from network.filing where id = $1', [renewed.filingId])
  expect(rows).toEqual([{ valid_from: '2029-11-27' }])
  expect((await owed(filingId))[0].state).toBe('missed')
  expect(codeOf(await tryCommand(system.runtime, manager, renewFiling, { filingId: renewed.filingId, validUntil: '2031-01-01' }))).toBe(
    'network.endless',
  )
})

test('a licence is owed by its institution and goes to the operator of its network when nobody renews it', async () => {
  const { institutionId } = await run<{ institutionId: Id<'institution'> }>(system.runtime, systemActor, registerInstitution, {
    kind: 'clinic',
    name: { zh: '将到期诊所', en: 'Ending clinic' },
    networkCode: 'TEST',
    licence: { number: 'H-77', scope: ['dentistry'], validFrom: '2022-01-01', validUntil: '2026-12-01' },
  })
  const {
    rows: [licence],
  } = await system.owner.query('select id from network.licence where party_id = $1', [institutionId])
  expect(await owed(licence.id)).toMatchObject([
    { kind: 'network.licence-to-renew', owner: institutionId, next: world.operator, label: '将到期诊所的执业证' },
  ])
  const other = staffOf(system.runtime, world.clinic, 'manager')
  expect(codeOf(await tryCommand(system.runtime, other, renewLicence, { licenceId: licence.id, validUntil: '2030-01-01' }))).toBe(
    'platform.not-permitted',
  )
  await passDays(9)
  expect(await owed(licence.id)).toMatchObject([{ state: 'overdue', owner: world.operator }])
  await run(system.runtime, staffOf(system.runtime, institutionId, 'manager'), renewLicence, {
    licenceId: licence.id,
    validUntil: '2031-12-31',
  })
  expect(await owed(licence.id)).toMatchObject([{ state: 'missed' }])
})

test('a roster that moves a last day closes what was owed for the old one', async () => {
  const row = { record: '备案', institution: '外人', licence: 'D-顾予宁', from: '2026-02-01' }
  const load = (until: string) => run(system.runtime, systemActor, importRoster, { partial: false, rows: [{ line: 2, ...row, until }] })
  await load('2026-12-15')
  const {
    rows: [filing],
  } = await system.owner.query('select id from network.filing where institution_id = $1 and practitioner_id = $2', [
    world.stranger,
    world.second,
  ])
  expect(await owed(filing.id)).toMatchObject([{ state: 'running' }])
  await load('2027-12-15')
  expect(await owed(filing.id)).toMatchObject([{ state: 'met' }])
})

test('a filing is refused beyond her licence, at her main institution, backwards, and by a stranger to the place', async () => {
  expect(codeOf(await file('2035-01-01', null, { scope: ['cardiology'] }))).toBe('network.filing-beyond-licence')
  expect(
    codeOf(await file('2035-01-01', null, { institutionId: world.hospital }, staffOf(system.runtime, world.operator, 'operator'))),
  ).toBe('network.filing-not-needed')
  expect(codeOf(await file('2035-02-01', '2035-01-01'))).toBe('network.period-wrong')
  expect(codeOf(await file('2035-01-01', null, { institutionId: world.clinic }))).toBe('platform.not-permitted')
  expect(codeOf(await file('2035-01-01', null, { practitionerId: world.networkId }))).toBe('network.practitioner-unknown')
})

test('the operator stays in its network, and who is no member cannot leave', async () => {
  const leave = (partyId: string) =>
    tryCommand(system.runtime, systemActor, endMembership, { networkCode: 'TEST', partyId, from: '2026-12-01' })
  expect(codeOf(await leave(world.operator))).toBe('network.operator-stays')
  expect(codeOf(await leave(world.stranger))).toBe('network.not-a-member')
})

test('a way needs two sites that are there', async () => {
  const set = (otherSiteId: string) =>
    tryCommand(system.runtime, systemActor, setTravelTime, { siteId: world.west.siteId, otherSiteId, minutes: 5 })
  expect(codeOf(await set(world.west.siteId))).toBe('network.travel-one-site')
  expect(codeOf(await set(world.networkId))).toBe('network.site-unknown')
})

test('a party that has none gets its first licence from its own house, and one number is of one party', async () => {
  const licence = { number: 'H-90', scope: ['orthopaedics'], validFrom: '2026-01-01', validUntil: '2026-12-24' }
  const add = (partyId: string, actor = manager) => tryCommand(system.runtime, actor, addLicence, { partyId, ...licence })
  expect(codeOf(await add(world.imaging))).toBe('platform.not-permitted')
  const added = await add(world.stranger)
  expect(codeOf(added)).toBe('ok')
  expect(await owed((added as { value: { licenceId: string } }).value.licenceId)).toMatchObject([
    { owner: world.stranger, state: 'running' },
  ])
  expect(codeOf(await add(world.stranger))).toBe('network.licence-overlaps')
  expect(codeOf(await add(world.imaging, staffOf(system.runtime, world.operator, 'operator')))).toBe('network.licence-number-taken')
  expect(codeOf(await add(world.networkId))).toBe('network.party-unknown')
})
