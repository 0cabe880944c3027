import type { Id } from '../src/kernel/id.ts'
import { plus, toInstant } from '../src/kernel/time.ts'
import { holdVisit } from '../src/modules/booking/index.ts'
import { standingClock } from '../src/platform/clock/index.ts'
import { makeWorld, patientOf, tryCommand } from '../test/support/world.ts'
import { type Bench, type Figure, round } from './figure.ts'
import { fsyncsPerSecond, openBenchSystem } from './system.ts'

const attempts = 10_000
const callers = 64
const perSlot = 4

const names = ['booking.contention.rate', 'booking.contention.double', 'booking.contention.deadlocks'] as const

/** Each half-hour is asked for four times, twice for each of two experts who share the one room and device. */
export const booking: Bench = {
  figures: names,
  async run(progress) {
    const system = await openBenchSystem(callers, standingClock(toInstant('2026-11-30T00:00:00Z')))
    try {
      const { runtime, owner } = system
      const world = await makeWorld(runtime)
      const patients: Id<'person'>[] = []
      for (let place = 0; place < 200; place += 1) patients.push(await world.makePatient(`病人${place}`))
      const slots = slotsFrom(attempts / perSlot)
      const deadlocks = async () =>
        Number((await owner.query('select deadlocks from pg_stat_database where datname = current_database()')).rows[0].deadlocks)
      const before = await deadlocks()
      const counts: Record<string, number> = {}
      let next = 0
      const begun = performance.now()
      await Promise.all(
        Array.from({ length: callers }, async () => {
          for (let attempt = next++; attempt < attempts; attempt = next++) {
            const personId = patients[attempt % patients.length] as Id<'person'>
            const expert = attempt % 2 === 0 ? world.expert : world.second
            const slot = slots[Math.floor(attempt / perSlot)] as (typeof slots)[number]
            const result = await tryCommand(
              runtime,
              patientOf(runtime, personId),
              holdVisit,
              world.request(personId, slot, world.east, expert),
            )
            const outcome = result.ok ? 'won' : result.refusal.code
            counts[outcome] = (counts[outcome] ?? 0) + 1
            if (attempt % 1000 === 0) progress(`booking.contention ${attempt} of ${attempts}`)
          }
        }),
      )
      const seconds = (performance.now() - begun) / 1000
      const { rows } =
        await owner.query(`select count(*)::int as double from booking.hold a join booking.hold b on a.resource_id = b.resource_id and a.visit_id < b.visit_id
        and a.active and b.active and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`)
      const detail = {
        attempts,
        callers,
        slots: slots.length,
        seconds: round(seconds),
        ...counts,
        wonPerSecond: round((counts.won ?? 0) / seconds, 0),
        fsyncsPerSecond: fsyncsPerSecond(system.folder),
      }
      const figure = (name: (typeof names)[number], value: number, unit: string, aim: string | null): Figure => ({
        figure: name,
        value,
        unit,
        aim,
        met: aim === null ? null : value === 0,
        detail,
      })
      return [
        figure('booking.contention.rate', round(attempts / seconds, 0), 'bookings answered per second', null),
        figure('booking.contention.double', rows[0].double, 'overlapping holds', '0'),
        figure('booking.contention.deadlocks', (await deadlocks()) - before, 'deadlocks', '0'),
      ]
    } finally {
      await system.close()
    }
  },
}

/** Half-hours from 08:00 to 20:00 Shanghai time, day after day. */
function slotsFrom(count: number) {
  const first = toInstant('2026-12-01T00:00:00Z')
  return Array.from({ length: count }, (_, place) => plus(first, { days: Math.floor(place / 24), minutes: (place % 24) * 30 }))
}
