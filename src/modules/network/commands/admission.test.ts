import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, run, staffOf, tryCommand, type World } from '../../../../test/support/world.ts'
import { importRoster } from './import-roster.ts'
import { endMembership, joinNetwork } from './membership.ts'
import { registerInstitution } from './register-institution.ts'
import { registerPractitioner } from './register-practitioner.ts'

let system: TestSystem
let world: World
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
})
afterAll(() => system.close())

const name = { zh: '新来的', en: 'New' }
const licence = { number: 'A-1', scope: ['orthopaedics'], validFrom: '2026-01-01', validUntil: null }
const refused = { code: 'network.not-its-operator', details: { code: 'TEST', operator: '运营' } }

test('who registers parties elsewhere lets nobody in or out of a network that another runs', async () => {
  const elsewhere = staffOf(system.runtime, world.stranger, 'operator')
  for (const [command, input] of [
    [joinNetwork, { networkCode: 'TEST', partyId: world.stranger, from: '2026-12-01' }],
    [endMembership, { networkCode: 'TEST', partyId: world.imaging, from: '2026-12-01' }],
    [registerInstitution, { kind: 'clinic', name, networkCode: 'TEST' }],
    [
      registerPractitioner,
      { mainInstitutionId: world.stranger, kind: 'orthopaedics', title: 'chief', name, networkCode: 'TEST', licence, filings: [] },
    ],
  ] as const)
    expect(await tryCommand(system.runtime, elsewhere, command, input)).toMatchObject({ ok: false, refusal: refused })
  const rows = [{ line: 2, record: '机构', name: '名册诊所', kind: '诊所', network: 'TEST' }]
  const roster = await run(system.runtime, elsewhere, importRoster, { partial: false, rows })
  expect(roster).toMatchObject({ written: false, refused: [{ line: 2, code: refused.code }] })
})

test('its operator does', async () => {
  const operator = staffOf(system.runtime, world.operator, 'operator')
  await run(system.runtime, operator, joinNetwork, { networkCode: 'TEST', partyId: world.stranger, from: '2026-12-01' })
  await run(system.runtime, operator, endMembership, { networkCode: 'TEST', partyId: world.stranger, from: '2026-12-10' })
  const rows = [{ line: 2, record: '机构', name: '名册诊所', kind: '诊所', network: 'TEST' }]
  expect(await run(system.runtime, operator, importRoster, { partial: false, rows })).toMatchObject({ written: true, created: 1 })
})
