import { sql } from 'kysely'
import { nameTokens, normalise } from '../../kernel/name.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Database } from '../database/index.ts'
import type { Term } from './term.ts'

/** Rows per statement: their tokens stay in memory. */
const chunk = 1000

/** Everything a term is found by: its code, its characters, pinyin and initials, its English words. */
function tokensOf({ code, name }: Term): string[] {
  const words = name.en.split(/[\s,()/-]+/)
  const english = words.map((_, place) => normalise(words.slice(place).join('')))
  return [...new Set([normalise(code), ...nameTokens(name.zh), ...english])].filter(Boolean)
}

type Counts = { readonly created: number; readonly changed: number }

/** Writes terms that are new or differ; rows that were imported are changed by an import only. */
export async function writeTerms(db: Database, terms: readonly Term[], imported: boolean): Promise<Counts> {
  let counts: Counts = { created: 0, changed: 0 }
  for (let from = 0; from < terms.length; from += chunk) {
    const { created, changed } = await writeChunk(db, terms.slice(from, from + chunk), imported)
    counts = { created: counts.created + created, changed: counts.changed + changed }
  }
  return counts
}

async function writeChunk(db: Database, terms: readonly Term[], imported: boolean): Promise<Counts> {
  const rows = terms.map(({ name, ...term }) => ({ ...term, nameZh: name.zh, nameEn: name.en }))
  const { rows: written } = await sql<{ system: string; code: string; created: boolean }>`
    insert into platform.term as known (system, code, name_zh, name_en, detail, valid_from, valid_until, imported)
    select system, code, "nameZh", "nameEn", detail, "validFrom", "validUntil", ${imported}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as sent (system text, code text, "nameZh" text, "nameEn" text, detail jsonb,
      "validFrom" date, "validUntil" date)
    on conflict (system, code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, detail = excluded.detail,
      valid_from = excluded.valid_from, valid_until = excluded.valid_until, imported = excluded.imported
    where (excluded.imported or not known.imported) and
      (known.name_zh, known.name_en, known.detail, known.valid_from, known.valid_until) is distinct from
      (excluded.name_zh, excluded.name_en, excluded.detail, excluded.valid_from, excluded.valid_until)
    returning known.system, known.code, xmax = 0 as created`.execute(db)
  const keyOf = ({ system, code }: { system: string; code: string }) => `${system} ${code}`
  const fresh = new Set(written.map(keyOf))
  await writeTokens(
    db,
    terms.filter((term) => fresh.has(keyOf(term))),
  )
  const created = written.filter((row) => row.created).length
  return { created, changed: written.length - created }
}

async function writeTokens(db: Database, terms: readonly Term[]): Promise<void> {
  const rows = terms.flatMap((term) => tokensOf(term).map((token) => ({ system: term.system, code: term.code, token })))
  const keys = JSON.stringify(terms.map(({ system, code }) => ({ system, code })))
  await sql`delete from platform.term_token known using jsonb_to_recordset(${keys}::jsonb) as sent (system text, code text)
    where known.system = sent.system and known.code = sent.code`.execute(db)
  await sql`insert into platform.term_token (system, token, code)
    select system, token, code from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as sent (system text, token text, code text)`.execute(
    db,
  )
}

type Row = Omit<Term, 'name'> & { readonly nameZh: string; readonly nameEn: string }
const termOf = ({ nameZh, nameEn, ...row }: Row): Term => ({ ...row, name: { zh: nameZh, en: nameEn } })
const columns = sql`t.system, t.code, t.name_zh, t.name_en, t.detail, t.valid_from, t.valid_until`
const onDay = (date: PlainDate) => sql`t.valid_from <= ${date}::date and (t.valid_until is null or t.valid_until >= ${date}::date)`

/** Terms with a token that begins with the text, the shortest token and then the shortest name first; an empty text begins at the first code. */
export async function findTermsByText(db: Database, system: string, text: string, date: PlainDate, limit: number): Promise<Term[]> {
  const wanted = normalise(text)
  const found = wanted
    ? sql`(select code, min(length(token)) as length from platform.term_token where system = ${system} and token >= ${wanted}
        and token < ${`${wanted}\u{10FFFF}`} group by code)`
    : sql`(select code, 0 as length from platform.term where system = ${system} order by code limit ${limit})`
  const { rows } = await sql<Row>`select ${columns} from ${found} found join platform.term t on t.system = ${system} and t.code = found.code
    where ${onDay(date)} order by found.length, length(t.name_zh), t.code limit ${limit}`.execute(db)
  return rows.map(termOf)
}

/** The terms of these codes that may be used on a day, by code. */
export async function findTermsByCode(db: Database, system: string, codes: readonly string[], date: PlainDate): Promise<Map<string, Term>> {
  const { rows } = await sql<Row>`select ${columns} from platform.term t
    where t.system = ${system} and t.code = any (${codes}::text[]) and ${onDay(date)}`.execute(db)
  return new Map(rows.map((row) => [row.code, termOf(row)]))
}

/** The edition of our own lists that this database holds; locked, so that two starts do not write it at once. */
export async function lockEdition(db: Database): Promise<string | null> {
  await sql`select pg_advisory_xact_lock(7310021)`.execute(db)
  const { rows } = await sql<{ digest: string }>`select digest from platform.term_edition`.execute(db)
  return rows[0]?.digest ?? null
}

export async function saveEdition(db: Database, digest: string): Promise<void> {
  await sql`insert into platform.term_edition (digest) values (${digest}) on conflict (only_row) do update set digest = excluded.digest`.execute(
    db,
  )
}
