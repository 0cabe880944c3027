import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/time.ts'
import { fieldOf, type SourceName } from '../domain/catalogue.ts'
import { type Condition, type Definition, numberOf, type Part } from '../domain/indicator.ts'

/** Columns of a source's view, which is `r` in every statement, beside its fields. */
type View = {
  readonly view: string
  readonly id: string
  readonly moment: string
  readonly institution: string
  /** Null: it stands in the visit that the row belongs to. */
  readonly site: string | null
}

/** The view that a room publishes for each source of the catalogue; a field's column is its name in snake case. */
export const views: Readonly<Record<SourceName, View>> = {
  visit: { view: 'booking.published_visit', id: 'r.visit_id', moment: 'r.starts_at', institution: 'r.host_id', site: 'r.site_id' },
  finding: {
    view: 'integrity.published_finding',
    id: 'r.finding_id',
    moment: 'r.reviewed_at',
    institution: 'r.institution_id',
    site: null,
  },
  order: { view: 'care.published_order', id: 'r.order_id', moment: 'r.signed_at', institution: 'r.requester_id', site: null },
  proceeds: { view: 'ledger.published_proceeds', id: 'r.proceeds_id', moment: 'r.happened_at', institution: 'r.host_id', site: null },
}

/** Which rows are looked at: of a network and a span; of these institutions (null: all), of one site (null: all). */
export type Scope = {
  readonly networkId: Id<'network'>
  readonly from: Instant
  readonly until: Instant
  readonly institutionIds: readonly Id<'institution'>[] | null
  readonly siteId: Id<'site'> | null
}

/** The site of a row; without a column of its own, that of its visit. */
export const siteOf = (source: SourceName): RawBuilder<unknown> => sql.ref(views[source].site ?? 'v.site_id')

/** `from … where …` of the rows of a source in a scope. `withSite`: the statement names `siteOf`. */
export function rowsOf(source: SourceName, { networkId, from, until, institutionIds, siteId }: Scope, withSite: boolean) {
  const { view, moment, institution, site } = views[source]
  const visit = withSite && site === null ? sql`left join booking.published_visit v on v.visit_id = r.visit_id` : sql``
  return sql`from ${sql.table(view)} r ${visit}
    where r.network_id = ${networkId} and ${sql.ref(moment)} >= ${from} and ${sql.ref(moment)} < ${until}
      ${institutionIds ? sql`and ${sql.ref(institution)} = any (${institutionIds}::uuid[])` : sql``}
      ${siteId ? sql`and ${siteOf(source)} = ${siteId}` : sql``}`
}

/** What a definition is compiled for: its rows of one source, at one moment. */
export type Compiling = Part & { readonly definition: Definition; readonly now: Instant }

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The column of a field; only names of the catalogue come here. */
export function columnOf(source: SourceName, name: string, now: Instant): RawBuilder<unknown> {
  if (fieldOf(source, name)?.kind === 'age') return sql`date_part('epoch', ${now}::timestamptz - ${sql.ref(views[source].moment)}) / 86400`
  return sql.ref(`r.${snakeCase(name)}`)
}

function conditionOf({ definition, counted, now }: Compiling, condition: Condition): RawBuilder<unknown> {
  const column = columnOf(counted.source, condition.field, now)
  switch (condition.is) {
    case 'at-most':
      return sql`${column} <= ${numberOf(definition, condition.value)}`
    case 'at-least':
      return sql`${column} >= ${numberOf(definition, condition.value)}`
    case 'one-of':
      return sql`${column} = any (${condition.codes}::text[])`
    case 'not-one-of':
      return sql`${column} <> all (${condition.codes}::text[])`
    case 'known':
      return sql`${column} is not null`
    case 'unknown':
      return sql`${column} is null`
    case 'yes':
      return sql`${column}`
    case 'no':
      return sql`not ${column}`
  }
}

/** Whether all conditions hold of a row: true or false, never null. */
export const holds = (compiling: Compiling, conditions: readonly Condition[]): RawBuilder<unknown> =>
  conditions.length === 0
    ? sql`true`
    : sql`((${sql.join(
        conditions.map((one) => conditionOf(compiling, one)),
        sql` and `,
      )}) is true)`

/** The place of the first exclusion that holds of a row; null: it counts. */
export const excludedBy = (compiling: Compiling): RawBuilder<unknown> =>
  compiling.counted.exclusions.length === 0
    ? sql`null::int`
    : sql`case ${sql.join(
        compiling.counted.exclusions.map((conditions, place) => sql`when ${holds(compiling, conditions)} then ${sql.lit(place)}`),
        sql` `,
      )} end`
