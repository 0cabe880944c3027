import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, run, shanghai, tryCommand, type World } from '../../../../test/support/world.ts'
import type { Id } from '../../../kernel/id.ts'
import { admitWalkIn, callVisit, checkInVisit, confirmVisit, holdVisit, startVisit } from '../index.ts'
import { callNext } from './run-queue.ts'

let system: TestSystem
let world: World
beforeAll(async () => {
  system = await createTestSystem({ connections: 20 })
  world = await makeWorld(system.runtime)
}, 120_000)
afterAll(() => system.close())

type Step = { visitId: Id<'visit'>; version: number; ticket: string }
const codesOf = (results: readonly Awaited<ReturnType<typeof tryCommand>>[]) => {
  const codes = results.map((result) => (result.ok ? 'won' : result.refusal.code))
  return Object.fromEntries([...new Set(codes)].toSorted().map((code) => [code, codes.filter((one) => one === code).length]))
}
const admit = (personId: Id<'person'>) =>
  run<Step>(system.runtime, world.butler, admitWalkIn, {
    personId,
    offeringId: world.offeringId,
    siteId: world.east.siteId,
    expertId: world.expert,
  })

test('thirty tickets at once are thirty numbers, and ten desks that press “next” call one', async () => {
  const personIds: Id<'person'>[] = []
  for (let place = 0; place < 30; place += 1) personIds.push(await world.makePatient(`病人${place}`))
  const admitted = await Promise.all(personIds.map(admit))
  expect(admitted.map(({ ticket }) => ticket).toSorted()).toEqual(
    Array.from({ length: 30 }, (_, place) => `W${String(place + 1).padStart(3, '0')}`),
  )
  const pressed = await Promise.all(
    Array.from({ length: 10 }, () =>
      tryCommand(system.runtime, world.butler, callNext, { siteId: world.east.siteId, expertId: world.expert }),
    ),
  )
  expect(codesOf(pressed)).toEqual({ 'booking.another-is-called': 9, won: 1 })
})

test('two desks that check in, call or start the same visit: one does, the other sees that it moved on', async () => {
  const personId = await world.makePatient('周静怡')
  const at = world.request(personId, shanghai('2026-11-23', '12:00'), world.east, world.second)
  const held = await run<Step>(system.runtime, world.butler, holdVisit, at)
  const { visitId, version } = await run<Step>(system.runtime, world.butler, confirmVisit, { visitId: held.visitId, version: held.version })
  const both = (command: unknown, input: object) => Promise.all([1, 2].map(() => tryCommand(system.runtime, world.butler, command, input)))
  const once = { 'booking.visit-moved-on': 1, won: 1 }
  expect(codesOf(await both(checkInVisit, { visit: visitId, version }))).toEqual(once)
  expect(codesOf(await both(callVisit, { visitId, version: version + 1 }))).toEqual(once)
  expect(codesOf(await both(startVisit, { visitId, version: version + 2 }))).toEqual(once)
})

test('the database itself lets an expert see one patient and call one, and a room hold one', async () => {
  await system.owner.query('update booking.attendance set ended_at = started_at where started_at is not null')
  const [one, other] = (
    await system.owner.query('select visit_id from booking.attendance where expert_id = $1 and called_at is null limit 2', [world.expert])
  ).rows
  const set = (visitId: string, change: string) =>
    system.owner.query(`update booking.attendance set ${change} where visit_id = $1`, [visitId])
  const begin = 'started_at = checked_in_at'
  await set(one.visit_id, begin)
  await expect(set(other.visit_id, begin)).rejects.toThrow('one_with_the_expert')
  await expect(set(other.visit_id, `${begin}, expert_id = '${world.second}'`)).rejects.toThrow(/one_in_the_room|one_with_the_expert/)
  await expect(set(other.visit_id, 'called_at = checked_in_at')).rejects.toThrow('one_called_by_the_expert')
})
