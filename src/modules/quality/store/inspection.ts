import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Answer, Inspection, InspectionState } from '../domain/inspection.ts'
import type { QualityTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<QualityTables>()

export async function insertInspection(work: Work, { answers, viewerIds, ...inspection }: Inspection): Promise<void> {
  await tables(work)
    .insertInto('quality.inspection')
    .values({
      ...inspection,
      answers: JSON.stringify(answers),
      viewerIds: [...viewerIds],
      plannedBy: work.actor.accountId,
      plannedAt: work.now,
    })
    .execute()
}

/** The inspection, locked while it can change; what is sealed is read only. */
export async function lockInspection(work: Work, id: Id<'inspection'>): Promise<Inspection | undefined> {
  const { rows } = await sql<Inspection>`select * from quality.inspection where id = ${id} for no key update`.execute(work.db)
  if (rows[0]) return rows[0]
  return (await sql<Inspection>`select * from quality.inspection where id = ${id}`.execute(work.db)).rows[0]
}

export async function saveAnswers(work: Work, { id, state, answers, version }: Inspection): Promise<void> {
  await tables(work)
    .updateTable('quality.inspection')
    .set({ state, answers: JSON.stringify(answers), version, savedAt: work.now })
    .where('id', '=', id)
    .execute()
}

/** Seals it, and opens it to the inspected institution. */
export async function saveCompleted(
  work: Work,
  { id, version, viewerIds }: Inspection,
  { scoreBasisPoints, contentHash }: { readonly scoreBasisPoints: number | null; readonly contentHash: string },
): Promise<void> {
  await tables(work)
    .updateTable('quality.inspection')
    .set({ state: 'completed', version, viewerIds: [...viewerIds], completedAt: work.now, scoreBasisPoints, contentHash })
    .where('id', '=', id)
    .execute()
}

export async function saveWithdrawn(work: Work, id: Id<'inspection'>, reason: string): Promise<void> {
  await tables(work).updateTable('quality.inspection').set({ state: 'withdrawn', endReason: reason }).where('id', '=', id).execute()
}

export type InspectionRow = {
  readonly id: Id<'inspection'>
  readonly day: PlainDate
  readonly state: InspectionState
  readonly announced: boolean
  readonly institutionId: Id<'institution'>
  readonly institution: Name
  readonly site: Name
  readonly normId: Id<'norm'>
  readonly norm: Name
  readonly normCode: string
  readonly number: number
  readonly items: number
  readonly answered: number
  readonly inspectorId: Id<'account'>
  readonly inspectorInstitutionId: Id<'institution'>
  readonly inspectorInstitution: Name
  readonly plannerInstitutionId: Id<'institution'>
  readonly scoreBasisPoints: number | null
  readonly findings: number
  readonly openRectifications: number
}
const rowColumns = sql`p.id, p.day, p.state, p.announced, p.institution_id, jsonb_build_object('zh', i.name_zh, 'en', i.name_en) as institution,
  jsonb_build_object('zh', s.name_zh, 'en', s.name_en) as site, v.norm_id, jsonb_build_object('zh', v.title_zh, 'en', v.title_en) as norm,
  n.code as norm_code, v.number, jsonb_array_length(v.items) as items, jsonb_array_length(p.answers) as answered, p.inspector_id,
  p.inspector_institution_id, jsonb_build_object('zh', e.name_zh, 'en', e.name_en) as inspector_institution, p.planner_institution_id,
  p.score_basis_points, f.findings, f.open_rectifications`
const rowTables = sql`quality.inspection p join quality.norm_version v on v.id = p.version_id join quality.norm n on n.id = v.norm_id
  join network.published_institution i on i.id = p.institution_id join network.published_institution e on e.id = p.inspector_institution_id
  join network.published_site s on s.id = p.site_id
  cross join lateral (select count(*)::int as findings, (count(*) filter (where r.closed_at is null))::int as open_rectifications
    from quality.finding f join quality.rectification r on r.finding_id = f.id where f.inspection_id = p.id) f`

/** Inspections that the acting institution may know of: `open` ones with the next day first, else the last ones first; by key. */
export async function listInspectionRows(
  { db }: Work,
  open: boolean,
  after: { readonly day: string; readonly id: string } | null,
  limit: number,
): Promise<InspectionRow[]> {
  const key = sql`(p.day, p.id) ${open ? sql`>` : sql`<`} (${after?.day ?? null}::date, ${after?.id ?? null}::uuid)`
  const { rows } = await sql<InspectionRow>`select ${rowColumns} from ${rowTables}
    where p.state = any (${open ? ['planned', 'begun'] : ['completed', 'withdrawn']}::text[]) and (${after === null} or ${key})
    order by p.day ${open ? sql`` : sql`desc`}, p.id ${open ? sql`` : sql`desc`} limit ${limit}`.execute(db)
  return rows
}

export type ShownInspection = InspectionRow & {
  readonly versionId: Id<'normVersion'>
  readonly answers: readonly Answer[]
  readonly version: number
  readonly savedAt: Instant | null
  readonly completedAt: Instant | null
  readonly endReason: string | null
  readonly contentHash: string | null
  readonly viewerIds: readonly Id<'institution'>[]
}
export async function findInspection({ db }: Work, id: Id<'inspection'>): Promise<ShownInspection | undefined> {
  const { rows } =
    await sql<ShownInspection>`select ${rowColumns}, p.version_id, p.answers, p.version, p.saved_at, p.completed_at, p.end_reason,
    p.content_hash, p.viewer_ids from ${rowTables} where p.id = ${id}`.execute(db)
  return rows[0]
}

/** How busy inspectors are, and when each was last at an institution. */
export async function findInspectorWork({ db }: Work, institutionId: Id<'institution'>) {
  const { rows } = await sql<{ inspectorId: Id<'account'>; planned: number; lastThere: PlainDate | null }>`
    select inspector_id, (count(*) filter (where state in ('planned', 'begun')))::int as planned,
      max(day) filter (where state = 'completed' and institution_id = ${institutionId}) as last_there
    from quality.inspection group by inspector_id`.execute(db)
  return new Map(rows.map(({ inspectorId, ...work }) => [inspectorId as string, work]))
}

/** Whether an institution works at a site: it is its own, or it has a room or a device there. */
export async function worksAt({ db }: Work, institutionId: Id<'institution'>, siteId: Id<'site'>): Promise<boolean> {
  const { rows } = await sql`
    select 1 from network.published_site where id = ${siteId} and institution_id = ${institutionId}
    union all select 1 from network.published_resource where site_id = ${siteId} and owner_id = ${institutionId} limit 1`.execute(db)
  return rows.length > 0
}

/** What institutions are called. */
export async function findInstitutionNames({ db }: Work, ids: readonly Id<'institution'>[]): Promise<ReadonlyMap<string, Name>> {
  const { rows } = await sql<{ id: string; name: Name }>`
    select id, jsonb_build_object('zh', name_zh, 'en', name_en) as name from network.published_institution
    where id = any (${[...new Set(ids)]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
