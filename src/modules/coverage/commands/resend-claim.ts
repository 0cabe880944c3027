import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { isSettled, reviseClaim } from '../domain/claim.ts'
import { refuse } from '../refusals.ts'
import { lockClaim } from '../store/claim.ts'
import { findClaimMessage, saveMessage } from '../store/message.ts'
import { tellDesks } from '../topics.ts'
import { sendAnew } from './submit-claim.ts'

/** Sends a claim without an end again: what was parked as it is, what was answered wrongly as its next revision. */
export const resendClaim = defineCommand({
  name: 'coverage.resend-claim',
  zh: '重发理赔单',
  en: 'Send a claim again',
  permission: 'coverage.claim.send',
  network: 'a claim that is sent again prolongs who may see its person',
  input: T.Object({ claimId: idOf('claim') }),
  output: T.Object({ claimId: idOf('claim') }),
  refusals: ['platform.not-found', 'coverage.claim-settled'],
  async run(work, { claimId }) {
    const claim = await lockClaim(work, { id: claimId })
    if (!claim || (work.actor.kind !== 'system' && claim.collectorId !== work.actor.institutionId))
      return refusePlatform('platform.not-found')
    if (isSettled(claim)) return refuse('coverage.claim-settled', { number: claim.number })
    const message = await findClaimMessage(work, claimId, claim.revision)
    const unsent = message && ['waiting', 'parked'].includes(message.state)
    if (unsent) await saveMessage(work, message.id, { state: 'waiting', tries: 0, nextAt: work.now })
    else
      await sendAnew(
        work,
        claim,
        reviseClaim(
          claim,
          claim.lines.filter(({ quantity }) => quantity > 0),
        ),
      )
    await tellDesks(work, [claim.collectorId])
    return ok({ claimId })
  },
})
