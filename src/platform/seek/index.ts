import { type RawBuilder, sql } from 'kysely'

type Sql = RawBuilder<unknown>

/** What an outside system asks of one named field; a span is half open, either end may be missing. */
export type Condition =
  | { readonly field: string; readonly among: readonly string[] }
  | { readonly field: string; readonly from: string | null; readonly until: string | null }
  | { readonly field: string; readonly begins: string }
  | { readonly any: readonly Condition[] }

/** Rows that are asked for: by id (what is no UUID is no row), by conditions, from a key on. */
export type Seek = {
  readonly ids: readonly string[] | null
  readonly conditions: readonly Condition[]
  /** Where the page before ended: what the rows are sorted by, and the id. */
  readonly after: readonly [sortedBy: string, id: string] | null
  readonly descending: boolean
  readonly limit: number
}

type One = Exclude<Condition, { any: unknown }>
type Field = (condition: One) => Sql

/** Which named fields a statement has, and what its rows are sorted by; without a column they are sorted by id. */
export type Sought = {
  readonly id: string
  readonly sortedBy?: { readonly column: string; readonly type: 'timestamptz' | 'date' }
  readonly fields: Readonly<Record<string, Field>>
}

const never = sql`false`
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A column that is compared with what is asked; days and moments by spans, text also by its beginning. */
export const column = (name: string, type: 'text' | 'uuid' | 'timestamptz' | 'date'): Field => spanning(name, name, type)

/** A span in time that has to overlap the asked one. */
export const spanning = (from: string, until: string, type: 'text' | 'uuid' | 'timestamptz' | 'date'): Field => {
  const cast = sql.raw(type)
  return (condition) => {
    if ('among' in condition) return sql`${sql.ref(from)} = any (${[...condition.among]}::${cast}[])`
    if ('begins' in condition) return sql`starts_with(${sql.ref(from)}, ${condition.begins})`
    const begins = condition.until === null ? sql`true` : sql`${sql.ref(from)} < ${condition.until}::${cast}`
    const ends = condition.from === null ? sql`true` : sql`${sql.ref(until)} >= ${condition.from}::${cast}`
    return sql`(${begins} and ${ends})`
  }
}

/** An array of text of which one has to be among, or to begin with, what is asked. */
export const anyOf = (name: string): Field => {
  return (condition) => {
    if ('among' in condition) return sql`${sql.ref(name)} && ${[...condition.among]}::text[]`
    if ('begins' in condition) return sql`exists (select from unnest(${sql.ref(name)}) one where starts_with(one, ${condition.begins}))`
    return never
  }
}

/** The conditions, the place after the page before, the order and the limit: what follows `where` in a statement. */
export function seeking({ ids, conditions, after, descending, limit }: Seek, { id, sortedBy, fields }: Sought): Sql {
  const key = sql.ref(id)
  const narrow = (condition: Condition): Sql => {
    if ('any' in condition) return sql`(${sql.join(condition.any.map(narrow), sql` or `)})`
    return (fields[condition.field] ?? (() => never))(condition)
  }
  const parts = conditions.map(narrow)
  if (ids) parts.push(sql`${key} = any (${ids.filter((one) => uuid.test(one))}::uuid[])`)
  const than = descending ? sql`<` : sql`>`
  const way = descending ? sql`desc` : sql`asc`
  if (sortedBy) {
    const sorted = sql.ref(sortedBy.column)
    if (after) parts.push(sql`(${sorted}, ${key}) ${than} (${after[0]}::${sql.raw(sortedBy.type)}, ${after[1]}::uuid)`)
    return sql`${all(parts)} order by ${sorted} ${way}, ${key} ${way} limit ${limit}`
  }
  if (after) parts.push(sql`${key} ${than} ${after[1]}::uuid`)
  return sql`${all(parts)} order by ${key} ${way} limit ${limit}`
}

const all = (parts: readonly Sql[]): Sql => (parts.length === 0 ? sql`true` : sql.join([...parts], sql` and `))
