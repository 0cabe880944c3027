import type { Id } from '../../../kernel/id.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Claim, ReviewMoment } from '../domain/claim.ts'
import { type Answer, type AnsweredReview, answerFindings, makeReview, type Review } from '../domain/review.ts'
import { findEarlierLines, lockHistory, takePosition } from '../store/history.ts'
import { findReviewOf, insertReview, institutionsOf } from '../store/review.ts'
import { findRules } from '../store/rules.ts'
import { tellFindings } from '../topics.ts'

/**
 * What the rules in force on each line's date say, with the person's recorded lines as history: for a command, which goes on to record
 * it. Locks the person's history until the transaction ends; the caller locks its own rows first, and has network scope or the person
 * open.
 */
export async function reviewClaim(work: Work, moment: ReviewMoment, claim: Claim): Promise<Review> {
  await lockHistory(work, claim.personId)
  return checkClaim(work, moment, claim)
}

/** The same to look at, for a query: locks nothing, and is not for recording. */
export async function checkClaim(work: Work, moment: ReviewMoment, claim: Claim): Promise<Review> {
  const rules = await findRules(work)
  return makeReview(rules, moment, claim, await findEarlierLines(work, claim, rules))
}

/** Decides whether a claim may go on: each violation needs a reason and the permission to override, each doubt a reason. */
export const answerReview = (
  work: Work,
  review: Review,
  answers: readonly Answer[],
): Result<AnsweredReview, 'integrity.line-stopped' | 'integrity.override-not-permitted' | 'integrity.reason-missing'> =>
  answerFindings(review, answers, work.actor.permissions.has('integrity.finding.override'))

/** Keeps facts, lines (as history), verdicts and answers. Once per claim and moment: the first stays. */
export async function recordReview(work: Work, review: AnsweredReview): Promise<Id<'review'>> {
  const { moment, claim } = review
  await lockHistory(work, claim.personId)
  const known = await findReviewOf(work, claim.claimId, moment)
  if (known) return known
  await tellFindings(work, institutionsOf(work, claim))
  return insertReview(work, review, await takePosition(work, claim.personId))
}
