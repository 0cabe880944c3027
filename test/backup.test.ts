import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settle } from '../src/apps/worker.ts'
import { takeDeposit } from '../src/modules/billing/commands/deposit.ts'
import { holdVisit } from '../src/modules/booking/index.ts'
import { sealJournal, verifyLedger } from '../src/modules/ledger/index.ts'
import { auditChain } from '../src/platform/audit/index.ts'
import type { Manifest } from '../src/platform/backup/manifest.ts'
import { readBackup } from '../src/platform/backup/read-backup.ts'
import type { Runtime } from '../src/platform/operation/runtime.ts'
import { findSeal, sealBlock, verifyChain } from '../src/platform/seal/index.ts'
import { everything, transact } from '../src/platform/transaction/index.ts'
import { backedUp, type EmptyDatabase, makeEmptyDatabase, openRuntime, restored, rowsOf, slices } from './support/backup.ts'
import { createTestSystem, monday, type TestSystem } from './support/system.ts'
import { makeWorld, run, shanghai, type World } from './support/world.ts'

const clients = 8

let system: TestSystem
let world: World
let persons: Awaited<ReturnType<World['makePatient']>>[]
beforeAll(async () => {
  system = await createTestSystem({ connections: clients + 2 })
  world = await makeWorld(system.runtime)
  persons = []
  for (let place = 0; place < clients; place += 1) persons.push(await world.makePatient(`沈知夏${place}`))
})
afterAll(() => system.close())

const deposit = (runtime: Runtime, personId: string, amountFen = 100) =>
  run<{ depositEntryId: string }>(runtime, world.butler, takeDeposit, { networkId: world.networkId, personId, means: 'cash', amountFen })

/** The worker's turn. */
async function seal({ database }: Runtime): Promise<void> {
  await transact(database, everything, async (db) => ({ commit: true, value: await sealBlock(db, auditChain, monday) }))
  await transact(database, everything, async (db) => ({ commit: true, value: await sealJournal(db, monday) }))
}
const verified = ({ database }: Runtime) =>
  transact(database, everything, async (db) => ({
    commit: false,
    value: { audit: await verifyChain(db, auditChain), ledger: await verifyLedger(db) },
  }))

/** Eight clients take deposits and book, and a worker seals and delivers, until `isEnded`. */
async function work(isEnded: () => boolean): Promise<number> {
  let done = 0
  const client = async (place: number) => {
    for (let turn = 0; !isEnded(); turn += 1) {
      const personId = persons[place] as never
      await deposit(system.runtime, personId, turn + 1)
      const day = String(1 + (turn % 28)).padStart(2, '0')
      await world.hold(world.butler, personId, shanghai(`2026-12-${day}`, `${String(8 + place).padStart(2, '0')}:00`)) // some are taken
      done += 2
    }
  }
  const sealer = async () => {
    while (!isEnded()) {
      await seal(system.runtime)
      await settle(system.runtime)
    }
  }
  await Promise.all([...Array.from({ length: clients }, (_, place) => client(place)), sealer()])
  return done
}

async function manifestOf(backup: Buffer): Promise<Manifest> {
  for await (const item of readBackup(Readable.from(slices(backup)))) if (item.kind === 'manifest') return item.manifest
  throw new Error('no manifest')
}

async function into<Value>(look: (target: EmptyDatabase) => Promise<Value>): Promise<Value> {
  const target = await makeEmptyDatabase()
  try {
    return await look(target)
  } finally {
    await target.close()
  }
}

test('a backup that is made while eight clients work is one moment, row by row, and what is restored from it works on and is sealed on', async () => {
  let ended = false
  const working = work(() => ended)
  await sleep(1500)
  const backup = await backedUp(system.ownerUrl)
  await sleep(500)
  ended = true
  expect(await working).toBeGreaterThan(50)
  const { snapshot } = await manifestOf(backup)
  await into(async (target) => {
    await restored(target.ownerUrl, backup)
    await sameAsAt(snapshot, target)
    await wholeTransactions(target)
    await worksOn(target)
  })
}, 120_000)

const neverChanged = ['platform.audit', 'platform.seal', 'ledger.posting', 'ledger.transfer', 'ledger.balance']

/** Every row that the moment saw is there as it was, but for those that were changed since, and nothing else is. */
async function sameAsAt(snapshot: string, target: EmptyDatabase): Promise<void> {
  const [now, then] = [await rowsOf(system.owner), await rowsOf(target.owner)]
  const { rows: seen } = await system.owner.query<{ id: string }>(
    `select id from unnest($1::text[]) id where id::xid8 < '3'::xid8 or pg_visible_in_snapshot(id::xid8, $2::pg_snapshot)`,
    [[...new Set([...now.values()].flat().map(({ transaction }) => transaction))], snapshot],
  )
  const wasSeen = new Set(seen.map(({ id }) => id))
  let [unchanged, later] = [0, 0]
  for (const [table, rows] of now) {
    if (['platform.transaction_epoch', 'platform.session'].includes(table)) continue
    const kept = new Map(then.get(table)?.map(({ key, text }) => [key, text]))
    for (const { key, text, transaction } of rows) {
      if (wasSeen.has(transaction)) {
        unchanged += 1
        expect(kept.get(key), `${table} ${key}`).toBe(text)
        kept.delete(key)
      } else later += 1
    }
    if (neverChanged.includes(table)) expect([...kept.keys()], `later than the backup: ${table}`).toEqual([])
    const changed = new Set(rows.filter(({ transaction }) => !wasSeen.has(transaction)).map(({ key }) => key))
    const deletes = ['platform.due', 'platform.outbox', 'platform.delivery'].includes(table)
    if (!deletes)
      expect(
        [...kept.keys()].filter((key) => !changed.has(key)),
        `only in the backup: ${table}`,
      ).toEqual([])
  }
  expect(unchanged).toBeGreaterThan(1000)
  expect(later).toBeGreaterThan(20)
}

/** A deposit is its entry, its posting and its line of audit; a visit is held with everything that it needs. */
async function wholeTransactions({ owner }: EmptyDatabase): Promise<void> {
  const { rows } = await owner.query(`
    select (select count(*)::int from platform.audit where operation = 'billing.take-deposit' and outcome = 'done') as told,
      (select count(*)::int from ledger.posting p join platform.audit a using (transaction)
        where a.operation = 'billing.take-deposit' and p.source like 'billing.deposit:%') as posted,
      (select count(*)::int from platform.audit where operation = 'booking.hold-visit' and outcome = 'done') as booked,
      (select count(*)::int from booking.visit) as visits,
      (select count(*)::int from booking.visit v where (select count(*) from booking.hold h where h.visit_id = v.id) not in (0, 3)) as halves,
      (select count(*)::int from booking.hold h where not exists (select from booking.visit v where v.id = h.visit_id)) as orphans`)
  expect(rows[0].told).toBeGreaterThan(10)
  expect(rows[0]).toMatchObject({ posted: rows[0].told, visits: rows[0].booked, halves: 0, orphans: 0 })
}

/** The restored system takes money and a booking, seals them behind what is sealed, and delivers what was open. */
async function worksOn(target: EmptyDatabase): Promise<void> {
  const { runtime, close } = openRuntime(target.ownerUrl)
  try {
    const before = await verified(runtime)
    expect(before).toMatchObject({ audit: { wrong: null }, ledger: { wrong: null } })
    expect(before.audit.blocks).toBeGreaterThan(0)
    const { depositEntryId } = await deposit(runtime, persons[0] as never, 77)
    await run(runtime, world.butler, holdVisit, world.request(persons[0] as never, shanghai('2026-12-30', '20:00')))
    await settle(runtime)
    await seal(runtime)
    const after = await verified(runtime)
    expect(after).toMatchObject({ audit: { wrong: null, notYetSealed: 0 }, ledger: { wrong: null, notYetSealed: 0 } })
    expect(after.audit.blocks).toBe(before.audit.blocks + 1)
    const { rows } = await target.owner.query(
      `select transaction::text from ledger.posting where source = 'billing.deposit:${depositEntryId}'`,
    )
    expect(
      await transact(runtime.database, everything, async (db) => ({
        commit: false,
        value: await findSeal(db, auditChain, rows[0].transaction),
      })),
    ).toMatchObject({ block: after.audit.blocks })
    const { rows: open } = await target.owner.query(`select count(*)::int as open from platform.delivery where state <> 'done'`)
    expect(open[0].open).toBe(0)
  } finally {
    await close()
  }
}
