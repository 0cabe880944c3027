import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { type EligibilityAnswer, usedElsewhere } from '../domain/eligibility.ts'
import type { Message } from '../domain/message.ts'
import { planYearOf } from '../domain/plan.ts'
import { findAnswered, saveEligibility } from '../store/eligibility.ts'
import { lockMember } from '../store/member.ts'
import { tellCover } from '../topics.ts'

/** What the payer says of a member; payers answer one after the other, so that what it has counted of our claims has come before. */
export async function applyEligibility(work: Work, request: Message, answer: EligibilityAnswer): Promise<null> {
  const member = present(await lockMember(work, request.subjectId as Id<'member'>), 'the member of a question')
  const year = planYearOf(dateIn(defaultZone, request.madeAt))
  await saveEligibility(work, member, year, answer, usedElsewhere(answer.used, await findAnswered(work, member.id, year)))
  await tellCover(work, member.personId)
  return null
}
