import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import { toInstant } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { type FactKind, type KnownFact, pointsOfCurve, portraitSections, type Series } from '../domain/fact.ts'
import type { Sight } from '../domain/sight.ts'

type Row = Omit<KnownFact, 'code' | 'name'> & {
  readonly codeSystem: string | null
  readonly code: string | null
  readonly nameZh: string | null
  readonly nameEn: string | null
}
const columns = sql`fact.id, fact.institution_id, fact.kind, fact.status, fact.code_system, fact.code, fact.name_zh, fact.name_en, fact.value, fact.unit,
  fact.low, fact.high, fact.flag, fact.note, fact.happened_at, fact.ended_at`

const factOf = ({ codeSystem, code, nameZh: zh, nameEn: en, ...row }: Row): KnownFact => ({
  ...row,
  code: code !== null && codeSystem !== null ? { system: codeSystem, code } : null,
  name: { zh, en },
})

/** The rule of `domain/sight` as SQL: constants only, so that it costs nothing. What was entered in error is seen by nobody. */
export const seen = ({ own, kinds, others }: Sight) => sql`fact.status <> 'entered-in-error'
  and (${others !== null}::boolean or fact.institution_id = ${own}::uuid or fact.kind = any (${kinds}::text[]))`

export type Tally = { readonly institutionId: Id<'institution'>; readonly kind: FactKind; readonly count: number }

/** How many facts there are of the opened person, withheld ones as well: the only thing that is said of those. */
export async function tallyFacts({ db }: Work, personId: Id<'person'>): Promise<Tally[]> {
  const { rows } = await sql<Tally>`select institution_id, kind, count(*)::int as count from people.fact
    where person_id = ${personId} and status <> 'entered-in-error' group by institution_id, kind`.execute(db)
  return rows
}

/** The newest facts of each section of the portrait. */
export async function findSections({ db }: Work, personId: Id<'person'>, sight: Sight): Promise<KnownFact[]> {
  const { rows } = await sql<Row>`
    select found.* from jsonb_to_recordset(${JSON.stringify(portraitSections)}::jsonb) as section (kind text, status text, most int)
    cross join lateral (select ${columns} from people.fact where fact.person_id = ${personId} and fact.kind = section.kind
        and (section.status is null or fact.status = section.status) and ${seen(sight)}
      order by fact.happened_at desc, fact.id desc limit section.most) found
    order by found.happened_at desc, found.id desc`.execute(db)
  return rows.map(factOf)
}

/** What was measured, by code and unit: numbers of two units are two curves. */
export async function findSeries({ db }: Work, personId: Id<'person'>, sight: Sight): Promise<Series[]> {
  const { rows } = await sql<Row & { points: readonly (readonly [number, number])[] | null }>`
    with ranked as (
      select ${columns}, row_number() over (partition by fact.code_system, coalesce(fact.code, fact.name_zh, fact.name_en), fact.unit
          order by fact.happened_at desc, fact.id desc) as place
      from people.fact where fact.person_id = ${personId} and fact.kind = 'measurement' and ${seen(sight)}),
    curve as (
      select (array_agg(id order by place))[1] as latest,
        jsonb_agg(jsonb_build_array(extract(epoch from happened_at) * 1000, value) order by place desc) filter (where value is not null) as points
      from ranked where place <= ${pointsOfCurve} group by code_system, coalesce(code, name_zh, name_en), unit)
    select ${columns}, curve.points from curve join ranked fact on fact.id = curve.latest
    order by fact.flag is null, fact.happened_at desc, fact.id desc`.execute(db)
  return rows.map(({ points, ...row }) => ({
    latest: factOf(row),
    points: (points ?? []).map(([at, value]) => ({ at: toInstant(at), value })),
  }))
}

export type FactFilter = { readonly kind: FactKind | null; readonly institutionId: Id<'institution'> | null }

/** Facts, the newest first, from the one after `after` on. */
export async function findFacts(
  { db }: Work,
  personId: Id<'person'>,
  sight: Sight,
  { kind, institutionId }: FactFilter,
  after: string | null,
  limit: number,
): Promise<KnownFact[]> {
  const { rows } = await sql<Row>`
    select ${columns} from people.fact where fact.person_id = ${personId} and ${seen(sight)}
      ${kind ? sql`and fact.kind = ${kind}` : sql``} ${institutionId ? sql`and fact.institution_id = ${institutionId}` : sql``}
      ${after ? sql`and (fact.happened_at, fact.id) < (select happened_at, id from people.fact where person_id = ${personId} and id = ${after}::uuid)` : sql``}
    order by fact.happened_at desc, fact.id desc limit ${limit}`.execute(db)
  return rows.map(factOf)
}

/** What is said of allergies, whoever said it: every institution that treats must know. */
export async function findAllergies({ db }: Work, personId: Id<'person'>): Promise<KnownFact[]> {
  const { rows } = await sql<Row>`select ${columns} from people.fact
    where fact.person_id = ${personId} and fact.kind = 'allergy' and fact.status = 'active' order by fact.happened_at desc, fact.id desc`.execute(
    db,
  )
  return rows.map(factOf)
}
