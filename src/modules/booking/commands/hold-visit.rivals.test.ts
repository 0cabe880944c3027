import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, patientOf, run, shanghai, tryCommand, type World } from '../../../../test/support/world.ts'
import type { Id } from '../../../kernel/id.ts'
import { confirmVisit, holdVisit } from '../index.ts'

let system: TestSystem
let world: World
let personIds: Id<'person'>[]
beforeAll(async () => {
  system = await createTestSystem({ connections: 40 })
  world = await makeWorld(system.runtime)
  personIds = []
  for (let place = 0; place < 200; place += 1) personIds.push(await world.makePatient(`病人${place}`))
}, 120_000)
afterAll(() => system.close())

type Result = Awaited<ReturnType<typeof tryCommand>>
const codesOf = (results: readonly Result[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const result of results) {
    const code = result.ok ? 'won' : result.refusal.code
    counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}
const overlaps = async (): Promise<number> =>
  (
    await system.owner.query(`select count(*)::int from booking.hold a join booking.hold b on a.resource_id = b.resource_id and a.visit_id < b.visit_id
    and a.active and b.active and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`)
  ).rows[0].count

test('two hundred press at once for one expert at two sites: one wins, 199 are told that it is taken', async () => {
  const startsAt = shanghai('2026-11-24', '10:00')
  const results = await Promise.all(
    personIds.map((personId, place) =>
      tryCommand(
        system.runtime,
        patientOf(system.runtime, personId),
        holdVisit,
        world.request(personId, startsAt, place % 2 === 0 ? world.east : world.west),
      ),
    ),
  )
  expect(codesOf(results)).toEqual({ won: 1, 'booking.resource-taken': 199 })
  expect(await overlaps()).toBe(0)
})

test('one doctor is never at two sites at once, whatever the times overlap by', async () => {
  const startsAt = (minute: number) => shanghai('2026-11-25', `10:${String(minute).padStart(2, '0')}`)
  const results = await Promise.all(
    personIds
      .slice(0, 60)
      .map((personId, place) =>
        tryCommand(
          system.runtime,
          patientOf(system.runtime, personId),
          holdVisit,
          world.request(personId, startsAt((place % 6) * 5), place % 2 === 0 ? world.east : world.west),
        ),
      ),
  )
  expect(codesOf(results).won).toBe(1)
  expect(await overlaps()).toBe(0)
})

test('two experts who share a room and a device: one of them gets it', async () => {
  const startsAt = shanghai('2026-11-26', '10:00')
  const results = await Promise.all(
    personIds
      .slice(0, 100)
      .map((personId, place) =>
        tryCommand(
          system.runtime,
          patientOf(system.runtime, personId),
          holdVisit,
          world.request(personId, startsAt, world.east, place % 2 === 0 ? world.expert : world.second),
        ),
      ),
  )
  expect(codesOf(results)).toEqual({ won: 1, 'booking.resource-taken': 99 })
})

test('one person at two places at once: one of them, and the other says why', async () => {
  const [personId] = personIds as [Id<'person'>]
  const startsAt = shanghai('2026-11-27', '10:00')
  const actor = patientOf(system.runtime, personId)
  const results = await Promise.all([
    tryCommand(system.runtime, actor, holdVisit, world.request(personId, startsAt, world.east, world.expert)),
    tryCommand(system.runtime, actor, holdVisit, world.request(personId, startsAt, world.west, world.second)),
  ])
  expect(codesOf(results)).toEqual({ won: 1, 'booking.person-busy': 1 })
})

test('fifty yeses to one hold: one confirms, the others see that it moved on', async () => {
  const [personId] = personIds as [Id<'person'>]
  const actor = patientOf(system.runtime, personId)
  const held = await run<{ visitId: string; version: number }>(
    system.runtime,
    actor,
    holdVisit,
    world.request(personId, shanghai('2026-11-28', '10:00')),
  )
  const results = await Promise.all(
    Array.from({ length: 50 }, () => tryCommand(system.runtime, actor, confirmVisit, { visitId: held.visitId, version: held.version })),
  )
  expect(codesOf(results)).toEqual({ won: 1, 'booking.visit-moved-on': 49 })
})
