import type pg from 'pg'
import type { Instant } from '../../kernel/time.ts'
import { connectFit, type Migration, makeGround, migrate, migrationLock, restoringSchema } from '../database/index.ts'
import { presentSchemas } from './catalog.ts'
import { BackupError, inWords } from './error.ts'
import { checkMigrations } from './fit.ts'
import { type CopyIn, copyInto, finishTables, makeTables, type Ready } from './load.ts'
import type { Contents, Manifest } from './manifest.ts'
import { type Item, readBackup } from './read-backup.ts'

export type RestorePlan = {
  /** Of the backup, for who finds the database half way. */
  readonly name: string
  readonly rooms: readonly Migration[]
  /** What to do about a database that is not empty, as a sentence. */
  readonly emptyOne: string
  /** The database itself says from now on that a restore is at work. */
  readonly marked?: () => void
  readonly now: Instant
}
export type Restored = {
  readonly manifest: Manifest
  readonly rows: number
  readonly rawBytes: number
  /** What stood beside the database. */
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[]
}

/**
 * Brings a backup into an empty database and then to this version. Everything is one transaction, so a kill leaves nothing but the mark
 * that a restore has begun. @throws BackupError
 */
export async function restore(
  ownerUrl: string,
  source: AsyncIterable<Buffer>,
  plan: RestorePlan,
  progress: (step: string) => void = () => undefined,
): Promise<Restored> {
  const client = await connectFit(ownerUrl)
  try {
    await client.query(
      'set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0; set row_security = off',
    )
    await beAlone(client)
    await refuseFull(client, plan)
    await mark(client, plan)
    plan.marked?.()
    const restored = await inOneTransaction(client, () => load(client, ownerUrl, readBackup(source), plan, progress))
    progress('statistics')
    await client.query(`analyze ${restored.manifest.tables.map(({ name }) => name).join(', ')}`)
    await client.query('select pg_advisory_unlock($1)', [migrationLock])
    await migrate(ownerUrl, plan.rooms, plan.now, (file) => progress(`migrating ${file}`))
    return restored
  } finally {
    await client.end()
  }
}

/** Reads a backup from end to end and changes nothing. @throws BackupError where anything in it is wrong, or does not fit this checkout. */
export async function verifyBackup(source: AsyncIterable<Buffer>, rooms: readonly Migration[]): Promise<Contents> {
  let contents: Contents = { tables: [] }
  for await (const item of readBackup(source)) {
    if (item.kind === 'manifest') checkMigrations(item.manifest, rooms)
    if (item.kind === 'contents') contents = item.contents
  }
  return contents
}

async function beAlone(client: pg.Client): Promise<void> {
  const { rows } = await client.query('select pg_try_advisory_lock($1) as "isAlone"', [migrationLock])
  if (!rows[0].isAlone) throw new BackupError('Another restore or a migration is at work in this database: wait until it has ended.')
}

async function refuseFull(client: pg.Client, { rooms, emptyOne }: RestorePlan): Promise<void> {
  const present = await presentSchemas(
    client,
    rooms.map(({ room }) => room),
  )
  if (present.length === 0) return
  throw new BackupError(
    `The database to restore into is not empty (it holds the schemas ${present.join(', ')}), and a restore never overwrites: ${emptyOne}`,
  )
}

/** Stands until the transaction of the restore takes it away, so that nobody takes the database for a new one. */
async function mark(client: pg.Client, { name, now }: RestorePlan): Promise<void> {
  await client.query(`create schema if not exists ${restoringSchema};
    create table if not exists ${restoringSchema}.source (name text not null, begun_at timestamptz not null); delete from ${restoringSchema}.source`)
  await client.query(`insert into ${restoringSchema}.source values ($1, $2)`, [name, now])
}

const unmark = (client: pg.Client) => client.query(`drop schema ${restoringSchema} cascade`)

async function inOneTransaction(client: pg.Client, run: () => Promise<Restored>): Promise<Restored> {
  await client.query('begin')
  try {
    const restored = await run()
    await unmark(client)
    await client.query('commit')
    return restored
  } catch (error) {
    await client
      .query('rollback')
      .then(() => unmark(client))
      .catch(() => undefined) // the connection is gone, and the mark says so
    throw inWords(error, 'The restore failed, and nothing of it is in the database')
  }
}

async function load(
  client: pg.Client,
  ownerUrl: string,
  items: AsyncIterable<Item>,
  { rooms }: RestorePlan,
  progress: (step: string) => void,
): Promise<Restored> {
  const schemas = rooms.map(({ room }) => room)
  const files: Restored['files'][number][] = []
  let ready: Ready | null = null
  let contents: Contents = { tables: [] }
  let copy: CopyIn | null = null
  try {
    for await (const item of items) {
      if (item.kind === 'manifest') {
        const wanted = checkMigrations(item.manifest, rooms)
        await makeGround(client, ownerUrl)
        ready = await makeTables(client, item.manifest, wanted, schemas)
      } else if (item.kind === 'file') {
        files.push({ name: item.name, bytes: item.bytes })
      } else if (item.kind === 'part' && ready) {
        if (copy?.table !== item.table) {
          await copy?.end()
          progress(item.table)
          copy = copyInto(client, ready.tableOf(item.table))
        }
        await copy.write(item.bytes)
      } else if (item.kind === 'contents') {
        await copy?.end()
        copy = null
        contents = item.contents
      }
    }
  } catch (error) {
    await copy?.abort()
    throw error
  }
  if (!ready) throw new Error('a backup without a manifest was read to its end')
  progress('references between the tables')
  await finishTables(client, ready)
  const sum = (of: 'rows' | 'bytes') => contents.tables.reduce((total, table) => total + table[of], 0)
  return { manifest: ready.manifest, rows: sum('rows'), rawBytes: sum('bytes'), files }
}
