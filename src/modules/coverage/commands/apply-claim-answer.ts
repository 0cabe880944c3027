import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { closeCommitment } from '../../commitments/index.ts'
import { answerClaim, type Claim, type ClaimAnswer, correctUsage, isSettled, payClaim } from '../domain/claim.ts'
import type { Message, QueryCode } from '../domain/message.ts'
import { claimAnswered, claimPaid } from '../events.ts'
import { lockClaim, saveClaim } from '../store/claim.ts'
import { tellCover } from '../topics.ts'
import { recordUsage } from './record-usage.ts'
import { claimClock } from './submit-claim.ts'

/** The payer's answer to a claim; an answer to what was replaced since changes nothing. Null: it fits. */
export async function applyClaimAnswer(
  work: Work,
  request: Message,
  answer: ClaimAnswer,
  answerId: Id<'message'>,
): Promise<QueryCode | null> {
  const before = await lock(work, present(request.subjectId, 'the claim of a message'))
  const answered = answerClaim(before, request.revision ?? 0, answer)
  if (answered === before) return null
  if (answered.query) return end(work, before, answered)
  const { claim, change } = correctUsage(answered)
  const { memberId, serviceDate, id, billId } = claim
  if (change.benefitFen !== 0n || change.deductibleFen !== 0n)
    await recordUsage(work, { ...change, memberId, date: serviceDate, source: `coverage.answer:${answerId}` })
  await closeCommitment(work, claimClock, id, 'kept')
  await work.publish(claimAnswered.of(id, { claimId: id, billId }))
  return end(work, before, claim)
}

/** Money of the payer for a claim, or taken back by it. Null: it is what was answered. */
export async function applyPayment(work: Work, claimId: string, amountFen: bigint): Promise<QueryCode | null> {
  const before = await lock(work, claimId)
  return end(work, before, payClaim(before, amountFen, work.now))
}

const lock = async (work: Work, claimId: string): Promise<Claim> =>
  present(await lockClaim(work, { id: claimId as Id<'claim'> }), 'the claim')

async function end(work: Work, before: Claim, claim: Claim): Promise<QueryCode | null> {
  await saveClaim(work, claim)
  await tellCover(work, claim.personId)
  const settledAnew = isSettled(claim) && (!isSettled(before) || before.paidFen !== claim.paidFen)
  if (settledAnew) await work.publish(claimPaid.of(claim.id, { claimId: claim.id, billId: claim.billId }))
  return claim.query
}
