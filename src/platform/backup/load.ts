import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { MigrationFile } from '../database/index.ts'
import { type ForeignKey, listForeignKeys, listTables } from './catalog.ts'
import { BackupError } from './error.ts'
import type { Manifest } from './manifest.ts'

type Table = Manifest['tables'][number]
/** Tables that wait for their rows: without foreign keys and with silent triggers, so that any order will do. */
export type Ready = {
  readonly manifest: Manifest
  readonly foreignKeys: readonly ForeignKey[]
  readonly withTriggers: readonly string[]
  tableOf(name: string): Table
}

/** Makes the tables of a backup by its own migrations and empties them of what those put in. @throws BackupError where they differ. */
export async function makeTables(
  client: pg.Client,
  manifest: Manifest,
  migrations: readonly MigrationFile[],
  schemas: readonly string[],
): Promise<Ready> {
  for (const { text } of migrations) await client.query(text)
  const own = await listTables(client, schemas)
  const describe = ({ name, columns }: Table) => `${name} (${columns.toSorted().join(', ')})`
  const [ours, theirs] = [own.map(describe), manifest.tables.map(describe)]
  const different = [...theirs.filter((one) => !ours.includes(one)), ...ours.filter((one) => !theirs.includes(one))][0]
  if (different)
    throw new BackupError(
      `The backup and its migrations differ in the table ${different}: somebody changed tables by hand there. Take that back in the database the backup was made of, then make a new one.`,
    )
  const foreignKeys = await listForeignKeys(client, schemas)
  for (const { table, name } of foreignKeys) await client.query(`alter table ${table} drop constraint ${name}`)
  const withTriggers = await listWithTriggers(client, schemas)
  for (const table of withTriggers) await client.query(`alter table ${table} disable trigger user`)
  await client.query(`truncate ${own.map(({ name }) => name).join(', ')}`)
  const tables = new Map(manifest.tables.map((table) => [table.name, table]))
  return {
    manifest,
    foreignKeys,
    withTriggers,
    tableOf(name) {
      const table = tables.get(name)
      if (!table)
        throw new BackupError(`The backup holds rows of ${name}, a table that its manifest does not name: use another copy of it.`)
      return table
    },
  }
}

/** Triggers and foreign keys as they were, each checked against all rows; sequences where they stood. */
export async function finishTables(client: pg.Client, { manifest, foreignKeys, withTriggers }: Ready): Promise<void> {
  for (const table of withTriggers) await client.query(`alter table ${table} enable trigger user`)
  for (const { table, name, definition } of foreignKeys) await client.query(`alter table ${table} add constraint ${name} ${definition}`)
  for (const { name, value, isCalled } of manifest.sequences) await client.query('select setval($1, $2, $3)', [name, value, isCalled])
}

async function listWithTriggers(client: pg.Client, schemas: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct t.tgrelid::regclass::text as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and c.relkind = 'r' and n.nspname = any ($1)`,
    [schemas],
  )
  return rows.map(({ name }) => name)
}

export type CopyIn = {
  readonly table: string
  write(bytes: Buffer): Promise<void>
  end(): Promise<void>
  /** Frees the connection, which takes nothing else while rows are on their way. */
  abort(): Promise<void>
}

/** Rows on their way into a table; who writes waits for the server. */
export function copyInto(client: pg.Client, { name, columns }: Table): CopyIn {
  const copy = client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`))
  const failed = once(copy, 'error').then(([error]) => Promise.reject(error))
  failed.catch(() => undefined)
  return {
    table: name,
    write: (bytes) =>
      Promise.race([new Promise<void>((resolve, reject) => copy.write(bytes, (error) => (error ? reject(error) : resolve()))), failed]),
    async end() {
      copy.end()
      await Promise.race([finished(copy), failed])
    },
    async abort() {
      copy.destroy()
      await finished(copy).catch(() => undefined)
    },
  }
}
