import { Type as T } from 'typebox'
import { ok } from '../../src/kernel/result.ts'
import { type Answer, answerReview, type Claim, type ReviewMoment, recordReview, reviewClaim } from '../../src/modules/integrity/index.ts'
import { type Actor, defineCommand, type Work } from '../../src/platform/operation/index.ts'
import type { Runtime } from '../../src/platform/operation/runtime.ts'
import { tryCommand } from './world.ts'

/** Runs a piece of work in one transaction of network scope, as a command of another room does; a refusal takes it back. */
export const through = (runtime: Runtime, actor: Actor, work: (work: Work) => Promise<unknown>) =>
  tryCommand(
    runtime,
    actor,
    defineCommand({
      name: 'test.review',
      zh: '审核',
      en: 'review',
      permission: null,
      network: 'a test in the place of another room',
      input: T.Object({}),
      output: T.Any(),
      refusals: [],
      run: async (given) => {
        const value = await work(given)
        return (value as { ok?: boolean } | undefined)?.ok === false ? (value as never) : ok(value)
      },
    }),
    {},
  )

/** Reviews a claim, answers what was found and keeps it; `answers: 'all'` gives a reason for every finding. */
export const review = (runtime: Runtime, actor: Actor, moment: ReviewMoment, claim: Claim, answers: readonly Answer[] | 'all' = []) =>
  through(runtime, actor, async (work) => {
    const reviewed = await reviewClaim(work, moment, claim)
    const reasons = reviewed.findings.map(({ lineId, ruleCode }) => ({ lineId, ruleCode, reason: '测试理由' }))
    const answered = answerReview(work, reviewed, answers === 'all' ? reasons : answers)
    return answered.ok ? { reviewId: await recordReview(work, answered.value), verdicts: reviewed.verdicts } : answered
  })
