import { Type as T } from 'typebox'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestSystem, monday, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, patientOf, run, shanghai, staffOf, tryCommand, type World } from '../../../../test/support/world.ts'
import { runDue } from '../../../apps/worker.ts'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { millisecondsBetween } from '../../../kernel/time.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { ask } from '../../../platform/operation/perform.ts'
import { createAccounts } from '../../../platform/session/index.ts'
import {
  admitWalkIn,
  callVisit,
  cancelVisit,
  checkInVisit,
  confirmVisit,
  findAttendance,
  finishVisit,
  holdVisit,
  missVisit,
  returnVisit,
  startVisit,
} from '../index.ts'
import { listDay, listSiteDay } from '../queries/list-day.ts'
import { listQueue } from '../queries/list-queue.ts'
import { showAttendance } from '../queries/show-attendance.ts'
import { showWall } from '../queries/show-wall.ts'
import { reassignVisit } from './reassign-visit.ts'
import { callNext, recallVisit, undoCall } from './run-queue.ts'
import { setWall } from './set-wall.ts'

let system: TestSystem
let world: World
beforeAll(async () => {
  system = await createTestSystem()
})
beforeEach(async () => {
  await system.close()
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
})
afterAll(() => system.close())

type Step = { visitId: Id<'visit'>; version: number; ticket: string; status: string }
type Booked = { visitId: Id<'visit'>; version: number }
const day = '2026-11-23'
const to = (time: string) => system.runtime.clock.setOffset(millisecondsBetween(monday, shanghai(day, time)))

const book = async (name: string, time: string, on = day, expert = world.expert) => {
  const personId = await world.makePatient(name)
  const held = await run<Booked>(system.runtime, world.butler, holdVisit, world.request(personId, shanghai(on, time), world.east, expert))
  const booked = await run<Booked>(system.runtime, world.butler, confirmVisit, { visitId: held.visitId, version: held.version })
  return { personId, ...booked }
}
const checkIn = ({ visitId, version }: Booked, more: object = {}) =>
  run<Step>(system.runtime, world.butler, checkInVisit, { visit: visitId, version, ...more })
const walkIn = async (name: string, more: object = {}) => {
  const personId = await world.makePatient(name)
  const input = { personId, offeringId: world.offeringId, siteId: world.east.siteId, expertId: world.expert, ...more }
  return run<Step>(system.runtime, world.butler, admitWalkIn, input)
}
const step = (command: unknown, { visitId, version }: Booked, actor = world.butler) =>
  run<Step>(system.runtime, actor, command, { visitId, version })
const next = () => run<Step>(system.runtime, world.butler, callNext, { siteId: world.east.siteId, expertId: world.expert })
const queue = async (actor = world.butler) => {
  const found = await ask(system.runtime, listQueue, actor, { siteId: world.east.siteId }, 'r')
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value
}
const lane = async (actor = world.butler) => (await queue(actor)).lanes.find(({ expert }) => expert.id === world.expert)?.rows ?? []
const tickets = async () => (await lane()).map(({ ticket }) => ticket)
const attendance = async (visitId: Id<'visit'>, actor = world.butler, more: object = {}) => {
  const found = await ask(system.runtime, showAttendance, actor, { visitId, ...more }, 'r')
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value
}
/** As another room reads it, in its own transaction. */
const facts = async (visitId: Id<'visit'>) => {
  const query = defineQuery({
    name: 'test.facts',
    zh: '',
    en: '',
    permission: null,
    input: T.Object({}),
    output: T.Any(),
    refusals: [],
    run: async (work) => ok(await findAttendance(work, visitId)),
  })
  const answer = await ask(system.runtime, query, world.butler, {}, 'r')
  return answer.ok ? answer.value : undefined
}
const clockOf = async (kind: string, visitId: string) =>
  (
    await system.owner.query(
      `select state, label_zh from commitments.commitment where kind = $1 and subject_id = $2 order by started_at desc, id desc`,
      [kind, visitId],
    )
  ).rows[0]

test('a visit is lived through: checked in, called, started, finished; the wait ends when the doctor begins, the consultation is measured', async () => {
  const booked = await book('周静怡', '09:00')
  to('08:50')
  const here = await checkIn(booked)
  expect(here).toMatchObject({ ticket: 'A001', status: 'arrived' })
  expect(await attendance(booked.visitId)).toMatchObject({
    status: 'arrived',
    waitingSince: shanghai(day, '09:00'),
    waitingUntil: shanghai(day, '09:15'),
  })
  to('09:05')
  expect(await attendance(booked.visitId)).toMatchObject({ status: 'waiting', place: 0 })
  const called = await step(callVisit, here)
  expect((await clockOf('booking.wait', booked.visitId)).state).toBe('running')
  to('09:08')
  const started = await step(startVisit, called)
  expect(await clockOf('booking.wait', booked.visitId)).toEqual({ state: 'met', label_zh: 'A001 · 注射' })
  to('09:30')
  expect(await facts(booked.visitId)).toMatchObject({ status: 'in-progress', startedAt: shanghai(day, '09:08'), version: started.version })
  const finished = await step(finishVisit, started)
  expect(finished.status).toBe('completed')
  expect((await clockOf('booking.consultation', booked.visitId)).state).toBe('missed') // 22 of 30 planned minutes
  expect(await lane()).toEqual([])
  const { rows } = await system.owner.query('select count(*)::int from booking.hold where visit_id = $1 and active', [booked.visitId])
  expect(rows[0].count).toBe(0)
})

test('the order ages: who waits longer goes first, a class has a head start, and who comes early waits for her own time', async () => {
  const early = await book('早到的人', '10:00')
  to('08:30')
  await checkIn(early)
  const first = await walkIn('先来的人', { squeezeReason: '加号' })
  to('08:40')
  const later = await walkIn('后来的人')
  const old = await walkIn('八十岁的人', { priority: 'elderly' })
  expect(await tickets()).toEqual([old.ticket, first.ticket, later.ticket, 'A001'])
  expect((await next()).ticket).toBe(old.ticket)
  expect(await tryCommand(system.runtime, world.butler, callNext, { siteId: world.east.siteId, expertId: world.expert })).toMatchObject({
    refusal: { code: 'booking.another-is-called', details: { ticket: old.ticket } },
  })
})

test('who misses her call comes back behind three; until then nothing is owed to her', async () => {
  for (const name of ['甲一', '乙二', '丙三', '丁四', '戊五']) {
    await walkIn(name)
    system.runtime.clock.setOffset(system.runtime.clock.offset() + 1000)
  }
  const called = await next()
  expect(called.ticket).toBe('W001')
  const missed = await step(missVisit, await step(recallVisit, called))
  expect((await clockOf('booking.wait', missed.visitId)).state).toBe('withdrawn')
  to('08:10')
  await step(returnVisit, missed)
  expect(await tickets()).toEqual(['W002', 'W003', 'W004', 'W001', 'W005'])
  expect((await clockOf('booking.wait', missed.visitId)).state).toBe('running')
})

test('a call is taken back, and she keeps her place', async () => {
  await walkIn('甲一')
  await walkIn('乙二')
  const called = await next()
  await step(undoCall, called)
  expect(await tickets()).toEqual(['W001', 'W002'])
})

test('nobody comes: after thirty minutes it is a no-show, what it held is free, and she may still walk in', async () => {
  const booked = await book('没来的人', '09:00')
  to('09:29')
  while (await runDue(system.runtime));
  expect((await attendance(booked.visitId)).status).toBe('booked')
  to('09:30')
  while (await runDue(system.runtime));
  expect((await attendance(booked.visitId)).status).toBe('no-show')
  expect(await tryCommand(system.runtime, world.butler, checkInVisit, { visit: booked.visitId })).toMatchObject({
    refusal: { code: 'booking.step-not-now' },
  })
  const input = { personId: booked.personId, offeringId: world.offeringId, siteId: world.east.siteId, expertId: world.expert }
  expect(await tryCommand(system.runtime, world.butler, admitWalkIn, input)).toMatchObject({ ok: true, value: { ticket: 'W001' } })
})

test('who leaves before she was seen is no longer here, and her clock is withdrawn', async () => {
  const here = await walkIn('等不及的人')
  to('08:20')
  await step(cancelVisit, here)
  expect(await tickets()).toEqual([])
  expect((await clockOf('booking.wait', here.visitId)).state).toBe('withdrawn')
})

test('she checks herself in with the code of the wall, on the day only; the desk reads the code of her phone', async () => {
  const today = await book('周静怡', '09:00')
  const tomorrow = await book('明天来的人', '09:00', '2026-11-24')
  const phone = patientOf(system.runtime, today.personId)
  const wall = await ask(system.runtime, showWall, world.butler, { siteId: world.east.siteId }, 'r')
  const presenceCode = wall.ok ? wall.value.presenceCode : ''
  expect(presenceCode).toMatch(/^\d{6}$/)
  const self = (code: string) =>
    tryCommand(system.runtime, phone, checkInVisit, { visit: today.visitId, version: today.version, presenceCode: code })
  expect(await self('000')).toMatchObject({ refusal: { code: 'booking.presence-code-wrong' } })
  expect(await self(presenceCode)).toMatchObject({ value: { ticket: 'A001' } })
  const { visitCode } = await attendance(tomorrow.visitId)
  const read = (code: string, actor = world.butler) => tryCommand(system.runtime, actor, checkInVisit, { visit: code })
  expect(await read(visitCode)).toMatchObject({ refusal: { code: 'booking.check-in-not-today' } })
  expect(await read('V123')).toMatchObject({ refusal: { code: 'booking.visit-code-unknown' } })
  expect(await read(visitCode, staffOf(system.runtime, world.stranger, 'butler'))).toMatchObject({
    refusal: { code: 'booking.visit-code-unknown' },
  })
  to('09:00')
  system.runtime.clock.setOffset(system.runtime.clock.offset() + 24 * 3_600_000 - 600_000)
  expect(await read(visitCode)).toMatchObject({ value: { ticket: 'A001' } })
})

test('an expert who is promised to others takes a walk-in with a reason only; one who is not on duty takes none', async () => {
  await book('周静怡', '08:15')
  const personId = await world.makePatient('加号的人')
  const input = { personId, offeringId: world.offeringId, siteId: world.east.siteId, expertId: world.expert }
  expect(await tryCommand(system.runtime, world.butler, admitWalkIn, input)).toMatchObject({
    refusal: { code: 'booking.squeeze-needs-reason' },
  })
  expect(await tryCommand(system.runtime, world.butler, admitWalkIn, { ...input, squeezeReason: '疼痛明显' })).toMatchObject({ ok: true })
  expect((await lane())[0]).toMatchObject({ walkIn: true, squeezeReason: '疼痛明显' })
  to('23:59')
  const late = await world.makePatient('半夜的人')
  expect(await tryCommand(system.runtime, world.butler, admitWalkIn, { ...input, personId: late })).toMatchObject({
    refusal: { code: 'booking.expert-not-on-duty' },
  })
})

test('another expert takes her over: she keeps her ticket and her time, the first one is free, and the same place is refused', async () => {
  const booked = await book('周静怡', '09:00')
  to('09:00')
  const here = await checkIn(booked)
  expect(
    await tryCommand(system.runtime, world.butler, reassignVisit, {
      ...here,
      ticket: undefined,
      status: undefined,
      expertId: world.expert,
    }),
  ).toMatchObject({
    refusal: { code: 'booking.same-place' },
  })
  const moved = await run<Step>(system.runtime, world.butler, reassignVisit, {
    visitId: here.visitId,
    version: here.version,
    expertId: world.second,
  })
  expect(moved).toMatchObject({ ticket: 'A001', status: 'waiting' })
  expect(await tickets()).toEqual([])
  expect((await queue()).lanes.find(({ expert }) => expert.id === world.second)?.rows.map(({ ticket }) => ticket)).toEqual(['A001'])
  const { rows } = await system.owner.query(`select count(*)::int from booking.hold where resource_id = $1 and active`, [world.expert])
  expect(rows[0].count).toBe(0)
})

test('the phone is told her place and a range that only she may see', async () => {
  const booked = await book('周静怡', '10:00')
  for (const name of ['甲一', '乙二']) await walkIn(name)
  await step(startVisit, await next())
  const phone = patientOf(system.runtime, booked.personId)
  const seen = await attendance(booked.visitId, phone, { personId: booked.personId })
  expect(seen).toMatchObject({ status: 'booked', ticket: null, place: 2, checkIn: { may: true } })
  expect(seen.expected && seen.expected.from >= shanghai(day, '09:55')).toBe(true)
  expect(seen.lane.map(({ ticket, status }) => [ticket, status])).toEqual([
    ['W001', 'in-progress'],
    ['W002', 'waiting'],
  ])
  const other = patientOf(system.runtime, await world.makePatient('别人'))
  await expect(attendance(booked.visitId, other)).rejects.toThrow('platform.not-found')
  await expect(attendance(booked.visitId, staffOf(system.runtime, world.stranger, 'butler'))).rejects.toThrow('platform.not-found')
})

test('the desk of the site sees all, a tenant its own, a name it has no reason to know is masked, and nobody else sees the queue', async () => {
  await walkIn('欧阳锋岚')
  expect((await lane())[0]).toMatchObject({ personName: '欧阳锋岚', ageYears: 46, next: { step: 'call', obstacle: null } })
  expect((await lane(staffOf(system.runtime, world.clinic, 'butler')))[0]).toMatchObject({ personName: '欧阳锋岚' })
  await system.owner.query('delete from people.search_token')
  await system.owner.query('delete from people.card where institution_id = $1', [world.operator])
  expect((await lane())[0]).toMatchObject({ personName: '欧**岚', personId: null, ageYears: null })
  await expect(lane(staffOf(system.runtime, world.stranger, 'butler'))).rejects.toThrow('booking.site-unknown')
})

test('the wall shows numbers, and masked names only where its owner says so', async () => {
  await walkIn('张明伟')
  await next()
  const wall = async () => {
    const found = await ask(system.runtime, showWall, world.butler, { siteId: world.east.siteId }, 'r')
    return found.ok ? found.value.lanes[0]?.current : undefined
  }
  expect(await wall()).toMatchObject({ ticket: 'W001', maskedName: null, calls: 1 })
  const setting = { siteId: world.east.siteId, showsNames: true }
  expect(await tryCommand(system.runtime, staffOf(system.runtime, world.clinic, 'manager'), setWall, setting)).toMatchObject({ ok: false })
  await run(system.runtime, staffOf(system.runtime, world.operator, 'manager'), setWall, setting)
  expect(await wall()).toMatchObject({ maskedName: '张*伟' })
})

test('the day of a desk is found by name, pinyin and initials', async () => {
  await book('周静怡', '09:00')
  await book('高见深', '10:00')
  const found = async (text: string) => {
    const list = await ask(system.runtime, listSiteDay, world.butler, { siteId: world.east.siteId, text, booked: true }, 'r')
    return list.ok ? list.value.items.map(({ personName }) => personName) : []
  }
  expect(await found('')).toEqual(['周静怡', '高见深'])
  expect([await found('静'), await found('zjy'), await found('gao')]).toEqual([['周静怡'], ['周静怡'], ['高见深']])
})

test('a clinician sees her own day over all sites, and may run her own lane whatever institution she acts for', async () => {
  await createAccounts(system.runtime, [
    { login: 'expert', password: 'x', name: { zh: '许', en: 'Xu' }, practitionerId: world.expert as never, roles: [] },
  ])
  const { rows } = await system.owner.query(`select id from platform.account where login = 'expert'`)
  const herself = { ...staffOf(system.runtime, world.stranger, 'clinician'), accountId: rows[0].id }
  await book('东边的人', '09:00')
  const west = await world.makePatient('西边的人')
  const input = { personId: west, offeringId: world.offeringId, siteId: world.west.siteId, expertId: world.expert }
  const here = await run<Step>(system.runtime, world.butler, admitWalkIn, input)
  await book('别人的人', '10:00', day, world.second)
  const own = await ask(system.runtime, listDay, herself, {}, 'r')
  expect(own.ok && own.value.items.map(({ personName, status }) => [personName, status])).toEqual([
    ['西**人', 'waiting'],
    ['东**人', 'booked'],
  ])
  const called = { visitId: here.visitId, version: here.version }
  expect(await tryCommand(system.runtime, staffOf(system.runtime, world.stranger, 'clinician'), callVisit, called)).toMatchObject({
    refusal: { code: 'platform.not-found' },
  })
  expect(await tryCommand(system.runtime, herself, callVisit, called)).toMatchObject({ value: { status: 'called' } })
})
