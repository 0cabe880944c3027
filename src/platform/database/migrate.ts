import { createHash, createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Instant } from '../../kernel/time.ts'
import { continueTransactions } from './epoch.ts'

/** The database cannot be brought to this version; the message is one sentence for the operator. */
export class MigrationError extends Error {}

/** A room's folder of forward-only SQL files, applied in the order of the rooms. */
export type Migration = { readonly room: string; readonly folder: string }

/** Of the schema that stands in a database while a backup is restored into it; see platform/backup. */
export const restoringSchema = 'careloom_restoring'
/** Whoever changes the tables holds this advisory lock. */
export const migrationLock = 7_310_001
const serverRole = 'careloom_server'

/** Brings the database to this version as its owner, and answers the address under which the server logs in: a role that owns nothing. */
export async function migrate(
  ownerUrl: string,
  rooms: readonly Migration[],
  now: Instant,
  progress: (line: string) => void = () => undefined,
): Promise<string> {
  const client = await connectFit(ownerUrl)
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await refuseUnfinished(client)
    await makeGround(client, ownerUrl)
    for (const { room, folder } of rooms) await applyRoom(client, room, folder, now, progress)
    await continueTransactions(client, now)
    return serverUrl(ownerUrl)
  } finally {
    await client.end()
  }
}

/** A connection as the owner to a PostgreSQL that Careloom can use. @throws MigrationError */
export async function connectFit(ownerUrl: string): Promise<pg.Client> {
  const client = await connect(ownerUrl)
  try {
    await refuseUnfit(client)
    return client
  } catch (error) {
    await client.end()
    throw error
  }
}

async function refuseUnfinished(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`select to_regclass('${restoringSchema}.source') is not null as "isRestoring"`)
  if (!rows[0].isRestoring) return
  const { rows: sources } = await client.query(`select name, begun_at from ${restoringSchema}.source`)
  throw new MigrationError(
    `The restore of ${sources[0]?.name ?? 'a backup'} into this database has not ended, and nothing of it is here yet: wait for it, or, if it was interrupted, give the same command again.`,
  )
}

/** What every migration stands on: the server's role and the table that remembers them. */
export async function makeGround(client: pg.Client, ownerUrl: string): Promise<void> {
  await makeServerRole(client, serverPassword(ownerUrl))
  await client.query(`create schema if not exists platform; create table if not exists platform.migration (
    room text, file text, hash text not null, applied_at timestamptz not null, primary key (room, file))`)
}

/** Password of the server's role: derived from the owner's, so that every server knows it and no file keeps it. */
const serverPassword = (ownerUrl: string): string => createHmac('sha256', new URL(ownerUrl).password).update(serverRole).digest('hex')

function addressOf(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = serverRole
  url.password = password
  return url.toString()
}

/** The server's address without migrating. */
export const serverUrl = (ownerUrl: string): string => addressOf(ownerUrl, serverPassword(ownerUrl))

/** A connection as the owner. @throws MigrationError where nobody answers. */
export async function connect(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined) // a lost connection fails the statement that uses it
  try {
    await client.connect()
    return client
  } catch (error) {
    const { host } = new URL(ownerUrl)
    throw new MigrationError(
      `No PostgreSQL answers at ${host} (${(error as NodeJS.ErrnoException).code ?? (error as Error).message}): check DATABASE_URL and that the database runs.`,
    )
  }
}

async function refuseUnfit(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`select current_setting('server_version_num')::int as version, getdatabaseencoding() as encoding,
    pg_backend_pid() as first, (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as "mayMakeRoles"`)
  const { version, encoding, mayMakeRoles } = rows[0]
  if (version < 150_000) throw new MigrationError(`PostgreSQL ${Math.floor(version / 10_000)} is too old: Careloom needs 15 or newer.`)
  if (encoding !== 'UTF8')
    throw new MigrationError(
      `The database has the encoding ${encoding}: make one with "create database careloom encoding 'UTF8' template template0".`,
    )
  if (!mayMakeRoles)
    throw new MigrationError(
      'The user of DATABASE_URL may not create roles: grant it CREATEROLE, because the server logs in as a role of its own that owns nothing.',
    )
  await client.query('prepare careloom_probe as select 1')
  try {
    await client.query('execute careloom_probe')
  } catch {
    throw new MigrationError(
      'DATABASE_URL leads to a pooler in transaction mode, which loses prepared statements: point it to PostgreSQL itself.',
    )
  }
}

async function makeServerRole(client: pg.Client, password: string): Promise<void> {
  await client.query(
    `do $$ begin if not exists (select from pg_roles where rolname = '${serverRole}') then create role ${serverRole}; end if; end $$`,
  )
  await client.query(`alter role ${serverRole} login nosuperuser nocreatedb nocreaterole nobypassrls password '${password}'`)
}

export type MigrationFile = { readonly room: string; readonly file: string; readonly text: string; readonly hash: string }

/** The migrations of a room in their order. */
export function readMigrations({ room, folder }: Migration): MigrationFile[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return files.sort().map((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    return { room, file, text, hash: createHash('sha256').update(text).digest('hex') }
  })
}

async function applyRoom(client: pg.Client, room: string, folder: string, now: Instant, progress: (line: string) => void): Promise<void> {
  const { rows } = await client.query('select file, hash from platform.migration where room = $1', [room])
  const applied = new Map(rows.map(({ file, hash }) => [file, hash]))
  for (const { file, text, hash } of readMigrations({ room, folder })) {
    const known = applied.get(file)
    if (known && known !== hash)
      throw new MigrationError(`The applied migration ${room}/${file} was changed: restore it and write a new file instead.`)
    if (known) continue
    progress(`${room}/${file}`)
    await client.query('begin')
    try {
      await client.query(text)
      await client.query('insert into platform.migration values ($1, $2, $3, $4)', [room, file, hash, now])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new MigrationError(`The migration ${room}/${file} failed: ${(error as Error).message}`)
    }
  }
}
