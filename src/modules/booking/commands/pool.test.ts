import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, patientOf, run, shanghai, staffOf, tryCommand, type World } from '../../../../test/support/world.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import { ask, systemActor } from '../../../platform/operation/perform.ts'
import { endAgreement } from '../../agreements/index.ts'
import { endMembership } from '../../network/commands/membership.ts'
import { setTravelTime } from '../../network/commands/set-travel-time.ts'
import { confirmVisit, findPromises, holdVisit, planRota, takeLeave } from '../index.ts'
import { showCalendar } from '../queries/show-calendar.ts'
import { showShares } from '../queries/show-shares.ts'
import { tryRota } from '../queries/try-rota.ts'
import { repriceOffering, retireOffering } from './offer.ts'
import { withdrawLeave } from './take-leave.ts'

let system: TestSystem
let world: World
let personIds: Id<'person'>[]
beforeAll(async () => {
  system = await createTestSystem({ connections: 20 })
  world = await makeWorld(system.runtime)
  personIds = []
  for (let place = 0; place < 40; place += 1) personIds.push(await world.makePatient(`病人${place}`))
})
afterAll(() => system.close())

const personAt = (place: number) => personIds[place] as Id<'person'>
const holdBy = (place: number, date: string, time: string, site = world.east, expert = world.expert) =>
  tryCommand(
    system.runtime,
    patientOf(system.runtime, personAt(place)),
    holdVisit,
    world.request(personAt(place), shanghai(date, time), site, expert),
  )
const systemDoes = (command: unknown, input: object) => tryCommand(system.runtime, systemActor, command, input)
const codesOf = (results: readonly Awaited<ReturnType<typeof tryCommand>>[]) =>
  results.map((result) => (result.ok ? 'done' : result.refusal.code)).toSorted()

describe('the way between two sites', () => {
  beforeAll(() => systemDoes(setTravelTime, { siteId: world.east.siteId, otherSiteId: world.west.siteId, minutes: 60 }))
  afterAll(() => systemDoes(setTravelTime, { siteId: world.east.siteId, otherSiteId: world.west.siteId, minutes: 0 }))

  test('is kept after and before a visit; the minute it is enough is enough', async () => {
    expect((await holdBy(0, '2026-12-01', '10:00')).ok).toBe(true)
    expect(await holdBy(1, '2026-12-01', '11:29', world.west)).toMatchObject({
      refusal: { code: 'booking.travel-too-short', details: { minutes: 60 } },
    })
    expect(await holdBy(1, '2026-12-01', '08:31', world.west)).toMatchObject({ refusal: { code: 'booking.travel-too-short' } })
    expect((await holdBy(1, '2026-12-01', '11:30', world.west)).ok).toBe(true)
    expect((await holdBy(2, '2026-12-01', '08:30', world.west)).ok).toBe(true)
    expect((await holdBy(3, '2026-12-01', '10:00', world.west, world.second)).ok).toBe(true)
  })

  test('forty press at once for one expert at two sites half an hour apart: whoever wins, she is never on the way', async () => {
    const results = await Promise.all(
      personIds.map((_, place) => holdBy(place, '2026-12-02', place % 2 ? '10:00' : '11:00', place % 2 ? world.east : world.west)),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    const { rows } = await system.owner.query(
      `select count(*)::int from booking.hold a join booking.hold b on a.resource_id = b.resource_id and a.visit_id <> b.visit_id and a.site_id <> b.site_id
       and a.active and b.active and tstzrange(a.starts_at - interval '60 min', a.ends_at + interval '60 min') && tstzrange(b.starts_at, b.ends_at)`,
    )
    expect(rows[0].count).toBe(0)
  })

  test('is not offered either', async () => {
    expect((await holdBy(4, '2026-12-03', '10:00')).ok).toBe(true)
    const found = await ask(
      system.runtime,
      findPromises,
      world.butler,
      { offeringId: world.offeringId, date: '2026-12-03' as never, expertId: world.expert, siteId: world.west.siteId },
      'r',
    )
    const starts = found.ok ? found.value.items.map(({ startsAt }) => startsAt) : []
    expect(starts).toContain(shanghai('2026-12-03', '08:30'))
    expect(starts).not.toContain(shanghai('2026-12-03', '09:00'))
    expect(starts).not.toContain(shanghai('2026-12-03', '11:00'))
  })
})

describe('leave', () => {
  test('is refused while visits are promised in it, and says how many and from when', async () => {
    const held = await holdBy(5, '2026-12-07', '10:00')
    expect(held.ok).toBe(true)
    const leave = { resourceId: world.expert, from: '2026-12-06', until: '2026-12-07', reason: { zh: '出差', en: 'away' } }
    expect(await systemDoes(takeLeave, leave)).toMatchObject({
      refusal: { code: 'booking.leave-breaks-promises', details: { count: 1, first: '2026-12-07 10:00' } },
    })
    expect((await systemDoes(takeLeave, { ...leave, until: '2026-12-06' })).ok).toBe(true)
    expect(await holdBy(6, '2026-12-06', '23:00')).toMatchObject({ refusal: { code: 'booking.resource-on-leave' } })
    expect(await systemDoes(takeLeave, { ...leave, until: '2026-12-06' })).toMatchObject({ refusal: { code: 'booking.leave-overlaps' } })
  })

  test('and a hold at the same moment never both stand', async () => {
    for (let day = 10; day < 20; day += 1) {
      const leave = { resourceId: world.expert, from: `2026-12-${day}`, until: `2026-12-${day}`, reason: { zh: '病假', en: 'ill' } }
      const results = await Promise.all([systemDoes(takeLeave, leave), holdBy(day, `2026-12-${day}`, '10:00')])
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    }
  })

  test('withdrawn, the days are offered again', async () => {
    const leave = { resourceId: world.second, from: '2026-12-21', until: '2026-12-21', reason: { zh: '讲课', en: 'teaching' } }
    const { leaveId } = await run<{ leaveId: string }>(system.runtime, systemActor, takeLeave, leave)
    const freeOn = async () => {
      const calendar = await ask(
        system.runtime,
        showCalendar,
        world.butler,
        { resourceId: world.second, from: '2026-12-21' as never, days: 1 },
        'r',
      )
      return calendar.ok && (calendar.value.days[0]?.free.length ?? 0) > 0
    }
    expect(await freeOn()).toBe(false)
    await run(system.runtime, systemActor, withdrawLeave, { leaveId })
    expect(await freeOn()).toBe(true)
  })
})

describe('a rota', () => {
  const week = (siteId: Id<'site'>, weekdays: number[]) => weekdays.map((weekday) => ({ siteId, weekday, opens: '08:00', closes: '12:00' }))
  const opensOn = async (date: string) => {
    const calendar = await ask(system.runtime, showCalendar, world.butler, { resourceId: world.second, from: date as never, days: 1 }, 'r')
    return calendar.ok ? calendar.value.days[0]?.open.map(({ siteId }) => siteId) : undefined
  }

  test('holds until the next one that is planned begins, also when the earlier one is planned later', async () => {
    const resourceId = world.second
    await run(system.runtime, systemActor, planRota, { resourceId, validFrom: '2027-01-22', lines: week(world.west.siteId, [4, 5, 6]) })
    await run(system.runtime, systemActor, planRota, { resourceId, validFrom: '2027-01-01', lines: week(world.east.siteId, [1, 2, 3]) })
    expect(await opensOn('2027-01-20')).toEqual([world.east.siteId]) // a Wednesday
    expect(await opensOn('2027-01-21')).toEqual([])
    expect(await opensOn('2027-01-22')).toEqual([world.west.siteId]) // a Friday
    expect(await opensOn('2027-01-25')).toEqual([]) // a Monday
  })

  test('that would lose promises is refused, and says so before it is planned', async () => {
    const held = await run<{ visitId: string; version: number }>(
      system.runtime,
      world.butler,
      holdVisit,
      world.request(personAt(30), shanghai('2026-12-23', '10:00')),
    )
    await run(system.runtime, world.butler, confirmVisit, { visitId: held.visitId, version: held.version })
    const rota = { resourceId: world.expert, validFrom: '2026-12-22', lines: week(world.west.siteId, [3]) }
    const tried = await ask(system.runtime, tryRota, systemActor, { ...rota, durationMinutes: 30 } as never, 'r')
    expect(tried).toMatchObject({ ok: true, value: { slotsPerWeek: 8, lostPromises: 1, clashes: [] } })
    expect(await systemDoes(planRota, rota)).toMatchObject({ refusal: { code: 'booking.rota-breaks-promises', details: { count: 1 } } })
    expect((await systemDoes(planRota, { ...rota, validFrom: '2026-12-24' })).ok).toBe(true)
  })

  test('of somebody else is not mine to plan', async () => {
    const stranger = staffOf(system.runtime, world.stranger, 'manager')
    const rota = { resourceId: world.expert, validFrom: '2027-03-01', lines: [] }
    expect(await tryCommand(system.runtime, stranger, planRota, rota)).toMatchObject({ refusal: { code: 'platform.not-permitted' } })
  })
})

test('a price of a site goes before the general one from its day on, and what is retired is no longer held', async () => {
  const price = (siteId: string | null, amountFen: number) => ({ siteId, title: 'chief', category: 'professional', amountFen })
  await run(system.runtime, systemActor, repriceOffering, {
    offeringId: world.offeringId,
    validFrom: '2027-01-01',
    prices: [price(null, 200_000), price(world.west.siteId, 150_000)],
  })
  const priceAt = async (date: string, site: World['east']) => {
    const found = await ask(
      system.runtime,
      findPromises,
      world.butler,
      { offeringId: world.offeringId, date: date as never, siteId: site.siteId },
      'r',
    )
    return found.ok ? found.value.items[0]?.priceFen : undefined
  }
  expect(await priceAt('2026-12-31', world.east)).toBe(168_000)
  expect(await priceAt('2027-01-06', world.east)).toBe(200_000)
  expect(await priceAt('2027-01-22', world.west)).toBe(150_000)
  await run(system.runtime, systemActor, retireOffering, { offeringId: world.offeringId, lastDay: '2027-02-01' })
  expect(await holdBy(31, '2027-02-02', '10:00')).toMatchObject({ refusal: { code: 'booking.offering-unknown' } })
})

test('who has left the network is no longer promised, from that day on', async () => {
  await run(system.runtime, systemActor, endMembership, { networkCode: 'TEST', partyId: world.imaging, from: '2026-12-28' })
  expect((await holdBy(32, '2026-12-25', '10:00', world.east, world.second)).ok).toBe(true)
  expect(codesOf([await holdBy(33, '2026-12-28', '10:00', world.east, world.second)])).toEqual(['booking.owner-not-member'])
})

describe('who gets what', () => {
  const promisesFor = async (actor: Actor) => {
    const found = await ask(
      system.runtime,
      findPromises,
      actor,
      { offeringId: world.offeringId, date: '2026-12-05' as never, expertId: world.expert, siteId: world.east.siteId },
      'r',
    )
    return found.ok ? found.value.items : []
  }

  test('stands beside every option, sums to its price, and names the agreement', async () => {
    const [option] = await promisesFor(world.butler)
    const amounts = Object.fromEntries(option?.shares?.parties.map(({ name, amountFen }) => [name.zh, amountFen]) ?? [])
    // 1,680.00: 200.00 of consumables stay with the clinic; of 1,480.00 the hospital has 54 %, the operator 7 %; the device costs 180.00.
    expect(amounts).toEqual({ 医院: 79_920, 运营: 10_360, 影像: 18_000, 诊所: 20_000 + 57_720 - 18_000 })
    expect(option?.shares?.agreements).toMatchObject([{ code: 'A-2026-1', number: 1 }])
  })

  test('is told to who takes part in it, not to patients, strangers or roles without the permission', async () => {
    const of = async (actor: Actor) => (await promisesFor(actor))[0]?.shares ?? null
    for (const institutionId of [world.operator, world.clinic, world.hospital, world.imaging])
      expect(await of(staffOf(system.runtime, institutionId, 'butler'))).not.toBeNull()
    expect(await of(staffOf(system.runtime, world.stranger, 'butler'))).toBeNull()
    expect(await of(staffOf(system.runtime, world.operator, 'clinician'))).toBeNull()
    expect(await of(patientOf(system.runtime, personAt(0)))).toBeNull()
  })

  test('of a held visit is what was shown, and only for who has a part in the visit', async () => {
    const held = await run<{ visitId: Id<'visit'> }>(
      system.runtime,
      world.butler,
      holdVisit,
      world.request(personAt(34), shanghai('2026-12-05', '10:00')),
    )
    const shown = await ask(system.runtime, showShares, world.butler, held, 'r')
    expect(shown).toMatchObject({ ok: true, value: { shares: { agreements: [{ code: 'A-2026-1' }] } } })
    const parties = shown.ok ? (shown.value.shares?.parties ?? []) : []
    expect(parties.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(168_000)
    expect(await ask(system.runtime, showShares, staffOf(system.runtime, world.stranger, 'butler'), held, 'r')).toMatchObject({ ok: false })
  })

  test('without an agreement in force on the day of service nothing of another owner is promised, and the refusal names both sides', async () => {
    const agreement = (await system.owner.query('select id from agreements.agreement')).rows[0]
    await run(system.runtime, staffOf(system.runtime, world.imaging, 'manager'), endAgreement, {
      agreementId: agreement.id,
      lastDay: '2026-12-26',
      reason: '合作到期',
    })
    expect((await holdBy(35, '2026-12-26', '12:00', world.east, world.second)).ok).toBe(true)
    expect(await holdBy(36, '2026-12-27', '12:00', world.east, world.second)).toMatchObject({
      refusal: { code: 'agreements.use-not-agreed', details: { owner: { zh: '影像' }, user: { zh: '诊所' } } },
    })
  })
})
