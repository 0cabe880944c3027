import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Instant } from '../../../kernel/time.ts'
import { refuse } from '../refusals.ts'
import type { Claim, CountedLine, ReviewMoment } from './claim.ts'
import type { RuleSet } from './compile.ts'
import { evaluate } from './evaluate.ts'
import { describe, type LineVerdict } from './verdict.ts'

/** What the rules say of a claim. */
export type Review = {
  readonly moment: ReviewMoment
  readonly claim: Claim
  /** Of every line and every rule that is about it, also where nothing was found. */
  readonly verdicts: readonly LineVerdict[]
  /** Violations and doubts. */
  readonly findings: readonly LineVerdict[]
  readonly couldNotCheck: readonly LineVerdict[]
  /** Rules in force on the day of the first line. */
  readonly checkedRules: number
}

/** Why a finding may stand all the same. */
export type Answer = {
  readonly lineId: string
  readonly ruleCode: string
  readonly reason: string
  /** Of an answer to the same finding in an earlier review; absent: it is given now, by who acts. */
  readonly given?: { readonly by: Id<'account'>; readonly at: Instant }
}
export type AnsweredReview = Review & { readonly answers: readonly Answer[] }

export function makeReview(rules: RuleSet, moment: ReviewMoment, claim: Claim, earlier: readonly CountedLine[] | null): Review {
  const verdicts = evaluate(rules, claim, earlier).map(describe)
  return {
    moment,
    claim,
    verdicts,
    findings: verdicts.filter(({ verdict }) => verdict === 'violation' || verdict === 'doubtful'),
    couldNotCheck: verdicts.filter(({ verdict }) => verdict === 'could-not-check'),
    checkedRules: claim.lines[0] ? rules.countOn(claim.lines[0].date) : 0,
  }
}

type AnswerRefusal = 'integrity.line-stopped' | 'integrity.override-not-permitted' | 'integrity.reason-missing'

/** Whether a claim may go on: a violation needs a reason from who may override, a doubt a reason from whoever signs. What was not found needs no answer. */
export function answerFindings(review: Review, given: readonly Answer[], mayOverride: boolean): Result<AnsweredReview, AnswerRefusal> {
  const answers: Answer[] = []
  for (const { lineId, ruleCode, needs, sentence } of review.findings) {
    const reason = given.find((answer) => answer.lineId === lineId && answer.ruleCode === ruleCode)?.reason.trim()
    const item = review.claim.lines.find((line) => line.lineId === lineId)?.name ?? { zh: '', en: '' }
    const details = { item, rule: ruleCode, sentence }
    if (needs === 'override' && !reason) return refuse('integrity.line-stopped', details)
    if (needs === 'override' && !mayOverride) return refuse('integrity.override-not-permitted', details)
    if (!reason) return refuse('integrity.reason-missing', details)
    answers.push({ lineId, ruleCode, reason })
  }
  return ok({ ...review, answers })
}
