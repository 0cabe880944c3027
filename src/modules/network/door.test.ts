import { Type as T } from 'typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../test/support/system.ts'
import { makeWorld, run, type World } from '../../../test/support/world.ts'
import { ok } from '../../kernel/result.ts'
import { type PlainDate, plusDays } from '../../kernel/time.ts'
import { defineQuery, type Work } from '../../platform/operation/index.ts'
import { ask, systemActor } from '../../platform/operation/perform.ts'
import {
  type Directory,
  endMembership,
  findDirectory,
  findMemberships,
  findPracticeFacts,
  findTravelTimes,
  joinNetwork,
  mayPractise,
  membersOn,
  type PracticeFacts,
  type PracticeRefusal,
  setTravelTime,
  type TravelTimes,
  travelMinutes,
} from './index.ts'

let system: TestSystem
let world: World
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
})
afterAll(() => system.close())

/** What a room reads through the door, in a transaction of its own. */
async function read<Value>(look: (work: Work) => Promise<Value>): Promise<Value> {
  let value: Value | undefined
  const query = defineQuery({
    name: 'network.look',
    zh: '看',
    en: 'Look',
    permission: null,
    input: T.Object({}),
    output: T.Object({}),
    refusals: [],
    async run(work) {
      value = await look(work)
      return ok({})
    },
  })
  await ask(system.runtime, query, systemActor, {}, 'test')
  return value as Value
}
const monday = '2026-11-23' as PlainDate

test('what is read once answers for every expert, institution and day', async () => {
  const facts: PracticeFacts = await read((work) => findPracticeFacts(work, [world.expert, world.second], [world.clinic, world.stranger]))
  const answer = (practitionerId: string, institutionId: string, date = monday): PracticeRefusal | 'may' => {
    const may = mayPractise(facts, { practitionerId, institutionId, specialty: 'orthopaedics', date })
    return may.ok ? 'may' : may.refusal.code
  }
  expect(answer(world.expert, world.clinic)).toBe('may')
  expect(answer(world.second, world.clinic)).toBe('may')
  expect(answer(world.expert, world.hospital)).toBe('may')
  expect(answer(world.expert, world.stranger)).toBe('network.licence-missing')
  expect(answer(world.expert, world.clinic, '2025-12-31' as PlainDate)).toBe('network.licence-missing')
  const begun = performance.now()
  for (let expert = 0; expert < 2000; expert += 1)
    for (let day = 0; day < 14; day += 1) answer(world.expert, world.clinic, `2026-12-${day + 10}` as PlainDate)
  expect(performance.now() - begun).toBeLessThan(500)
})

test('who leaves is a member until the day before, and again from the day she comes back; the operator stays', async () => {
  const members = async (date: PlainDate) => membersOn(await read((work) => findMemberships(work, world.networkId)), date)
  expect(await members(monday)).toContain(world.operator)
  expect(await members(monday)).not.toContain(world.stranger)
  expect(await members(plusDays(monday, -1))).not.toContain(world.imaging)
  await run(system.runtime, systemActor, endMembership, { networkCode: 'TEST', partyId: world.imaging, from: '2026-12-01' })
  expect(await members('2026-11-30' as PlainDate)).toContain(world.imaging)
  expect(await members('2026-12-01' as PlainDate)).not.toContain(world.imaging)
  await run(system.runtime, systemActor, joinNetwork, { networkCode: 'TEST', partyId: world.imaging, from: '2026-12-10' })
  expect(await members('2026-12-09' as PlainDate)).not.toContain(world.imaging)
  expect(await members('2026-12-10' as PlainDate)).toContain(world.imaging)
})

test('a way takes the same both ways, the last measure counts, and nobody has measured the others', async () => {
  const [siteId, otherSiteId] = [world.west.siteId, world.east.siteId]
  for (const minutes of [30, 25]) await run(system.runtime, systemActor, setTravelTime, { siteId, otherSiteId, minutes })
  const times: TravelTimes = await read(findTravelTimes)
  expect(travelMinutes(times, siteId, otherSiteId)).toBe(25)
  expect(travelMinutes(times, otherSiteId, siteId)).toBe(25)
  expect(travelMinutes(times, siteId, siteId)).toBe(0)
  expect(travelMinutes(times, siteId, world.clinic as never)).toBe(0)
})

test('names in files lead to their ids and back', async () => {
  const directory: Directory = await read(findDirectory)
  for (const [kind, id, name] of [
    ['institution', world.clinic, '诊所'],
    ['site', world.east.siteId, '运营 / 东'],
    ['resource', world.east.room, '运营 / 东 / 东 treatment'],
    ['practitioner', world.expert, 'D-许明远'],
  ] as const) {
    expect(directory.nameOf(kind, id)).toBe(name)
    expect(directory.idOf(kind, name)).toBe(id)
  }
  expect(directory.idOf('site', '运营 / 无')).toBeUndefined()
})
