import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../test/support/system.ts'
import { makeWorld, run, type World } from '../../../test/support/world.ts'
import type { Work } from '../../platform/operation/index.ts'
import { systemActor } from '../../platform/operation/perform.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import { everything, transact } from '../../platform/transaction/index.ts'
import { openSite } from './commands/open-site.ts'
import { registerInstitution } from './commands/register-institution.ts'
import { setTravelTime } from './commands/set-travel-time.ts'
import { configuration, type NetworkConfiguration } from './configuration.ts'

let first: TestSystem
let second: TestSystem
let world: World
beforeAll(async () => {
  first = await createTestSystem()
  second = await createTestSystem()
  world = await makeWorld(first.runtime)
  const system = (command: unknown, input: object) => run(first.runtime, systemActor, command, input)
  await system(setTravelTime, { siteId: world.east.siteId, otherSiteId: world.west.siteId, minutes: 25 })
  const address = { zh: '滨江路 1 号', en: '1 Riverside Road' }
  await system(openSite, { institutionId: world.clinic, name: { zh: '北', en: 'North' }, address })
})
afterAll(() => Promise.all([first.close(), second.close()]))

/** Work of network scope in one transaction, as the verbs have it. */
const within = <Value>({ database, clock, newId }: Runtime, act: (work: Work) => Promise<Value>, commit = true): Promise<Value> =>
  transact(database, everything, async (db) => {
    const now = clock.now()
    const work: Work = {
      db,
      actor: systemActor,
      now,
      requestId: 'test',
      operation: 'test',
      newId: () => newId(now),
      publish: async () => undefined,
      lastly: (statements) => statements(),
    }
    return { commit, value: await act(work) }
  })
const take = (runtime: Runtime) => within(runtime, (work) => configuration.take(work, 'TEST')) as Promise<NetworkConfiguration>
const give = (runtime: Runtime, part: NetworkConfiguration, commit = true) =>
  within(runtime, (work) => configuration.give(work, 'TEST', part), commit)

test('what is taken and given into an empty system is taken from there as the same text', async () => {
  const taken = await take(first.runtime)
  expect(taken.rooms).toHaveLength(2)
  expect(taken.practitioners.map(({ name }) => name.zh).toSorted()).toEqual(['许明远', '顾予宁'].toSorted())
  expect(await give(second.runtime, taken)).toEqual({ ok: true, value: null })
  expect(JSON.stringify(await take(second.runtime))).toBe(JSON.stringify(taken))
  expect(await give(second.runtime, taken)).toEqual({ ok: true, value: null }) // again: nothing to write
  expect(JSON.stringify(await take(second.runtime))).toBe(JSON.stringify(taken))
})

test('who is known to the system but not in the network is left out', async () => {
  const taken = await take(first.runtime)
  expect(taken.institutions.map(({ name }) => name.zh)).not.toContain('外人')
})

test('what is there and differs is refused by its place, and a name that is nowhere by its name', async () => {
  const taken = await take(first.runtime)
  const different = structuredClone(taken) as { institutions: { kind: string }[] } & NetworkConfiguration
  Object.assign(different.institutions[0] ?? {}, { kind: 'laboratory' })
  expect(await give(first.runtime, different)).toMatchObject({
    refusal: { code: 'platform.configuration-differs', details: { place: `institutions / ${taken.institutions[0]?.name.zh}` } },
  })
  const lost = { ...taken, rooms: taken.rooms.map((room) => ({ ...room, owner: '无此机构' })) }
  expect(await give(first.runtime, lost)).toMatchObject({
    refusal: { code: 'platform.configuration-unknown-name', details: { name: '无此机构' } },
  })
})

test('what is missing is added to what is there', async () => {
  await run(second.runtime, systemActor, registerInstitution, { kind: 'clinic', name: { zh: '本地诊所', en: 'Local clinic' } })
  const taken = await take(second.runtime)
  const site = { institution: '本地诊所', name: { zh: '南', en: 'South' }, zone: 'Asia/Shanghai', address: null }
  const member = { kind: 'institution', party: '本地诊所', from: '2026-11-23', until: null } as never
  expect(await give(second.runtime, { ...taken, sites: [...taken.sites, site], members: [...taken.members, member] })).toMatchObject({
    ok: true,
  })
  expect((await take(second.runtime)).sites).toContainEqual(site)
})
