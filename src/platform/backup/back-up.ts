import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Instant } from '../../kernel/time.ts'
import { connect } from '../database/index.ts'
import { type ArchiveWriter, writeArchive } from './archive.ts'
import { listSequences, listTables, presentSchemas } from './catalog.ts'
import { BackupError, inWords } from './error.ts'
import { type Contents, format, type Manifest } from './manifest.ts'
import { rowsIn } from './rows-in.ts'

/** Its rows stay out: who signs out, or loses the right to sign in, must not be signed in again by a restore. */
const withoutRows = ['platform.session']
const partBytes = 1 << 20
const compress = promisify(gzip)
const compressionLevel = 4

export type BackupPlan = {
  readonly careloom: string
  /** One for each room. */
  readonly schemas: readonly string[]
  /** What belongs to the database and stands beside it. */
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[]
  readonly now: Instant
}
export type Made = { readonly tables: number; readonly rows: number; readonly rawBytes: number; readonly fileBytes: number }
/** The table at hand, and how much of all is done: an estimate by the sizes of the tables. */
type Progress = (table: string, share: number) => void

/**
 * Writes everything of the database, as one moment saw it, into a stream; what is at work goes on. Memory is a few megabytes, however
 * large the tables are. Only a migration waits until it has ended. @throws BackupError
 */
export async function backUp(ownerUrl: string, sink: Writable, plan: BackupPlan, progress: Progress = () => undefined): Promise<Made> {
  const client = await connect(ownerUrl)
  try {
    await refuseOthers(client)
    await beginSnapshot(client, plan.schemas)
    const archive = writeArchive(sink)
    try {
      return await writeAll(client, archive, plan, progress)
    } catch (error) {
      await archive.abort(error as Error)
      throw inWords(error, 'The backup was not made')
    }
  } finally {
    await client.end()
  }
}

async function refuseOthers(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`select to_regclass('platform.migration') is not null as "isOurs"`)
  if (!rows[0].isOurs)
    throw new BackupError('There is no Careloom in this database: check DATABASE_URL or CARELOOM_DATA, which name what is backed up.')
}

/** Every table is locked against a migration before the moment is taken that all of them are read at. */
async function beginSnapshot(client: pg.Client, schemas: readonly string[]): Promise<void> {
  const tables = (await listTables(client, schemas)).map(({ name }) => name)
  await client.query('begin isolation level repeatable read, read only')
  await client.query(`lock table ${tables.join(', ')} in access share mode`)
  await client.query(textSettings)
}

/** The same values give the same text, whatever the server's settings; a policy that would hide a row is an error. */
const textSettings = `set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set local bytea_output = 'hex';
  set local extra_float_digits = 1; set local row_security = off; set local statement_timeout = 0; set local lock_timeout = 0;
  set local idle_in_transaction_session_timeout = 0`

async function writeAll(client: pg.Client, archive: ArchiveWriter, plan: BackupPlan, progress: Progress): Promise<Made> {
  const manifest = await makeManifest(client, plan)
  await archive.add('manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
  for (const { name, bytes } of plan.files) await archive.add(`files/${name}`, bytes)
  const sizes = await tableSizes(client, manifest.tables)
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 1)
  const tables: Contents['tables'] = []
  let done = 0
  for (const table of manifest.tables) {
    const size = sizes.get(table.name) ?? 0
    const written = await writeTable(client, archive, table, (bytes) => progress(table.name, (done + Math.min(bytes, size)) / all))
    tables.push(written)
    done += size
  }
  await archive.add('contents.json', Buffer.from(`${JSON.stringify({ tables }, null, 2)}\n`))
  const sum = (of: 'rows' | 'bytes') => tables.reduce((total, table) => total + table[of], 0)
  return { tables: tables.length, rows: sum('rows'), rawBytes: sum('bytes'), fileBytes: await archive.end() }
}

async function makeManifest(client: pg.Client, { careloom, schemas, now }: BackupPlan): Promise<Manifest> {
  const { rows: migrations } = await client.query('select room, file, hash from platform.migration order by applied_at, room, file')
  const { rows: facts } = await client.query(
    `select current_setting('server_version') as version, pg_current_snapshot()::text as snapshot, (select offset_milliseconds::text from platform.clock) as offset`,
  )
  const present = await presentSchemas(client, schemas)
  return {
    format,
    careloom,
    postgresql: facts[0].version,
    madeAt: now,
    snapshot: facts[0].snapshot,
    clockOffset: facts[0].offset ?? '0',
    migrations,
    tables: await listTables(client, present),
    sequences: await listSequences(client, present),
  }
}

async function tableSizes(client: pg.Client, tables: Manifest['tables']): Promise<Map<string, number>> {
  const { rows } = await client.query(`select name, pg_table_size(name::regclass)::float8 as size from unnest($1::text[]) name`, [
    tables.map(({ name }) => name),
  ])
  return new Map(rows.map(({ name, size }) => [name, size]))
}

/** A table in parts that are compressed one by one; the next is read while one is compressed. */
async function writeTable(
  client: pg.Client,
  archive: ArchiveWriter,
  { name, columns }: Manifest['tables'][number],
  progress: (bytes: number) => void,
): Promise<Contents['tables'][number]> {
  const hash = createHash('sha256')
  let [rows, bytes, parts] = [0, 0, 0]
  let writing = Promise.resolve()
  const write = async (part: Buffer) => {
    await writing
    parts += 1
    const member = `tables/${name}/${String(parts).padStart(6, '0')}.copy.gz`
    writing = compress(part, { level: compressionLevel }).then((compressed) => archive.add(member, compressed))
    writing.catch(() => undefined) // it is awaited before the next part
  }
  // Counted here: the stream may end before PostgreSQL's own count of the rows has arrived.
  const text = client.query(copyTo(copyStatement(name, columns, withoutRows.includes(name))))
  for await (const part of inParts(text)) {
    hash.update(part)
    rows += rowsIn(part)
    bytes += part.length
    progress(bytes)
    await write(part)
  }
  await writing
  return { name, rows, bytes, sha256: hash.digest('hex') }
}

const copyStatement = (name: string, columns: readonly string[], isEmpty: boolean): string =>
  isEmpty ? `copy (select from ${name} where false) to stdout` : `copy ${name} (${columns.join(', ')}) to stdout`

async function* inParts(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let [parts, length] = [[] as Buffer[], 0]
  for await (const part of source) {
    parts.push(part)
    length += part.length
    if (length < partBytes) continue
    yield Buffer.concat(parts)
    ;[parts, length] = [[], 0]
  }
  if (length > 0) yield Buffer.concat(parts)
}
