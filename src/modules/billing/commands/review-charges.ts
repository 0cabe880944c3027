import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { type Answer, answerReview, type Claim, checkClaim, findAnswers, type Review, reviewClaim } from '../../integrity/index.ts'
import { findDemographics } from '../../people/index.ts'
import { findDiagnoses, type KeptCharge, type KeptService } from '../store/service.ts'

/** What the rules say of the open charges of a visit at checkout; `recorded`: the caller goes on to keep it. */
export async function reviewCharges(
  work: Work,
  how: 'recorded' | 'looked at',
  claimId: string,
  services: readonly KeptService[],
  charges: readonly KeptCharge[],
): Promise<Review> {
  const claim = await claimOf(work, claimId, services, charges)
  return how === 'recorded' ? reviewClaim(work, 'checkout', claim) : checkClaim(work, 'checkout', claim)
}

async function claimOf(work: Work, claimId: string, services: readonly KeptService[], charges: readonly KeptCharge[]): Promise<Claim> {
  const [{ visitId, personId, networkId, collectorId }] = services as [KeptService]
  const person = await findDemographics(work, personId)
  return {
    ...{ claimId, visitId, personId, networkId, institutionId: collectorId, visitType: 'outpatient' },
    sex: person?.sex ?? 'unknown',
    birthDate: person?.birthDate ?? null,
    diagnoses: await findDiagnoses(work, visitId),
    lines: charges.flatMap(({ chargeId, serviceId, name, category, system, itemCode, quantity, amountFen }) => {
      const service = services.find(({ id }) => id === (serviceId as Id<'service'>))
      if (!service) return []
      return [{ lineId: chargeId, name, category, system, code: itemCode, quantity, amountFen, at: service.at, date: service.serviceDate }]
    }),
  }
}

/** Findings that still need an answer: what was answered when it was ordered is answered for good. */
export async function findOpenFindings(work: Work, review: Review) {
  const known = await findAnswers(
    work,
    review.findings.map(({ lineId }) => lineId),
  )
  const isAnswered = ({ lineId, ruleCode }: Omit<Answer, 'reason'>) =>
    known.some((answer) => answer.lineId === lineId && answer.ruleCode === ruleCode)
  return { known, open: review.findings.filter((finding) => !isAnswered(finding)) }
}

/** Answers a review with what was answered before and what is answered now. */
export async function answerCharges(work: Work, review: Review, answers: readonly Answer[]) {
  const { known, open } = await findOpenFindings(work, review)
  const answered = answerReview(work, { ...review, findings: open }, answers)
  return answered.ok ? ok({ ...review, answers: [...known, ...answered.value.answers] }) : answered
}
