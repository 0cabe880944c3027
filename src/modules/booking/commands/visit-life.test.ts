import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, patientOf, run, shanghai, staffOf, tryCommand, type World } from '../../../../test/support/world.ts'
import { runDue } from '../../../apps/worker.ts'
import type { Id } from '../../../kernel/id.ts'
import { plus } from '../../../kernel/time.ts'
import { ask } from '../../../platform/operation/perform.ts'
import { deliverNext } from '../../../platform/outbox/index.ts'
import { openPerson } from '../../people/queries/open-person.ts'
import { cancelVisit, confirmVisit, findPromises, holdVisit } from '../index.ts'
import { giveBackBrokenHold } from '../reactions.ts'
import { prolongHold } from './change-visit.ts'

let system: TestSystem
let world: World
let personId: Id<'person'>
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  personId = await world.makePatient('周静怡')
})
afterAll(() => system.close())

type Held = { visitId: Id<'visit'>; version: number }
const holdAt = (time: string, actor = world.butler) =>
  run<Held>(system.runtime, actor, holdVisit, world.request(personId, shanghai('2026-11-24', time)))
const statusOf = async (visitId: string) =>
  (await system.owner.query('select status, ended_because from booking.visit where id = $1', [visitId])).rows[0]
const pass = (minutes: number) => system.runtime.clock.setOffset(system.runtime.clock.offset() + minutes * 60_000)
const work = async () => {
  while (await runDue(system.runtime));
  while (await deliverNext(system.runtime, giveBackBrokenHold));
}
const commitmentOf = async (visitId: string) =>
  (await system.owner.query('select state, owner_institution_id as owner from commitments.commitment where subject_id = $1', [visitId]))
    .rows[0]
const sees = async (institutionId: Id<'institution'>) =>
  (await ask(system.runtime, openPerson, staffOf(system.runtime, institutionId, 'clinician'), { personId }, 'r')).ok

test('a hold that nobody confirms is given back by the worker, and its commitment is closed as missed', async () => {
  const { visitId } = await holdAt('08:00')
  expect(await commitmentOf(visitId)).toEqual({ state: 'running', owner: world.operator })
  pass(4.9)
  await work()
  expect(await statusOf(visitId)).toEqual({ status: 'held', ended_because: null })
  pass(0.1)
  await work()
  expect(await statusOf(visitId)).toEqual({ status: 'cancelled', ended_because: 'expired' })
  expect(await commitmentOf(visitId)).toMatchObject({ state: 'missed' })
})

test('an expired hold makes room at once, before the worker has come by', async () => {
  const first = await holdAt('09:00')
  pass(5)
  const other = await world.makePatient('高见深')
  expect((await world.hold(patientOf(system.runtime, other), other, shanghai('2026-11-24', '09:00'))).ok).toBe(true)
  expect(await statusOf(first.visitId)).toEqual({ status: 'cancelled', ended_because: 'expired' })
})

test('a hold is prolonged once, and lasts as long as it says', async () => {
  const held = await holdAt('10:00')
  pass(4)
  const prolonged = await run<Held>(system.runtime, world.butler, prolongHold, { visitId: held.visitId, version: held.version })
  pass(5)
  await work()
  expect(await statusOf(held.visitId)).toMatchObject({ status: 'held' })
  expect(await tryCommand(system.runtime, world.butler, prolongHold, { visitId: held.visitId, version: prolonged.version })).toMatchObject({
    refusal: { code: 'booking.already-prolonged' },
  })
  pass(1)
  await work()
  expect(await statusOf(held.visitId)).toMatchObject({ status: 'cancelled' })
})

test('the yes lets the owners of expert, room and device see the person; cancelling takes that back at once', async () => {
  const owners = [world.hospital, world.clinic, world.imaging]
  const held = await holdAt('11:00')
  expect(await Promise.all(owners.map(sees))).toEqual([false, false, false])
  const booked = await run<Held>(system.runtime, world.butler, confirmVisit, { visitId: held.visitId, version: held.version })
  expect(await Promise.all(owners.map(sees))).toEqual([true, true, true])
  expect(await sees(world.stranger)).toBe(false)
  await run(system.runtime, world.butler, cancelVisit, { visitId: held.visitId, version: booked.version })
  expect(await Promise.all(owners.map(sees))).toEqual([false, false, false])
  expect(await sees(world.operator)).toBe(true) // she is registered there
})

test('a grant of a visit ends ninety days after it, also where no worker runs', async () => {
  const held = await holdAt('12:00')
  await run(system.runtime, world.butler, confirmVisit, { visitId: held.visitId, version: held.version })
  const before = system.runtime.clock.offset()
  pass(90 * 24 * 60)
  expect(await sees(world.imaging)).toBe(true)
  pass(2 * 24 * 60)
  expect(await sees(world.imaging)).toBe(false)
  system.runtime.clock.setOffset(before)
})

test('who has no part in a visit cannot touch it, and does not learn that it exists', async () => {
  const held = await holdAt('13:00')
  const input = { visitId: held.visitId, version: held.version }
  for (const actor of [staffOf(system.runtime, world.stranger, 'butler'), patientOf(system.runtime, await world.makePatient('别人'))]) {
    for (const command of [confirmVisit, cancelVisit, prolongHold]) {
      expect(await tryCommand(system.runtime, actor, command, input)).toMatchObject({ refusal: { code: 'platform.not-found' } })
    }
  }
})

test.each([
  ['a time that is past', { startsAt: plus(shanghai('2026-11-23', '08:00'), { days: -1 }) }, 'booking.time-past'],
  ['a time at night when nobody is open', { startsAt: shanghai('2026-11-24', '23:45') }, 'booking.resource-closed'],
  ['a resource that does not exist', { resourceIds: ['00000000-0000-7000-8000-0000000000ff'] }, 'booking.calendar-unknown'],
  ['an offering that does not exist', { offeringId: '00000000-0000-7000-8000-0000000000ff' }, 'booking.offering-unknown'],
])('%s is refused', async (_, change, code) => {
  expect(
    await tryCommand(system.runtime, world.butler, holdVisit, { ...world.request(personId, shanghai('2026-11-24', '20:00')), ...change }),
  ).toMatchObject({ refusal: { code } })
})

test('a missing device, or the room of the other site, is refused and nothing is held', async () => {
  const request = world.request(personId, shanghai('2026-11-24', '20:00'))
  const [expert, room, device] = request.resourceIds
  expect(await tryCommand(system.runtime, world.butler, holdVisit, { ...request, resourceIds: [expert, room] })).toMatchObject({
    refusal: { code: 'booking.needs-not-met', details: { role: { zh: '设备', en: 'device' } } },
  })
  expect(
    await tryCommand(system.runtime, world.butler, holdVisit, { ...request, resourceIds: [expert, world.west.room, device] }),
  ).toMatchObject({ refusal: { code: 'booking.resource-closed' } })
  expect((await system.owner.query(`select count(*)::int from booking.hold where starts_at = $1`, [request.startsAt])).rows[0].count).toBe(
    0,
  )
})

test('what is held is not offered to anybody, and is offered again when it is given back', async () => {
  const offeredAt = async (time: string) => {
    const found = await ask(
      system.runtime,
      findPromises,
      staffOf(system.runtime, world.stranger, 'clinician'),
      { offeringId: world.offeringId, date: '2026-11-25' as never, expertId: world.expert },
      'r',
    )
    return found.ok && found.value.items.some(({ startsAt }) => startsAt === shanghai('2026-11-25', time))
  }
  expect(await offeredAt('01:00')).toBe(true)
  const held = await run<Held>(system.runtime, world.butler, holdVisit, world.request(personId, shanghai('2026-11-25', '01:00')))
  expect(await offeredAt('01:00')).toBe(false)
  await run(system.runtime, world.butler, cancelVisit, { visitId: held.visitId, version: held.version })
  expect(await offeredAt('01:00')).toBe(true)
})
