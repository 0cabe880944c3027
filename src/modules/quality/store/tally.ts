import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import { millisecondsBetween } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { SourceName } from '../domain/catalogue.ts'
import { type Indicator, partsOf, type Tally } from '../domain/indicator.ts'
import type { Period } from '../domain/periods.ts'
import { type Compiling, columnOf, excludedBy, holds, rowsOf, type Scope, siteOf, views } from './source.ts'

/** What was counted of an indicator in one period at one institution, and at one site where that was asked. */
export type TallyRow = Tally & {
  readonly code: string
  /** Place among the periods. */
  readonly period: number
  readonly institutionId: Id<'institution'>
  readonly siteId: Id<'site'> | null
}
export type Tallying = {
  readonly periods: readonly Period[]
  readonly scope: Omit<Scope, 'from' | 'until'>
  readonly bySite: boolean
}

/** One indicator's rows of one source: those of its denominator, or its events. */
type Tallied = Compiling & { readonly code: string }

/** Numerator, denominator and what was excluded, as aggregates over the rows of the part's source. */
function aggregatesOf(part: Tallied): readonly RawBuilder<unknown>[] {
  const { definition, counted, now, isBase } = part
  const counts = sql`${holds(part, counted.where)} and ${excludedBy(part)} is null`
  const excluded = sql`count(*) filter (where ${holds(part, counted.where)} and ${excludedBy(part)} is not null)`
  const count = sql`count(*) filter (where ${counts})`
  if (!isBase) return [count, sql`0`, excluded]
  const { numerator } = definition
  if (numerator.of === 'mean')
    return [sql`sum(${columnOf(counted.source, numerator.field, now)}) filter (where ${counts})`, count, excluded]
  if (numerator.of === 'share') return [sql`count(*) filter (where ${counts} and ${holds(part, numerator.where)})`, count, excluded]
  return [sql`0`, count, excluded]
}

/** All parts over one source in one scan of it, a row per part, period, institution and site. */
function tallyOf(source: SourceName, parts: readonly Tallied[], { periods, scope, bySite }: Tallying): RawBuilder<unknown> {
  const { moment, institution } = views[source]
  const [from, until] = [periods[0]?.from, periods.at(-1)?.until] as [Scope['from'], Scope['until']]
  const bounds = periods.map((one) => one.from)
  const columns = parts.flatMap((part, place) =>
    aggregatesOf(part).map((aggregate, which) => sql`${aggregate} as ${sql.ref(`t${place}_${which}`)}`),
  )
  const lines = parts.map(
    ({ code }, place) =>
      sql`(${code}::text, coalesce(g.${sql.ref(`t${place}_0`)}, 0)::float8, g.${sql.ref(`t${place}_1`)}::int, g.${sql.ref(`t${place}_2`)}::int)`,
  )
  return sql`select t.code, g.period, g.institution_id, g.site_id, t.numerator, t.denominator, t.excluded from (
      select width_bucket(${sql.ref(moment)}, ${bounds}::timestamptz[]) - 1 as period, ${sql.ref(institution)} as institution_id,
        ${bySite ? siteOf(source) : sql`null::uuid`} as site_id, ${sql.join(columns)}
      ${rowsOf(source, { ...scope, from, until }, bySite || scope.siteId !== null)}
      group by 1, 2, 3) g
    cross join lateral (values ${sql.join(lines)}) t (code, numerator, denominator, excluded)`
}

/**
 * The planner takes what a policy lets through for a two-hundredth of the rows, and would look up a million of them one by one. Over a
 * long span all rows of a network are read, so that hashing them is right: for the rest of this transaction.
 */
const readingMuch = `set local enable_nestloop = off; set local enable_sort = off; set local work_mem = '64MB'`
const longDays = 180
const isLong = ({ periods: [first, ...rest] }: Tallying): boolean =>
  first !== undefined && millisecondsBetween(first.from, rest.at(-1)?.until ?? first.until) > longDays * 86_400_000

/** Counts indicators over periods in one statement: each source is read once, whatever the number of indicators over it. */
export async function tally(work: Work, indicators: readonly Indicator[], tallying: Tallying): Promise<TallyRow[]> {
  const parts = indicators.flatMap(({ code, definition }) =>
    partsOf(definition).map((part): Tallied => ({ ...part, code, definition, now: work.now })),
  )
  const sources = [...new Set(parts.map(({ counted }) => counted.source))]
  const statements = sources.map((source) =>
    tallyOf(
      source,
      parts.filter(({ counted }) => counted.source === source),
      tallying,
    ),
  )
  if (statements.length === 0) return []
  if (isLong(tallying)) await sql.raw(readingMuch).execute(work.db)
  const { rows } = await sql<TallyRow>`${sql.join(statements, sql` union all `)}`.execute(work.db)
  return rows
}
