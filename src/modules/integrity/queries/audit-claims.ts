import type { Span } from '../../../kernel/time.ts'
import type { Database } from '../../../platform/database/index.ts'
import { auditReview, type Difference } from '../domain/audit.ts'
import { countReviews, findKept, listReviewedPersons } from '../store/kept-reviews.ts'
import { findRules } from '../store/rules.ts'

const personsAtOnce = 200

type Watch = { difference(found: Difference): void; progress(done: number, all: number): void }

/**
 * Evaluates every review kept in a span anew, from stored claims and rule versions alone, and tells each line whose verdict is not the
 * kept one. Reads over all institutions.
 */
export async function auditClaims(db: Database, span: Span, watch: Watch) {
  const rules = await findRules({ db })
  const all = await countReviews(db, span)
  const summary = { claims: 0, lines: 0, findings: 0, differences: 0 }
  let personIds: string[] = []
  do {
    personIds = await listReviewedPersons(db, span, personIds.at(-1) ?? null, personsAtOnce)
    const { reviews, lines, withdrawals } = await findKept(db, personIds, span)
    for (const review of reviews) {
      const { personId } = review.claim
      const differences = auditReview(rules, review, lines.get(personId) ?? [], withdrawals.get(personId) ?? [])
      summary.claims += 1
      summary.lines += review.claim.lines.length
      summary.findings += review.verdicts.filter(({ verdict }) => verdict === 'violation' || verdict === 'doubtful').length
      summary.differences += differences.length
      for (const one of differences) watch.difference(one)
      watch.progress(summary.claims, all)
    }
  } while (personIds.length === personsAtOnce)
  return summary
}
