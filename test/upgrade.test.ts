import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { migrations } from '../src/apps/system.ts'
import { upgrade } from '../src/apps/upgrade.ts'
import { sealJournal, verifyLedger } from '../src/modules/ledger/index.ts'
import { auditChain, writeAudit } from '../src/platform/audit/index.ts'
import { projectRoot } from '../src/platform/config/index.ts'
import { choosePlace } from '../src/platform/database/cluster-place.ts'
import { type Cluster, joinOwnCluster, migrate } from '../src/platform/database/index.ts'
import { sealBlock, verifyChain } from '../src/platform/seal/index.ts'
import { backedUp, openRuntime, restored, rowsOf } from './support/backup.ts'
import { makeJournalTargets } from './support/journal.ts'
import { monday } from './support/system.ts'
import { overNetwork } from './support/work.ts'
import { makeWorld } from './support/world.ts'

const older = { major: 15, bin: '/usr/lib/postgresql/15/bin' }

/** Runs with a data folder as a Careloom on PostgreSQL 15 left it, with people, money and seals; says so where there is no PostgreSQL 15. */
async function withOldFolder(run: (folder: string, rows: Rows) => Promise<void>): Promise<void> {
  if (!existsSync(join(older.bin, 'postgres'))) {
    console.warn('\n*** PostgreSQL 15 is not on this machine (Debian: postgresql-15): the upgrade is NOT tested here ***\n')
    return
  }
  mkdirSync(join(projectRoot, '.careloom'), { recursive: true })
  const folder = mkdtempSync(join(projectRoot, '.careloom', 'upgrade-'))
  try {
    const old = await joinOwnCluster(folder, { fsync: false, older })
    await migrate(old.ownerUrl, migrations, monday)
    const { runtime, close } = openRuntime(old.ownerUrl)
    const world = await makeWorld(runtime)
    await makeJournalTargets(runtime, world, await world.makePatient('沈知夏'))
    await sealAll(old.ownerUrl)
    await close()
    const rows = await readRows(old)
    await old.release()
    await run(folder, rows)
  } finally {
    rmSync(choosePlace(folder).home, { recursive: true, force: true }) // it lies elsewhere where PostgreSQL's user cannot reach the checkout
    rmSync(folder, { recursive: true, force: true })
  }
}

type Rows = Map<string, string[]>

async function readRows({ ownerUrl }: Cluster): Promise<Rows> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const rows = await rowsOf(owner)
    rows.delete('platform.transaction_epoch')
    return new Map([...rows].map(([table, all]) => [table, all.map(({ text }) => text)]))
  } finally {
    await owner.end()
  }
}

async function sealAll(ownerUrl: string): Promise<void> {
  const { runtime, close } = openRuntime(ownerUrl)
  await overNetwork(runtime, ({ db }) => sealBlock(db, auditChain, monday))
  await overNetwork(runtime, ({ db }) => sealJournal(db, monday))
  await close()
}

/** The same rows, sealed as they were, and sealed on. */
async function isSame(cluster: Cluster, rows: Rows): Promise<void> {
  expect(await readRows(cluster)).toEqual(rows)
  const { runtime, close } = openRuntime(cluster.ownerUrl)
  try {
    await overNetwork(runtime, ({ db }) =>
      writeAudit(db, { command: 'test', actor: null, outcome: 'done', subject: null, inputHash: null, requestId: 'r', now: monday }),
    )
    await sealAll(cluster.ownerUrl)
    expect(await overNetwork(runtime, ({ db }) => verifyChain(db, auditChain))).toMatchObject({ blocks: 2, notYetSealed: 0, wrong: null })
    expect(await overNetwork(runtime, ({ db }) => verifyLedger(db))).toMatchObject({ blocks: 1, notYetSealed: 0, wrong: null })
  } finally {
    await close()
  }
}

/** The way by hand: a backup that the old server made, restored into a new data folder. */
async function byHand(folder: string, rows: Rows): Promise<void> {
  const old = await joinOwnCluster(folder, { fsync: false, older })
  const backup = await backedUp(old.ownerUrl).finally(() => old.release())
  const fresh = await joinOwnCluster(join(folder, 'new'), { fsync: false })
  try {
    await restored(fresh.ownerUrl, backup)
    await isSame(fresh, rows)
  } finally {
    await fresh.release()
    rmSync(choosePlace(join(folder, 'new')).home, { recursive: true })
  }
}

test('a data folder of PostgreSQL 15 is not started as an empty one; a backup of it is restored into a new one, or the upgrade copies it and keeps the old', async () => {
  await withOldFolder(async (folder, rows) => {
    await expect(joinOwnCluster(folder)).rejects.toThrow(/made by PostgreSQL 15, and this Careloom runs 18: “\.\/bin\/careloom upgrade”/)
    await expect(upgrade(folder, '/usr/bin')).rejects.toThrow('/usr/bin holds no programs of PostgreSQL 15')
    await expect(joinOwnCluster(folder)).rejects.toThrow('upgrade') // still as it was
    await byHand(folder, rows)
    const { from, to, oldFolder } = await upgrade(folder, null)
    expect([from, to]).toEqual([15, 18])
    expect(readFileSync(join(oldFolder, 'PG_VERSION'), 'utf8').trim()).toBe('15')
    const fresh = await joinOwnCluster(folder, { fsync: false })
    try {
      await isSame(fresh, rows)
      await expect(upgrade(folder, null)).rejects.toThrow(/is of PostgreSQL 18 already; the old one in .*15 may be removed/)
    } finally {
      await fresh.release()
    }
  })
}, 120_000)

test('an upgrade that was killed is begun anew, and nothing starts before it has ended', async () => {
  await withOldFolder(async (folder, rows) => {
    const half = await joinOwnCluster(folder, { filling: 'upgrade', fsync: false })
    await half.release()
    await expect(joinOwnCluster(folder)).rejects.toThrow('The verb “upgrade” fills the database of this data folder, or was interrupted')
    await upgrade(folder, null)
    const fresh = await joinOwnCluster(folder, { fsync: false })
    await isSame(fresh, rows).finally(() => fresh.release())
  })
}, 120_000)
