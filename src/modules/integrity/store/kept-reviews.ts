import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { Span } from '../../../kernel/time.ts'
import type { Database } from '../../../platform/database/index.ts'
import type { KeptReview, KeptVerdict } from '../domain/audit.ts'
import type { Claim, ClaimLine } from '../domain/claim.ts'
import type { KeptLine, KeptWithdrawal } from '../domain/history.ts'

type Person = { readonly personId: Id<'person'> }
type LineRow = Omit<ClaimLine, 'name'> & KeptLine & Person & { readonly reviewId: string; readonly name: Name }
type ReviewRow = Omit<Claim, 'lines' | 'sex' | 'birthDate' | 'visitType' | 'diagnoses'> &
  Omit<KeptReview, 'claim' | 'verdicts'> & { readonly facts: Pick<Claim, 'sex' | 'birthDate' | 'visitType' | 'diagnoses'> }

/** All that was kept of a few persons: the reviews of a span, and the lines and withdrawals of all time. */
export type KeptOfPersons = {
  readonly reviews: readonly KeptReview[]
  readonly lines: ReadonlyMap<string, readonly KeptLine[]>
  readonly withdrawals: ReadonlyMap<string, readonly KeptWithdrawal[]>
}

export async function countReviews(db: Database, { from, until }: Span): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from integrity.review where reviewed_at >= ${from} and reviewed_at < ${until}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Persons with reviews in a span, by id, after one. */
export async function listReviewedPersons(db: Database, { from, until }: Span, after: string | null, limit: number): Promise<string[]> {
  const { rows } = await sql<Person>`select distinct person_id from integrity.review
    where reviewed_at >= ${from} and reviewed_at < ${until} and (${after}::uuid is null or person_id > ${after}::uuid)
    order by person_id limit ${limit}`.execute(db)
  return rows.map(({ personId }) => personId)
}

export async function findKept(db: Database, personIds: readonly string[], { from, until }: Span): Promise<KeptOfPersons> {
  const { rows: reviews } = await sql<ReviewRow>`
    select id as review_id, claim_id, moment, position, network_id, person_id, visit_id, institution_id, facts from integrity.review
    where person_id = any (${personIds}::uuid[]) and reviewed_at >= ${from} and reviewed_at < ${until} order by person_id, position`.execute(
    db,
  )
  const { rows: lines } = await sql<LineRow>`
    select review_id, person_id, line_id, visit_id, system, code, jsonb_build_object('zh', name_zh, 'en', name_en) as name, category, quantity,
      amount_fen, at, date, position from integrity.reviewed_line where person_id = any (${personIds}::uuid[])`.execute(db)
  const { rows: withdrawals } = await sql<KeptWithdrawal & Person>`
    select person_id, line_id, position, quantity from integrity.withdrawal where person_id = any (${personIds}::uuid[])`.execute(db)
  const { rows: verdicts } = await sql<KeptVerdict & { reviewId: string }>`
    select review_id, line_id, rule_code, rule_version, verdict, amount_fen, involved_line_ids from integrity.verdict
    where person_id = any (${personIds}::uuid[])`.execute(db)
  const [linesOf, verdictsOf] = [groupBy(lines, ({ reviewId }) => reviewId), groupBy(verdicts, ({ reviewId }) => reviewId)]
  return {
    reviews: reviews.map(({ reviewId, moment, position, facts, ...claim }) => {
      const own = linesOf.get(reviewId) ?? []
      return { reviewId, moment, position, claim: { ...claim, ...facts, lines: own }, verdicts: verdictsOf.get(reviewId) ?? [] }
    }),
    lines: groupBy(lines, ({ personId }) => personId),
    withdrawals: groupBy(withdrawals, ({ personId }) => personId),
  }
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
