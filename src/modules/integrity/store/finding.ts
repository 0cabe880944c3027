import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { ReviewMoment } from '../domain/claim.ts'
import type { FoundVerdict } from '../domain/verdict.ts'

/** What a review found, or could not check, as the acting institution may see it. */
export type FindingRow = {
  readonly findingId: Id<'finding'>
  readonly verdict: FoundVerdict
  readonly moment: ReviewMoment
  readonly reviewedAt: Instant
  readonly reviewedBy: Id<'account'>
  /** As on the institution's own card. */
  readonly personName: string | null
  readonly institution: Name
  readonly ruleCode: string
  readonly ruleVersion: number
  readonly rule: Name
  readonly basis: Name
  readonly line: Name
  readonly quantity: number
  readonly date: PlainDate
  readonly lineAmountFen: bigint | null
  readonly amountFen: bigint | null
  readonly sentence: Name
  readonly reason: string | null
  readonly answeredAt: Instant | null
  readonly answeredBy: Id<'account'> | null
  readonly involvedLineIds: readonly string[]
}

const named = (zh: string, en: string) => sql`jsonb_build_object('zh', ${sql.ref(zh)}, 'en', ${sql.ref(en)})`
const findings = ({ actor, now }: Work) => sql`
  select v.id as finding_id, v.verdict, w.moment, w.reviewed_at, w.reviewed_by, card.name as person_name, ${named('i.name_zh', 'i.name_en')} as institution,
    v.rule_code, v.rule_version, ${named('r.name_zh', 'r.name_en')} as rule, ${named('v.basis_zh', 'v.basis_en')} as basis,
    ${named('l.name_zh', 'l.name_en')} as line, l.quantity, l.date, l.amount_fen as line_amount_fen, v.amount_fen,
    ${named('v.sentence_zh', 'v.sentence_en')} as sentence, v.reason, v.answered_at, v.answered_by, v.involved_line_ids
  from integrity.verdict v
  join integrity.review w on w.id = v.review_id
  join integrity.reviewed_line l on l.review_id = v.review_id and l.line_id = v.line_id
  join integrity.rule r on r.code = v.rule_code
  join network.published_institution i on i.id = w.institution_id
  left join people.published_card card on card.institution_id = ${actor.institutionId} and card.person_id = v.person_id and card.visible_until > ${now}
  where v.verdict in ('violation', 'doubtful', 'could-not-check')`

export type FindingFilter = { readonly rule?: string | undefined; readonly verdict?: FoundVerdict | undefined }

/** What reviews found, the newest first, before one. */
export async function listFindingRows(
  work: Work,
  { rule = '', verdict = '' as FoundVerdict }: FindingFilter,
  before: string | null,
  limit: number,
): Promise<FindingRow[]> {
  const { rows } =
    await sql<FindingRow>`${findings(work)} and (${rule} = '' or v.rule_code = ${rule}) and (${verdict} = '' or v.verdict = ${verdict})
    and (${before}::uuid is null or v.id < ${before}::uuid) order by v.id desc limit ${limit}`.execute(work.db)
  return rows
}

export async function findFinding(work: Work, findingId: Id<'finding'>): Promise<FindingRow | undefined> {
  const { rows } = await sql<FindingRow>`${findings(work)} and v.id = ${findingId}`.execute(work.db)
  return rows[0]
}

export type InvolvedLine = { readonly lineId: string; readonly name: Name; readonly quantity: number; readonly date: PlainDate }

/** Lines as last recorded, as far as the acting institution may see them. */
export async function findInvolvedLines({ db }: Work, lineIds: readonly string[]): Promise<InvolvedLine[]> {
  const { rows } = await sql<InvolvedLine & { at: Instant }>`select * from (
      select distinct on (line_id) line_id, ${named('name_zh', 'name_en')} as name, quantity, date, at from integrity.reviewed_line
      where line_id = any (${lineIds}::text[]) order by line_id, position desc) latest order by at, line_id`.execute(db)
  return rows.map(({ at: _, ...line }) => line)
}

/** How often each rule found something in reviews the acting institution may see, and how often it was let pass or explained. */
export async function countFindings({ db }: Work): Promise<ReadonlyMap<string, { readonly found: number; readonly last: Instant }>> {
  const { rows } = await sql<{ ruleCode: string; found: number; last: Instant }>`
    select v.rule_code, count(*)::int as found, max(w.reviewed_at) as last from integrity.verdict v join integrity.review w on w.id = v.review_id
    where v.verdict in ('violation', 'doubtful') group by v.rule_code`.execute(db)
  return new Map(rows.map(({ ruleCode, ...counts }) => [ruleCode, counts]))
}
