import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone, localText, plus } from '../../../kernel/time.ts'
import { openPerson } from '../../../platform/grant/index.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { outgoing } from '../domain/message.ts'
import { eligibilityRequest } from '../fhir/eligibility-request.ts'
import { refuse } from '../refusals.ts'
import { lockMember } from '../store/member.ts'
import { findOpenCheck, insertMessage } from '../store/message.ts'
import { findParties } from '../store/parties.ts'
import { tellCover } from '../topics.ts'

/** An answer that has not come after this may be asked for again. */
const patienceMinutes = 10

/** Asks the payer whether the member is covered today and what of the year is used up; the answer comes later. */
export const checkEligibility = defineCommand({
  name: 'coverage.check-eligibility',
  zh: '核验参保资格',
  en: 'Check eligibility',
  permission: 'coverage.member.record',
  input: T.Object({ personId: idOf('person'), memberId: idOf('member') }),
  output: T.Object({ messageId: idOf('message') }),
  refusals: ['platform.person-not-open', 'platform.not-found', 'platform.not-permitted', 'coverage.check-waiting'],
  async run(work, { personId, memberId }) {
    const opened = await openPerson(work, personId)
    if (!opened.ok) return opened
    const member = await lockMember(work, memberId)
    if (!member || member.personId !== personId) return refusePlatform('platform.not-found')
    const { institutionId } = work.actor
    if (!institutionId) return refusePlatform('platform.not-permitted', { permission: 'coverage.member.record' })
    const open = await findOpenCheck(work, memberId, plus(work.now, { minutes: -patienceMinutes }))
    if (open) return refuse('coverage.check-waiting', { sentAt: localText(defaultZone, open.madeAt) })
    const id = work.newId<'message'>()
    const { payerId, ...parties } = await findParties(work, memberId, institutionId)
    await insertMessage(work, {
      ...outgoing(work, id),
      payerId,
      kind: 'eligibility-request',
      subjectId: memberId,
      revision: null,
      personId,
      resource: eligibilityRequest(parties, id, dateIn(defaultZone, work.now), work.now),
      institutionIds: [institutionId],
    })
    await tellCover(work, personId)
    return ok({ messageId: id })
  },
})
