import type { Claim, ReviewMoment } from './claim.ts'
import type { RuleSet } from './compile.ts'
import { evaluate } from './evaluate.ts'
import { type KeptLine, type KeptWithdrawal, linesBefore } from './history.ts'
import { describe, type LineVerdict, type Verdict } from './verdict.ts'

/** What was kept of one verdict, as far as it can be computed again. */
export type KeptVerdict = {
  readonly lineId: string
  readonly ruleCode: string
  readonly ruleVersion: number
  readonly verdict: Verdict
  readonly amountFen: bigint | null
  readonly involvedLineIds: readonly string[]
}

/** A review as it was kept. */
export type KeptReview = {
  readonly reviewId: string
  readonly moment: ReviewMoment
  readonly position: number
  readonly claim: Claim
  readonly verdicts: readonly KeptVerdict[]
}

/** A line whose verdict by one rule is not what was kept; null: on that side there is none. */
export type Difference = {
  readonly reviewId: string
  readonly claimId: string
  readonly moment: ReviewMoment
  readonly lineId: string
  readonly ruleCode: string
  readonly kept: KeptVerdict | null
  readonly now: KeptVerdict | null
}

const keyOf = ({ lineId, ruleCode }: KeptVerdict | LineVerdict): string => `${lineId} ${ruleCode}`
const textOf = ({ ruleVersion, verdict, amountFen, involvedLineIds }: KeptVerdict): string =>
  `${ruleVersion} ${verdict} ${amountFen} ${involvedLineIds.join()}`

/** Evaluates a kept claim anew, on what the review could know, and compares every line and rule with what was kept. */
export function auditReview(
  rules: RuleSet,
  { reviewId, moment, position, claim, verdicts }: KeptReview,
  lines: readonly KeptLine[],
  withdrawals: readonly KeptWithdrawal[],
): Difference[] {
  const now = new Map<string, KeptVerdict>()
  for (const outcome of evaluate(rules, claim, linesBefore(lines, withdrawals, position))) {
    const { lineId, ruleCode, ruleVersion, verdict, amountFen, involvedLineIds } = describe(outcome)
    now.set(`${lineId} ${ruleCode}`, { lineId, ruleCode, ruleVersion, verdict, amountFen, involvedLineIds })
  }
  const kept = new Map(verdicts.map((one) => [keyOf(one), one]))
  return [...new Set([...kept.keys(), ...now.keys()])].flatMap((key) => {
    const [before, after] = [kept.get(key) ?? null, now.get(key) ?? null]
    const one = before ?? after
    if (!one || (before && after && textOf(before) === textOf(after))) return []
    return [{ reviewId, claimId: claim.claimId, moment, lineId: one.lineId, ruleCode: one.ruleCode, kept: before, now: after }]
  })
}
