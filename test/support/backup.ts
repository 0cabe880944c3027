import { randomBytes } from 'node:crypto'
import { Readable, Writable } from 'node:stream'
import pg from 'pg'
import { inject } from 'vitest'
import { modules } from '../../src/apps/modules.ts'
import { roles } from '../../src/apps/roles.ts'
import { migrations } from '../../src/apps/system.ts'
import { readArchive, writeArchive } from '../../src/platform/backup/archive.ts'
import { backUp, type Restored, restore } from '../../src/platform/backup/index.ts'
import type { Manifest } from '../../src/platform/backup/manifest.ts'
import { standingClock } from '../../src/platform/clock/index.ts'
import { type Migration, openDatabase, openPool, serverUrl } from '../../src/platform/database/index.ts'
import { createLog } from '../../src/platform/log/index.ts'
import { createRuntime, type Runtime } from '../../src/platform/operation/runtime.ts'
import { monday } from './system.ts'

const schemas = modules.map(({ name }) => name)

/** A backup of a database, in memory. */
export async function backedUp(ownerUrl: string): Promise<Buffer> {
  const parts: Buffer[] = []
  const sink = new Writable({
    write(part: Buffer, _, done) {
      parts.push(part)
      done()
    },
  })
  await backUp(ownerUrl, sink, { careloom: '0.0.0', schemas, files: [], now: monday })
  return Buffer.concat(parts)
}

export const restored = (
  ownerUrl: string,
  backup: Buffer | AsyncIterable<Buffer>,
  rooms: readonly Migration[] = migrations,
): Promise<Restored> => {
  const source = Buffer.isBuffer(backup) ? Readable.from(slices(backup)) : backup
  return restore(ownerUrl, source, { name: 'test.backup', rooms, emptyOne: 'take another.', now: monday })
}

/** As a file is read. */
export function* slices(backup: Buffer): Generator<Buffer> {
  for (let at = 0; at < backup.length; at += 65_536) yield backup.subarray(at, at + 65_536)
}

/** The same backup with another manifest, its checksums right. */
export async function withManifest(backup: Buffer, change: (manifest: Manifest) => object): Promise<Buffer> {
  const parts: Buffer[] = []
  const sink = new Writable({
    write(part: Buffer, _, done) {
      parts.push(part)
      done()
    },
  })
  const archive = writeArchive(sink)
  for await (const { name, bytes } of readArchive(Readable.from(slices(backup)))) {
    if (name === 'manifest.json') await archive.add(name, Buffer.from(JSON.stringify(change(JSON.parse(bytes.toString())))))
    else if (name !== 'sha256') await archive.add(name, bytes)
  }
  await archive.end()
  return Buffer.concat(parts)
}

export type EmptyDatabase = { readonly ownerUrl: string; readonly owner: pg.Client; close(): Promise<void> }

/** A database without anything, in the cluster of the tests. */
export async function makeEmptyDatabase(): Promise<EmptyDatabase> {
  const templateUrl = inject('templateUrl')
  const name = `careloom_t${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: Object.assign(new URL(templateUrl), { pathname: '/postgres' }).toString() })
  await admin.connect()
  await admin.query(`create database ${name} encoding 'UTF8' template template0`)
  await admin.end()
  const ownerUrl = Object.assign(new URL(templateUrl), { pathname: `/${name}` }).toString()
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  return { ownerUrl, owner, close: () => owner.end() }
}

/** A runtime on a migrated database, with its clock where the tests' stands. */
export function openRuntime(ownerUrl: string): { runtime: Runtime; close(): Promise<void> } {
  const database = openDatabase(openPool(serverUrl(ownerUrl), 10))
  const runtime = createRuntime({ database, clock: standingClock(monday), log: createLog('silent'), modules, roles })
  return { runtime, close: () => database.destroy() }
}

/** Schemas of rooms in a database. */
export async function schemasOf(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query('select nspname::text as name from pg_namespace where nspname = any ($1)', [schemas])
  return rows.map(({ name }) => name)
}

export type Row = { readonly key: string; readonly text: string; readonly transaction: string }

/** Every row of every table of the rooms: its key, its text, and the transaction of this cluster that wrote it last. */
export async function rowsOf(owner: pg.Client): Promise<Map<string, Row[]>> {
  const { rows: tables } = await owner.query<{ name: string; key: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name, string_agg(format('t.%I', a.attname), ',' order by a.attnum) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_index i on i.indrelid = c.oid and i.indisprimary
    join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey) where c.relkind = 'r' and n.nspname = any ($1) group by 1 order by 1`,
    [schemas],
  )
  await owner.query(`set timezone = 'UTC'`)
  const all = new Map<string, Row[]>()
  for (const { name, key } of tables) {
    const { rows } = await owner.query<Row>(
      `select row(${key})::text as key, t::text as text, t.xmin::text as transaction from ${name} t order by 1`,
    )
    all.set(name, rows)
  }
  return all
}
