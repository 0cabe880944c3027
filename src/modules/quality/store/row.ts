import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { SourceName } from '../domain/catalogue.ts'
import { type Definition, type Part, partsOf } from '../domain/indicator.ts'
import { fieldsNamedIn, type RowPart } from '../domain/row.ts'
import { type Compiling, columnOf, excludedBy, holds, rowsOf, type Scope, siteOf, views } from './source.ts'

/** One row behind a number, with what it adds to numerator and denominator. */
export type IndicatorRow = {
  readonly isBase: boolean
  readonly source: SourceName
  readonly id: string
  readonly at: Instant
  readonly name: Name
  readonly institutionId: Id<'institution'>
  readonly institution: Name
  readonly site: Name | null
  /** As on a card of an institution involved; the reader gets it masked. */
  readonly personName: string | null
  readonly numerator: number
  readonly denominator: number
  /** Place of the exclusion; null: it counts. */
  readonly excludedBy: number | null
  /** What the definition names of it. */
  readonly values: Readonly<Record<string, string | number | boolean | null>>
  /** Of the row, as far as the acting institution has a part in it. */
  readonly visitId: Id<'visit'> | null
  readonly findingId: Id<'finding'> | null
  readonly statementId: Id<'statement'> | null
}

/** Two rows of one thing, as an event and in the denominator, are two. */
export type RowKey = { readonly at: Instant; readonly id: string; readonly isBase: boolean }
export type RowFilter = { readonly part: RowPart | null; readonly after: RowKey | null; readonly limit: number }

const named = (alias: string) => sql`jsonb_build_object('zh', ${sql.ref(`${alias}.name_zh`)}, 'en', ${sql.ref(`${alias}.name_en`)})`

/** What a row adds to the numerator if it counts. */
function numeratorOf(compiling: Compiling): RawBuilder<unknown> {
  const { definition, counted, isBase, now } = compiling
  const { numerator } = definition
  if (!isBase) return sql`1`
  if (numerator.of === 'events') return sql`0`
  if (numerator.of === 'mean') return columnOf(counted.source, numerator.field, now)
  return sql`case when ${holds(compiling, numerator.where)} then 1 else 0 end`
}

/** Where the acting institution can look at a row, if it has a part in it. */
function opensOf(source: SourceName, mine: Id<'institution'> | null): RawBuilder<unknown> {
  const involved = source === 'order' ? sql`r.requester_id = ${mine}` : sql`${mine} = any (r.institution_ids)`
  const own = (column: string) => sql`case when ${involved} then ${sql.ref(column)} end`
  const none = sql`null::uuid`
  return sql`${source === 'visit' || source === 'order' ? own('r.visit_id') : none} as visit_id,
    ${source === 'finding' ? own('r.finding_id') : none} as finding_id,
    ${
      source === 'proceeds'
        ? sql`(select s.statement_id from ledger.published_statement s where s.settlement_id = r.settlement_id and s.party_id = ${mine})`
        : none
    } as statement_id`
}

function rowsOfPart({ actor, now }: Work, definition: Definition, of: Part, scope: Scope, { part, after, limit }: RowFilter) {
  const { counted, isBase } = of
  const compiling = { ...of, definition, now }
  const { id, moment, institution } = views[counted.source]
  const values = fieldsNamedIn(definition, of).map((field) => sql`${sql.lit(field)}, ${columnOf(counted.source, field, now)}`)
  const key = sql`(${sql.ref(moment)}, ${sql.ref(id)}, ${sql.lit(isBase)})`
  return sql`(select ${sql.lit(isBase)} as is_base, ${sql.lit(counted.source)} as source, ${sql.ref(id)} as id, ${sql.ref(moment)} as at,
      ${named('r')} as name, ${sql.ref(institution)} as institution_id, ${named('i')} as institution,
      case when s.id is null then null else ${named('s')} end as site,
      (select c.name from people.published_card c where c.institution_id = any (r.institution_ids) and c.person_id = r.person_id limit 1) as person_name,
      case when e.excluded_by is null then ${numeratorOf(compiling)}::float8 else 0 end as numerator,
      case when e.excluded_by is null then ${sql.lit(isBase ? 1 : 0)} else 0 end as denominator,
      e.excluded_by, jsonb_build_object(${sql.join(values)}) as values, ${opensOf(counted.source, actor.institutionId)}
    from (select r.*, ${siteOf(counted.source)} as at_site_id ${rowsOf(counted.source, scope, true)}) r
    cross join lateral (select ${excludedBy(compiling)} as excluded_by) e
    join network.published_institution i on i.id = ${sql.ref(institution)}
    left join network.published_site s on s.id = r.at_site_id
    where ${holds(compiling, counted.where)} ${partOf(compiling, part)}
      ${after ? sql`and ${key} < (${after.at}::timestamptz, ${after.id}::uuid, ${after.isBase}::boolean)` : sql``}
    order by ${sql.ref(moment)} desc, ${sql.ref(id)} desc limit ${limit})`
}

function partOf(compiling: Compiling, part: RowPart | null): RawBuilder<unknown> {
  if (part === null) return sql``
  if (part === 'excluded') return sql`and e.excluded_by is not null`
  const { isBase, definition } = compiling
  const { numerator } = definition
  const isNumerator = isBase && numerator.of === 'share' ? holds(compiling, numerator.where) : sql.lit(!isBase || numerator.of === 'mean')
  return sql`and e.excluded_by is null and ${part === 'numerator' ? sql`` : sql`not`} ${isNumerator}`
}

/** The rows behind a number, the newest first, after a key: those that count, and those that were excluded. */
export async function listRows(work: Work, definition: Definition, scope: Scope, filter: RowFilter): Promise<IndicatorRow[]> {
  const statements = partsOf(definition).map((part) => rowsOfPart(work, definition, part, scope, filter))
  const { rows } = await sql<IndicatorRow>`
    select * from (${sql.join(statements, sql` union all `)}) rows order by at desc, id desc, is_base desc limit ${filter.limit}`.execute(
    work.db,
  )
  return rows
}
