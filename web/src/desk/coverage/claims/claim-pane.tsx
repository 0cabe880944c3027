import { enums } from '../../../client/enums'
import type { ShowClaimAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { formatFen } from '../../../parts/money'
import { StatusMark } from '../../../parts/status-mark'
import { useLive } from '../../../wire/live'
import { useBilingual, useWords } from '../../../words/use-words'
import { CoverChip } from '../../frame/cover-chip'
import { ClaimLines } from './claim-lines'
import { ClaimMessages } from './claim-messages'
import { ClaimSteps } from './claim-steps'
import { claim } from './claims.data'

/** One claim: whose it is, what each line was charged, claimed and answered, every message; what can be done at the foot. */
export function ClaimPane({ claimId }: { claimId: string }) {
  const words = useWords().coverage
  const query = useLive(claim(claimId), { net: false })
  return (
    <aside className="col hold" aria-label={words.claim}>
      <Answer of={query}>
        {(found) => (
          <>
            <div className="grow">
              <Facts of={found} />
              <ClaimLines lines={found.lines} />
              <ClaimMessages messages={found.messages} />
            </div>
            <ClaimSteps of={found} />
          </>
        )}
      </Answer>
    </aside>
  )
}

function Facts({ of: found }: { of: ShowClaimAnswer }) {
  const words = useWords().coverage
  const pick = useBilingual()
  const { personId, personName, number, payer, state, query, billNumber, serviceDate, diagnoses, revision, answeredFen } = found
  const answered = answeredFen === null ? words.notAnswered : formatFen(answeredFen)
  return (
    <section>
      <h2>{personName ?? words.notOnCard}</h2>
      <p className="tags">
        <StatusMark of="claimState" value={state} />
        <span className="num">
          {number} · {pick(payer)} · {words.revision(revision)}
        </span>
      </p>
      {query && <p className="refusal">{pick(enums.claimQuery[query])}</p>}
      <p className="note">
        {[words.bill(billNumber, serviceDate), diagnoses.length > 0 && words.diagnoses(diagnoses.join(' '))].filter(Boolean).join(' · ')}
      </p>
      <p className="num">
        <b>{words.sum(formatFen(found.claimedFen), answered, formatFen(found.paidFen))}</b>
      </p>
      <CoverChip personId={personId} />
    </section>
  )
}
