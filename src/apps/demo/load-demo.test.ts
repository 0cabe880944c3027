import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { breaks } from '../../../test/support/breaks.ts'
import { createTestSystem, type TestSystem } from '../../../test/support/system.ts'
import { staffOf, tryCommand } from '../../../test/support/world.ts'
import { present } from '../../kernel/assert.ts'
import type { Id } from '../../kernel/id.ts'
import { dateIn, defaultZone, type Instant, instantAt, millisecondsBetween, plus, plusDays } from '../../kernel/time.ts'
import { findPromises } from '../../modules/booking/index.ts'
import { sealJournal, settlePeriod } from '../../modules/ledger/index.ts'
import { mayPractise } from '../../modules/network/index.ts'
import { findPracticeFacts } from '../../modules/network/store/practice.ts'
import { auditChain } from '../../platform/audit/index.ts'
import { readConfig } from '../../platform/config/index.ts'
import { openDatabase, openPool } from '../../platform/database/index.ts'
import type { Actor } from '../../platform/operation/index.ts'
import { ask, systemActor } from '../../platform/operation/perform.ts'
import { sealBlock } from '../../platform/seal/index.ts'
import { everything, transact } from '../../platform/transaction/index.ts'
import { modules } from '../modules.ts'
import { exportNetwork, findFileFault, importNetwork, printFile } from '../network-file.ts'
import { verifyAll } from '../verify.ts'
import { loadDemo, plansOf } from './index.ts'
import { liveThrough } from './live-day.ts'
import type { NetworkPlan } from './plan.ts'

let system: TestSystem
let plans: readonly NetworkPlan[]
const folder = mkdtempSync(join(tmpdir(), 'careloom-demo-'))
beforeAll(async () => {
  system = await createTestSystem()
  plans = plansOf('small', dateIn(defaultZone, system.runtime.clock.now()))
  await loadDemo(system.runtime, readConfig({ CARELOOM_DATA: folder }), () => undefined)
}, 120_000)
afterAll(async () => {
  await system.close()
  rmSync(folder, { recursive: true, force: true })
})

type Offered = { id: Id<'offering'>; code: string; network: string; owner: Id<'institution'> }

/** The options of the first of the next fourteen days that has one. */
async function firstOptions(butler: Actor, offeringId: Id<'offering'>) {
  const today = dateIn(defaultZone, system.runtime.clock.now())
  for (let day = 0; day < 14; day += 1) {
    const found = await ask(system.runtime, findPromises, butler, { offeringId, date: plusDays(today, day) }, 'r')
    if (found.ok && found.value.items.length > 0) return found.value.items
  }
  return []
}

test('every offering of the networks can be had in the next two weeks, and what its owner is told of the shares adds up to the price', async () => {
  const { rows } = await system.owner.query<Offered>(
    `select o.id, o.code, n.code as network, o.owner_id as owner from booking.offering o join network.network n on n.id = o.network_id`,
  )
  expect(rows.length).toBe(plans.reduce((count, { offerings }) => count + offerings.length, 0))
  const without: string[] = []
  for (const { id: offeringId, code, network, owner } of rows) {
    const butler = staffOf(system.runtime, owner, 'butler')
    const options = await firstOptions(butler, offeringId)
    if (options.length === 0) without.push(`${network} ${code}`)
    for (const { shares, priceFen } of options) {
      expect(shares, `${network} ${code}`).not.toBeNull()
      expect(shares?.parties.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(priceFen)
      expect(shares?.parties.filter(({ amountFen }) => amountFen < 0)).toEqual([])
    }
  }
  expect(without).toEqual([])
}, 90_000)

test('nearly every visit that a plan names found a time, in each network', async () => {
  const { rows } = await system.owner.query(
    `select n.code, count(*)::int as booked from booking.visit v join booking.offering o on o.id = v.offering_id
     join network.network n on n.id = o.network_id where v.status = 'booked' group by n.code`,
  )
  for (const { code, visits } of plans) expect(rows.find((row) => row.code === code)?.booked, code).toBeGreaterThan(visits.length * 0.9)
})

test('an operation of a tenant in the operator’s theatre pays the theatre by the half-hour and its equipment by use', async () => {
  const [row] = (
    await system.owner.query(
      `select o.id, n.operator_id as operator from booking.offering o join network.network n on n.id = o.network_id where o.code = 'arthroscopy'`,
    )
  ).rows
  const butler = staffOf(system.runtime, row.operator, 'butler')
  const [option] = await firstOptions(butler, row.id)
  const operator = option?.shares?.parties.find(({ id }) => id === row.operator)?.amountFen ?? 0
  const base = (option?.priceFen ?? 0) - 670_000 // drugs and consumables stay with the tenant
  expect(operator).toBe(Math.round(base * 0.07) + 4 * 120_000 + 60_000)
})

test('the filing that ended yesterday is refused by its name, and those that end soon are owed by who has to renew them', async () => {
  const { rows } = await system.owner.query(
    `select f.practitioner_id, f.institution_id, p.kind, i.name_zh from network.filing f join network.practitioner p on p.id = f.practitioner_id
     join network.institution i on i.id = f.institution_id where f.valid_until < $1`,
    [dateIn(defaultZone, system.runtime.clock.now())],
  )
  const [ended] = rows
  expect(rows).toHaveLength(1)
  const now = system.runtime.clock.now()
  const verdict = await transact(system.runtime.database, everything, async (db) => {
    const facts = await findPracticeFacts({ db, now } as never, [ended.practitioner_id], [ended.institution_id])
    const question = {
      practitionerId: ended.practitioner_id,
      institutionId: ended.institution_id,
      specialty: ended.kind,
      date: dateIn(defaultZone, now),
    }
    return { commit: true, value: mayPractise(facts, question) }
  })
  expect(verdict).toMatchObject({ refusal: { code: 'network.filing-expired', details: { renewer: { zh: ended.name_zh } } } })
  const owed = await system.owner.query(
    `select count(*)::int from commitments.commitment c join network.filing f on f.id = c.subject_id and f.institution_id = c.owner_institution_id
     where c.kind = 'network.filing-to-renew' and c.ended_at is null`,
  )
  expect(owed.rows[0].count).toBeGreaterThan(3)
})

test('the logins are written down for the next start, readable by their owner only', () => {
  const logins = JSON.parse(readFileSync(join(folder, 'demo-logins.json'), 'utf8')) as { login: string; password: string }[]
  expect(logins.map(({ login }) => login)).toEqual(expect.arrayContaining(['operator', 'patient', 'hosp-operator']))
  expect(new Set(logins.map(({ password }) => password)).size).toBe(logins.length)
})

test('a network is exported, imported into an empty system and exported again: the same text; a second import changes nothing, a changed file is refused by its place', async () => {
  const empty = await createTestSystem()
  try {
    const exported = async ({ runtime }: TestSystem, code: string) => {
      const taken = await ask(runtime, exportNetwork, systemActor, { code }, 'r')
      return taken.ok ? taken.value : null
    }
    const give = (file: unknown) => tryCommand(empty.runtime, systemActor, importNetwork, { file: JSON.parse(JSON.stringify(file)) })
    for (const { code } of plans) {
      const first = present(await exported(system, code), code)
      expect(findFileFault(first)).toBeNull()
      expect(await give(first)).toMatchObject({ ok: true })
      expect(printFile(present(await exported(empty, code), code))).toBe(printFile(first))
      expect(await give(first)).toMatchObject({ ok: true })
      expect(printFile(present(await exported(empty, code), code))).toBe(printFile(first))
      expect(printFile(first)).not.toMatch(/周静怡|13800015678|[0-9a-f]{8}-[0-9a-f]{4}-7/)
    }
    const changed = JSON.parse(JSON.stringify(await exported(system, 'MALL-DEMO')))
    changed.rooms.booking.offerings[0].durationMinutes += 5
    const place = `booking.offerings.${changed.rooms.booking.offerings[0].code}`
    expect(await give(changed)).toMatchObject({ refusal: { code: 'platform.configuration-differs', details: { place } } })
  } finally {
    await empty.close()
  }
}, 60_000)

// The last one: it moves the clock.
test('a day is lived: who comes is seen by one doctor at a time, with a ticket of her own, and what is ordered is answered', async () => {
  const { runtime, owner } = system
  const begun = runtime.clock.now()
  const until = plus(begun, { hours: 12 })
  const moveClock = async (at: Instant) => runtime.clock.setOffset(millisecondsBetween(begun, at))
  const lived = await liveThrough(runtime, until, moveClock, () => undefined)
  expect(runtime.clock.now()).toBe(until)
  expect(lived.finish).toBeGreaterThan(20)
  expect(lived['check-in']).toBeGreaterThanOrEqual(lived.start)
  const count = async (query: string) => (await owner.query(`select count(*)::int as n from ${query}`)).rows[0].n
  expect(await count(`booking.visit where status = 'completed'`)).toBe(lived.finish)
  expect(await count(`booking.visit where status = 'booked' and starts_at < '${plus(until, { minutes: -31 })}'`)).toBe(0)
  const overlaps = `booking.attendance a join booking.attendance b on a.expert_id = b.expert_id and a.visit_id < b.visit_id
    and tstzrange(a.started_at, a.ended_at) && tstzrange(b.started_at, b.ended_at) where a.started_at is not null and b.started_at is not null`
  expect(await count(overlaps)).toBe(0)
  expect(await count(`care.note where state = 'signed'`)).toBe(lived.finish)
  expect(await count(`care.order where kind = 'laboratory' and state = 'requested' and signed_at < '${plus(until, { hours: -2 })}'`)).toBe(
    0,
  )
  expect(await count(`people.fact where source = 'care.note' or source like 'care.%'`)).toBeGreaterThan(lived.finish)
  expect(await count(`platform.due where state = 'parked'`)).toBe(0)
}, 120_000)

describe('after that day, settled and sealed', () => {
  const invariants = modules.flatMap((module) => module.invariants ?? [])
  beforeAll(async () => {
    const { runtime } = system
    const midnight = instantAt(defaultZone, plusDays(dateIn(defaultZone, runtime.clock.now()), 1), '00:30')
    const begun = plus(runtime.clock.now(), { milliseconds: -runtime.clock.offset() })
    await liveThrough(
      runtime,
      midnight,
      async (at) => runtime.clock.setOffset(millisecondsBetween(begun, at)),
      () => undefined,
    )
    const until = plusDays(dateIn(defaultZone, midnight), -1)
    const { rows: networks } = await system.owner.query('select id from network.network')
    for (const { id } of networks) await tryCommand(runtime, systemActor, settlePeriod, { networkId: id, until })
    await transact(runtime.database, everything, async (db) => {
      await sealBlock(db, auditChain, midnight)
      await sealJournal(db, midnight)
      return { commit: true, value: null }
    })
  }, 60_000)

  test('every rule of the whole database holds', async () => {
    const broken: object[] = []
    for await (const verified of verifyAll(system.runtime)) if (verified.broken.length > 0) broken.push(verified)
    expect(broken).toEqual([])
    const { rows } = await system.owner.query(
      'select (select count(*)::int from ledger.statement) as statements, (select count(*)::int from ledger.transfer) as transfers',
    )
    expect(rows[0].statements).toBeGreaterThan(10)
    expect(rows[0].transfers).toBeGreaterThan(50)
  }, 60_000)

  test('each rule says how it is broken', () => {
    expect(Object.keys(breaks).toSorted()).toEqual(invariants.map(({ name }) => name).toSorted())
  })

  test.each(invariants.map(({ name }) => name))('%s is named when somebody breaks it behind the back of the system', async (name) => {
    const database = openDatabase(openPool(system.ownerUrl, 1))
    try {
      const broken = await transact(database, everything, async (db) => {
        for (const statement of breaks[name] ?? []) await sql.raw(statement).execute(db)
        const invariant = present(
          invariants.find((one) => one.name === name),
          name,
        )
        return { commit: false, value: await invariant.findBroken(db, system.runtime.clock.now()) }
      })
      expect(broken.length).toBeGreaterThan(0)
      expect(JSON.stringify(broken[0], (_, value) => (typeof value === 'bigint' ? String(value) : value))).toMatch(/[0-9a-f]{8}-|rowId|CNY/)
    } finally {
      await database.destroy()
    }
  })
})
