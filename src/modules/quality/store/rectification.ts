import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import { type Instant, type PlainDate, plus } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Evidence } from '../domain/inspection.ts'
import type { Rectification, RectificationState, StepKind } from '../domain/rectification.ts'
import type { Severity } from '../domain/severity.ts'
import type { QualityTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<QualityTables>()

export type Finding = {
  readonly id: Id<'finding'>
  readonly inspectionId: Id<'inspection'>
  readonly institutionId: Id<'institution'>
  readonly siteId: Id<'site'>
  readonly normId: Id<'norm'>
  readonly itemCode: string
  readonly itemZh: string
  readonly itemEn: string
  readonly severity: Severity
  readonly coreSystem: number | null
  readonly indicatorCode: string | null
  readonly note: string
  readonly evidence: readonly Evidence[]
  readonly points: number
  readonly repeatOf: Id<'finding'> | null
  readonly ruleFrom: PlainDate
  readonly foundAt: Instant
  readonly viewerIds: readonly Id<'institution'>[]
}

/** The last time that an item of a norm was found at a site of an institution, within so many days. */
export async function findEarlier(
  { db, now }: Work,
  { institutionId, siteId, normId, itemCode }: Pick<Finding, 'institutionId' | 'siteId' | 'normId' | 'itemCode'>,
  days: number,
): Promise<Id<'finding'> | null> {
  const { rows } = await sql<{ id: Id<'finding'> }>`select id from quality.finding
    where institution_id = ${institutionId} and site_id = ${siteId} and norm_id = ${normId} and item_code = ${itemCode}
      and found_at >= ${plus(now, { days: -days })} order by found_at desc limit 1`.execute(db)
  return rows[0]?.id ?? null
}

export async function insertFinding(work: Work, { evidence, viewerIds, ...finding }: Finding): Promise<void> {
  await tables(work)
    .insertInto('quality.finding')
    .values({ ...finding, evidence: JSON.stringify(evidence), viewerIds: [...viewerIds] })
    .execute()
}

export async function insertRectification(work: Work, findingId: Id<'finding'>, rectification: Rectification): Promise<void> {
  await tables(work)
    .insertInto('quality.rectification')
    .values({ ...rectification, findingId, openedAt: work.now, viewerIds: [...rectification.viewerIds] })
    .execute()
}

export type LockedRectification = Rectification & Pick<Finding, 'severity' | 'itemCode' | 'itemZh' | 'itemEn'>
export async function lockRectification({ db }: Work, id: Id<'rectification'>): Promise<LockedRectification | undefined> {
  const { rows } = await sql<LockedRectification>`select r.*, f.severity, f.item_code, f.item_zh, f.item_en
    from quality.rectification r join quality.finding f on f.id = r.finding_id where r.id = ${id} for no key update of r`.execute(db)
  return rows[0]
}

export async function saveRectification(
  work: Work,
  { id, state, round, dueAt, evidenceBy, closedAt, version }: Rectification,
): Promise<void> {
  await tables(work)
    .updateTable('quality.rectification')
    .set({ state, round, dueAt, evidenceBy, closedAt, version })
    .where('id', '=', id)
    .execute()
}

export type NewStep = {
  readonly step: StepKind
  readonly accountId: Id<'account'> | null
  readonly institutionId: Id<'institution'> | null
  readonly role: string | null
  readonly note: string | null
  readonly evidence: readonly Evidence[]
}
/** What has happened, after all that happened before; the caller holds the lock of the rectification. */
export async function appendStep(work: Work, { id, state, round, dueAt, viewerIds }: Rectification, step: NewStep): Promise<void> {
  await sql`insert into quality.rectification_step (rectification_id, position, step, state, round, at, account_id, institution_id, role, note,
      evidence, due_at, viewer_ids)
    select ${id}, 1 + count(*), ${step.step}, ${state}, ${round}, ${work.now}, ${step.accountId}, ${step.institutionId}, ${step.role},
      ${step.note}, ${JSON.stringify(step.evidence)}::jsonb, ${dueAt}, ${[...viewerIds]}::uuid[]
    from quality.rectification_step where rectification_id = ${id}`.execute(work.db)
}

export type StepRow = NewStep & {
  readonly position: number
  readonly state: RectificationState
  readonly round: number
  readonly at: Instant
  readonly dueAt: Instant
  readonly institution: Name | null
}
export async function listSteps({ db }: Work, id: Id<'rectification'>): Promise<StepRow[]> {
  const { rows } = await sql<StepRow>`select t.*,
      case when i.id is null then null else jsonb_build_object('zh', i.name_zh, 'en', i.name_en) end as institution
    from quality.rectification_step t left join network.published_institution i on i.id = t.institution_id
    where t.rectification_id = ${id} order by t.position`.execute(db)
  return rows
}

export type RectificationRow = Rectification &
  Pick<Finding, 'inspectionId' | 'severity' | 'coreSystem' | 'indicatorCode' | 'note' | 'evidence' | 'points' | 'repeatOf' | 'foundAt'> & {
    readonly itemCode: string
    readonly item: Name
    readonly institution: Name
    readonly site: Name
    readonly inspectorInstitution: Name
    readonly norm: Name
    readonly normId: Id<'norm'>
    readonly number: number
    readonly openedAt: Instant
  }
const rowQuery = sql`select r.*, f.inspection_id, f.item_code, jsonb_build_object('zh', f.item_zh, 'en', f.item_en) as item, f.severity,
    f.core_system, f.indicator_code, f.note, f.evidence, f.points, f.repeat_of, f.found_at, f.norm_id, v.number,
    jsonb_build_object('zh', v.title_zh, 'en', v.title_en) as norm, jsonb_build_object('zh', i.name_zh, 'en', i.name_en) as institution,
    jsonb_build_object('zh', s.name_zh, 'en', s.name_en) as site, jsonb_build_object('zh', e.name_zh, 'en', e.name_en) as inspector_institution
  from quality.rectification r join quality.finding f on f.id = r.finding_id join quality.inspection p on p.id = f.inspection_id
  join quality.norm_version v on v.id = p.version_id join network.published_institution i on i.id = r.institution_id
  join network.published_institution e on e.id = r.inspector_institution_id join network.published_site s on s.id = f.site_id`

export type RectificationFilter = {
  readonly closed: boolean
  readonly state?: RectificationState | undefined
  readonly severity?: Severity | undefined
  readonly indicatorCode?: string | undefined
}
/** Rectifications that the acting institution may see: open ones with the clock that breaks first, closed ones with the last; by key. */
export async function listRectificationRows(
  { db }: Work,
  { closed, state, severity, indicatorCode }: RectificationFilter,
  after: { readonly at: string; readonly id: string } | null,
  limit: number,
): Promise<RectificationRow[]> {
  const at = closed ? sql`r.closed_at` : sql`r.due_at`
  const key = sql`(${at}, r.id) ${closed ? sql`<` : sql`>`} (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid)`
  const { rows } = await sql<RectificationRow>`${rowQuery}
    where r.closed_at is ${closed ? sql`not null` : sql`null`} and (${state ?? null}::text is null or r.state = ${state ?? null})
      and (${severity ?? null}::text is null or f.severity = ${severity ?? null})
      and (${indicatorCode ?? null}::text is null or f.indicator_code = ${indicatorCode ?? null}) and (${after === null} or ${key})
    order by ${at} ${closed ? sql`desc` : sql``}, r.id ${closed ? sql`desc` : sql``} limit ${limit}`.execute(db)
  return rows
}

export async function findRectification({ db }: Work, id: Id<'rectification'>): Promise<RectificationRow | undefined> {
  return (await sql<RectificationRow>`${rowQuery} where r.id = ${id}`.execute(db)).rows[0]
}

/** Rectifications of the findings of an inspection, the most severe first. */
export async function listOfInspection({ db }: Work, inspectionId: Id<'inspection'>): Promise<RectificationRow[]> {
  const { rows } = await sql<RectificationRow>`${rowQuery} where f.inspection_id = ${inspectionId}
    order by array_position(array['critical', 'major', 'minor'], f.severity), f.item_code`.execute(db)
  return rows
}
