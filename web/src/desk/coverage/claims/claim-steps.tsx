import type { ShowClaimAnswer } from '../../../client/operations'
import { RefusalNote } from '../../../parts/refusal-note'
import { useMay } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { afterChange, steps } from './claims.data'

/** What can be done with a claim that has no end yet. */
export function ClaimSteps({ of: { claimId, memberId, personId, settled, state, messages } }: { of: ShowClaimAnswer }) {
  const words = useWords().coverage
  const maySend = useMay('coverage.claim.send')
  const mayCheck = useMay('coverage.member.record')
  const resend = useCommand(steps.resendClaim, claimId, { makesOld: afterChange })
  const check = useCommand(steps.checkEligibility, memberId, { makesOld: afterChange })
  const unsent = messages.some((message) => message.direction === 'out' && ['waiting', 'parked'].includes(message.state))
  if (settled) return null
  return (
    <div className="foot">
      <RefusalNote refusal={resend.refusal} unsent={resend.unsent} />
      <RefusalNote refusal={check.refusal} unsent={check.unsent} />
      {state === 'queried' && <span className="note grow">{words.resendHint}</span>}
      {mayCheck && (
        <button type="button" className="btn" aria-busy={check.pending} onClick={() => check.run({ personId, memberId })}>
          {words.check}
        </button>
      )}
      {maySend && (
        <button type="button" className="btn primary" aria-busy={resend.pending} onClick={() => resend.run({ claimId })}>
          {unsent ? words.resendUnsent : words.resend}
        </button>
      )}
    </div>
  )
}
