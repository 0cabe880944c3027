import type pg from 'pg'
import type { Manifest } from './manifest.ts'

/** Tables of these schemas with the columns that are written, not generated, in their order. */
export async function listTables(client: pg.Client, schemas: readonly string[]): Promise<Manifest['tables']> {
  const { rows } = await client.query(
    `select format('%I.%I', n.nspname, c.relname) as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and n.nspname = any ($1) group by 1 order by 1`,
    [schemas],
  )
  return rows
}

/** Sequences of these schemas with where they stand, which is never before what a snapshot taken earlier has used. */
export async function listSequences(client: pg.Client, schemas: readonly string[]): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and n.nspname = any ($1) order by 1`,
    [schemas],
  )
  const sequences: Manifest['sequences'] = []
  for (const { name } of rows) {
    const { rows: values } = await client.query(`select last_value::text as value, is_called as "isCalled" from ${name}`)
    sequences.push({ name, ...values[0] })
  }
  return sequences
}

/** A foreign key as a statement that makes it again. */
export type ForeignKey = { readonly table: string; readonly name: string; readonly definition: string }

export async function listForeignKeys(client: pg.Client, schemas: readonly string[]): Promise<ForeignKey[]> {
  const { rows } = await client.query(
    `select c.conrelid::regclass::text as table, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_namespace n on n.oid = c.connamespace
    where c.contype = 'f' and c.conparentid = 0 and n.nspname = any ($1) order by 1, 2`,
    [schemas],
  )
  return rows
}

/** Those of these schemas that there are. */
export async function presentSchemas(client: pg.Client, schemas: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select nspname::text as name from pg_namespace where nspname = any ($1) order by 1',
    [schemas],
  )
  return rows.map(({ name }) => name)
}
