import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrations } from '../src/apps/system.ts'
import { backupVerb } from '../src/apps/verbs/backup.ts'
import { restoreVerb } from '../src/apps/verbs/restore.ts'
import { auditChain, writeAudit } from '../src/platform/audit/index.ts'
import { verifyBackup } from '../src/platform/backup/index.ts'
import { type Migration, migrate } from '../src/platform/database/index.ts'
import { includes } from '../src/platform/live/index.ts'
import { sealBlock, verifyChain } from '../src/platform/seal/index.ts'
import {
  backedUp,
  type EmptyDatabase,
  makeEmptyDatabase,
  openRuntime,
  restored,
  rowsOf,
  schemasOf,
  slices,
  withManifest,
} from './support/backup.ts'
import { createTestSystem, monday, type TestSystem } from './support/system.ts'
import { overNetwork } from './support/work.ts'
import { makeWorld } from './support/world.ts'

let system: TestSystem
let backup: Buffer
let target: EmptyDatabase
beforeAll(async () => {
  system = await createTestSystem()
  const world = await makeWorld(system.runtime)
  await world.makePatient('沈知夏')
  await overNetwork(system.runtime, ({ db }) => sealBlock(db, auditChain, monday))
  backup = await backedUp(system.ownerUrl)
  target = await makeEmptyDatabase()
})
afterAll(async () => {
  await system.close()
  await target.close()
})

/** What a restore into the empty database says; nothing is in it afterwards. */
async function refusal(of: Buffer): Promise<string> {
  const said = await restored(target.ownerUrl, of).then(
    () => 'restored',
    (error: Error) => `${error.constructor.name}: ${error.message}`,
  )
  expect(await schemasOf(target.owner)).toEqual([])
  return said
}

test('a file that ends early is no backup, wherever it ends', async () => {
  for (const length of [0, 100, 2048, Math.floor(backup.length / 2), backup.length - 1024, backup.length - 1])
    expect(await refusal(backup.subarray(0, length)), `cut at ${length}`).toContain('BackupError: This is no whole backup')
})

test('a byte that flipped is found, wherever it is', async () => {
  const places = [
    ...Array.from({ length: 150 }, (_, step) => Math.floor((backup.length * step) / 150)),
    backup.length - 600,
    backup.length - 1,
  ]
  for (const place of places) {
    const flipped = Buffer.from(backup)
    flipped[place] = (flipped[place] ?? 0) ^ 1
    await expect(verifyBackup(Readable.from(slices(flipped)), migrations), `byte ${place}`).rejects.toThrow(
      /^(This|The) .*(backup|manifest)/,
    )
  }
  const flipped = Buffer.from(backup)
  flipped[backup.length >> 1] = (flipped[backup.length >> 1] ?? 0) ^ 1
  expect(await refusal(flipped)).toMatch(/^BackupError: /)
})

test('a backup of a newer Careloom, of other migrations or of a changed table is refused, and nothing is changed', async () => {
  const [first, ...rest] = (await manifest()).migrations
  const unknown = { room: 'booking', file: '0999-later.sql', hash: 'x' }
  expect(
    await refusal(await withManifest(backup, (one) => ({ ...one, careloom: '9.0.0', migrations: [...one.migrations, unknown] }))),
  ).toContain('made by a newer Careloom (9.0.0), which has the migration booking/0999-later.sql: update this checkout')
  expect(await refusal(await withManifest(backup, (one) => ({ ...one, migrations: [{ ...first, hash: 'x' }, ...rest] })))).toContain(
    `The migration ${first?.room}/${first?.file} of this checkout is not the one`,
  )
  expect(await refusal(await withManifest(backup, (one) => ({ ...one, format: 2 })))).toContain('in a format that this one does not read')
  const changed = await withManifest(backup, (one) => ({
    ...one,
    tables: one.tables.map((table) => (table.name === 'platform.due' ? { ...table, columns: [...table.columns, 'extra'] } : table)),
  }))
  expect(await refusal(changed)).toContain('differ in the table platform.due')
})

async function manifest() {
  let found: { migrations: { room: string; file: string; hash: string }[] } = { migrations: [] }
  await withManifest(backup, (one) => {
    found = one
    return one
  })
  return found
}

test('what is not empty is never overwritten', async () => {
  const before = await rowsOf(system.owner)
  await expect(restored(system.ownerUrl, backup)).rejects.toThrow(/not empty.*never overwrites: take another\./)
  expect(await rowsOf(system.owner)).toEqual(before)
})

test('a restore that dies half way leaves nothing but word of it; the same command again brings everything', async () => {
  const half = (async function* () {
    yield backup.subarray(0, Math.floor(backup.length * 0.7))
    const { rows } = await target.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
    expect(rows).toHaveLength(1)
    yield backup.subarray(Math.floor(backup.length * 0.7))
  })()
  await expect(restored(target.ownerUrl, half)).rejects.toThrow()
  expect(await schemasOf(target.owner)).toEqual([])
  await expect(migrate(target.ownerUrl, migrations, monday)).rejects.toThrow(
    'The restore of test.backup into this database has not ended, and nothing of it is here yet',
  )
  await into(target, backup)
  const left = await target.owner.query(`select from pg_namespace where nspname like 'careloom%'`)
  expect(left.rowCount).toBe(0)
})

/** Restores and compares every row. */
async function into({ ownerUrl, owner }: EmptyDatabase, from: Buffer): Promise<void> {
  await restored(ownerUrl, from)
  const texts = (rows: Awaited<ReturnType<typeof rowsOf>>) =>
    new Map(
      [...rows].filter(([table]) => table !== 'platform.transaction_epoch').map(([table, all]) => [table, all.map(({ text }) => text)]),
    )
  expect(texts(await rowsOf(owner))).toEqual(texts(await rowsOf(system.owner)))
}

test('schema, rights, keys and counters are those of a migrated database', async () => {
  expect(await describeSchema(target)).toEqual(await describeSchema(system))
})

/** All that makes tables what they are: columns, constraints, indexes, policies, rights, triggers, functions and sequences. */
async function describeSchema({ owner }: Pick<EmptyDatabase, 'owner'>): Promise<unknown[]> {
  const { rows } = await owner.query(`
    with rooms as (select oid, nspname, nspacl from pg_namespace where nspname in (select distinct room from platform.migration))
    select 'schema' as kind, nspname::text as name, nspacl::text as what from rooms
    union all select 'column', format('%s.%s', attrelid::regclass, attname), concat_ws(' ', atttypid::regtype, attnotnull, attidentity, attacl, pg_get_expr(d.adbin, d.adrelid))
      from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = attrelid and d.adnum = attnum
      where c.relnamespace in (select oid from rooms) and c.relkind in ('r', 'v') and attnum > 0
    union all select 'constraint', format('%s %s', conrelid::regclass, conname), pg_get_constraintdef(oid) from pg_constraint where connamespace in (select oid from rooms)
    union all select 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index join pg_class c on c.oid = indexrelid where relnamespace in (select oid from rooms)
    union all select 'policy', format('%s %s', tablename, policyname), concat(qual, with_check, roles) from pg_policies where schemaname in (select nspname from rooms)
    union all select 'relation', oid::regclass::text, concat_ws(' ', relacl, relrowsecurity, relkind, reloptions) from pg_class where relnamespace in (select oid from rooms)
    union all select 'sequence', sequencename, last_value::text from pg_sequences where schemaname in (select nspname from rooms)
    union all select 'function', proname, prosrc from pg_proc where pronamespace in (select oid from rooms) and proname <> 'transaction_base'
    order by 1, 2, 3`)
  return rows
}

test('the numbers of transactions go on behind those of the backup, wherever the cluster begins to count', async () => {
  const shift = await makeEmptyDatabase()
  // As in a cluster that has counted much further: what is written there is far ahead of what this one counts.
  const ahead = await backedUp(await shiftedCopy(system.ownerUrl, shift))
  const next = await makeEmptyDatabase()
  await restored(next.ownerUrl, ahead)
  const { runtime, close } = openRuntime(next.ownerUrl)
  try {
    const [lowest] = (await overNetwork(runtime, (work) => includes(work, 'test', '1'))).asOf.split(':')
    expect(Number(lowest)).toBeGreaterThan(farAhead)
    await overNetwork(runtime, ({ db }) =>
      writeAudit(db, { command: 'test', actor: null, outcome: 'done', subject: null, inputHash: null, requestId: 'r', now: monday }),
    )
    await overNetwork(runtime, ({ db }) => sealBlock(db, auditChain, monday))
    expect(await overNetwork(runtime, ({ db }) => verifyChain(db, auditChain))).toMatchObject({ blocks: 2, notYetSealed: 0, wrong: null })
    await migrate(next.ownerUrl, migrations, monday) // another start begins no other epoch
    const { rows } = await next.owner.query('select epoch, base > $1 as goes_on from platform.transaction_epoch order by epoch', [farAhead])
    expect(rows).toEqual([
      { epoch: 2, goes_on: true },
      { epoch: 3, goes_on: true },
    ])
  } finally {
    await close()
    await next.close()
    await shift.close()
  }
})

const farAhead = 4_000_000_000_000

/** A copy whose trail was written far ahead, sealed as it stands there. */
async function shiftedCopy(ownerUrl: string, { ownerUrl: copyUrl, owner }: EmptyDatabase): Promise<string> {
  await restored(copyUrl, await backedUp(ownerUrl))
  await owner.query(
    `delete from platform.seal; update platform.audit set transaction = (transaction::text::bigint + ${farAhead})::text::xid8`,
  )
  await migrate(copyUrl, migrations, monday) // as after any copy, the numbers go on behind
  const { runtime, close } = openRuntime(copyUrl)
  await overNetwork(runtime, ({ db }) => sealBlock(db, auditChain, monday))
  await close()
  return copyUrl
}

test('an old backup is restored by its own migrations and then brought to this version', async () => {
  const later = /^000[5-9]-transaction-epochs/
  const folder = mkdtempSync(join(tmpdir(), 'careloom-old-'))
  const older: Migration[] = migrations.map(({ room, folder: from }) => {
    cpSync(from, join(folder, room), { recursive: true, filter: (file) => !later.test(file.split('/').at(-1) ?? '') })
    return { room, folder: join(folder, room) }
  })
  const old = await makeEmptyDatabase()
  const fresh = await makeEmptyDatabase()
  try {
    await migrateAsThen(old.ownerUrl, older)
    await old.owner.query(`insert into platform.audit (at, operation, outcome, request_id) values ($1, 'old', 'done', 'r')`, [monday])
    await restored(fresh.ownerUrl, await backedUp(old.ownerUrl))
    const { rows } = await fresh.owner.query(`select (select count(*)::int from platform.migration) as migrations,
      (select operation from platform.audit) as operation, (select column_default from information_schema.columns
        where table_schema = 'ledger' and table_name = 'posting' and column_name = 'transaction') as numbers`)
    expect(rows).toEqual([
      { migrations: (await manifest()).migrations.length, operation: 'old', numbers: 'platform.current_transaction()' },
    ])
    const { runtime, close } = openRuntime(fresh.ownerUrl)
    await overNetwork(runtime, ({ db }) => sealBlock(db, auditChain, monday))
    expect(await overNetwork(runtime, ({ db }) => verifyChain(db, auditChain))).toMatchObject({
      sealedRows: 1,
      notYetSealed: 0,
      wrong: null,
    })
    await close()
  } finally {
    rmSync(folder, { recursive: true })
    await old.close()
    await fresh.close()
  }
})

/** As an older Careloom did, which knew nothing of epochs. */
async function migrateAsThen(ownerUrl: string, rooms: readonly Migration[]): Promise<void> {
  await expect(migrate(ownerUrl, rooms, monday)).rejects.toThrow('platform.transaction_base() does not exist')
}

test('the verbs write one private file, overwrite nothing, and bring it back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'careloom-backup-'))
  const file = join(folder, 'night.backup')
  const fresh = await makeEmptyDatabase()
  try {
    const against = (databaseUrl: string, run: () => Promise<number>) =>
      withEnvironment({ DATABASE_URL: databaseUrl, CARELOOM_DATA: folder }, run)
    writeFileSync(join(folder, 'demo-logins-database-url.json'), '[]')
    expect(await against(system.ownerUrl, () => backupVerb.run([file]))).toBe(0)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(existsSync(`${file}.part`)).toBe(false)
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex')
    await expect(against(system.ownerUrl, () => backupVerb.run([file]))).rejects.toThrow('is there already')
    await expect(against(fresh.ownerUrl, () => backupVerb.run([file, '--force']))).rejects.toThrow('There is no Careloom in this database')
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(hash)
    expect(existsSync(`${file}.part`)).toBe(false)
    rmSync(join(folder, 'demo-logins-database-url.json'))
    expect(await against(fresh.ownerUrl, () => restoreVerb.run([file]))).toBe(0)
    expect(readFileSync(join(folder, 'demo-logins-database-url.json'), 'utf8')).toBe('[]')
    await expect(against(fresh.ownerUrl, () => restoreVerb.run([file]))).rejects.toThrow('make an empty database')
    await expect(against(fresh.ownerUrl, () => restoreVerb.run([join(folder, 'none')]))).rejects.toThrow('cannot be read (ENOENT)')
  } finally {
    rmSync(folder, { recursive: true })
    await fresh.close()
  }
})

async function withEnvironment<Value>(environment: Record<string, string>, run: () => Promise<Value>): Promise<Value> {
  const before = Object.fromEntries(Object.keys(environment).map((name) => [name, process.env[name]]))
  Object.assign(process.env, environment)
  try {
    return await run()
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}
