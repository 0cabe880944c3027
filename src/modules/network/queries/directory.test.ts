import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, run, staffOf, type World } from '../../../../test/support/world.ts'
import type { Query } from '../../../platform/operation/index.ts'
import { ask, systemActor } from '../../../platform/operation/perform.ts'
import { filePractice } from '../commands/file-practice.ts'
import { openSite } from '../commands/open-site.ts'
import { setTravelTime } from '../commands/set-travel-time.ts'
import { showInstitution } from './show-institution.ts'
import { showMap } from './show-map.ts'
import { listPractitioners, showPractitioner } from './show-practitioner.ts'

let system: TestSystem
let world: World
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  await run(system.runtime, systemActor, filePractice, {
    practitionerId: world.second,
    institutionId: world.hospital,
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
  })
})
afterAll(() => system.close())

const read = async <Value>(query: unknown, input: object): Promise<Value> => {
  const result = await ask(system.runtime, query as Query, staffOf(system.runtime, world.clinic, 'manager'), input as never, 'r')
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value as Value
}

test('an institution shows its licence, and the filing that ends next with the days that are left', async () => {
  const hospital = await read(showInstitution, { institutionId: world.hospital })
  expect(hospital).toMatchObject({
    licences: [{ number: 'H-1', state: 'in-force', daysLeft: null, renewable: false }],
    filings: [{ practitioner: { name: { zh: '顾予宁' } }, state: 'ending', daysLeft: 38, renewable: true }],
    memberships: [{ network: { code: 'TEST' }, operates: false }],
  })
})

test('a practitioner shows for each institution whether she may today, and why not', async () => {
  const of = (date?: string) =>
    read<{ may: { institution: { name: { zh: string } }; allowed: boolean; code: string | null }[] }>(showPractitioner, {
      practitionerId: world.second,
      ...(date ? { date } : {}),
    })
  const verdicts = (answer: Awaited<ReturnType<typeof of>>) =>
    answer.may.map(({ institution, allowed, code }) => [institution.name.zh, allowed, code])
  expect(verdicts(await of())).toEqual([
    ['诊所', true, null],
    ['医院', true, null],
  ])
  expect(verdicts(await of('2027-01-01'))).toEqual([
    ['诊所', true, null],
    ['医院', false, 'network.filing-expired'],
  ])
})

test('who practises at an institution is found by it, at home or filed', async () => {
  const here = await read<{ items: { name: { zh: string } }[] }>(listPractitioners, {
    institutionId: world.hospital,
    specialty: 'orthopaedics',
  })
  expect(here.items.map(({ name }) => name.zh).toSorted()).toEqual(['许明远', '顾予宁'].toSorted())
})

test.each([
  ['予宁', ['顾予宁']],
  ['guyu', ['顾予宁']],
  ['GYN', ['顾予宁']],
  ['Gu Yuning', ['顾予宁']],
  ['宁', ['顾予宁']],
  ['uning', []],
  ['%', []],
  ['·', []],
])('a practitioner is found by what begins a part of her name: %s', async (text, names) => {
  const found = await read<{ items: { name: { zh: string } }[] }>(listPractitioners, { text })
  expect(found.items.map(({ name }) => name.zh)).toEqual(names)
})

test('the map shows members only, and who brings what to whose site', async () => {
  const map = await read<{ institutions: { id: string; ending: number; rooms: number }[]; sites: { owners: object[] }[] }>(showMap, {})
  expect(map.institutions.map(({ id }) => id).toSorted()).toEqual([world.operator, world.hospital, world.clinic, world.imaging].toSorted())
  expect(map.institutions.find(({ id }) => id === world.hospital)?.ending).toBe(1)
  expect(map.sites[0]?.owners).toEqual(
    expect.arrayContaining([
      { institutionId: world.clinic, rooms: 1, devices: 0 },
      { institutionId: world.imaging, rooms: 0, devices: 1 },
    ]),
  )
})

test('the map shows the measured ways between its sites', async () => {
  const away = await run<{ siteId: string }>(system.runtime, systemActor, openSite, {
    institutionId: world.stranger,
    name: { zh: '外', en: 'Away' },
  })
  for (const otherSiteId of [world.west.siteId, away.siteId])
    await run(system.runtime, systemActor, setTravelTime, { siteId: world.east.siteId, otherSiteId, minutes: 25 })
  const { travel } = await read<{ travel: { minutes: number }[] }>(showMap, {})
  expect(travel.map(({ minutes }) => minutes)).toEqual([25])
})
