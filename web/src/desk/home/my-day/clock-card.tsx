import { Link } from '@tanstack/react-router'
import { enums } from '../../../client/enums'
import type { ListCommitmentsAnswer } from '../../../client/operations'
import { Meter, useRemaining } from '../../../parts/clock'
import { dateOf, minutesBetween, plusMinutes, timeOf } from '../../../parts/moment'
import { StatusMark } from '../../../parts/status-mark'
import { isoNow } from '../../../parts/use-now'
import { useSession } from '../../../wire/session'
import { useBilingual, useWords } from '../../../words/use-words'

type Commitment = ListCommitmentsAnswer['items'][number]

const minutesOfDay = 24 * 60

/** One running clock: how long, until when, of what, and the way to end it. */
export function ClockCard({ commitment, first }: { commitment: Commitment; first: boolean }) {
  const { kind, state, startedAt, dueAt, label } = commitment
  const words = useWords().commitments
  const pick = useBilingual()
  const { text } = useRemaining(startedAt, dueAt)
  const days = Math.floor(minutesBetween(isoNow(), dueAt) / minutesOfDay)
  const kindWords = enums.commitmentKind[kind as keyof typeof enums.commitmentKind]
  return (
    <li className={first && state === 'overdue' ? 'first' : undefined}>
      <div className="row1">
        <StatusMark of="commitmentState" value={state} />
        <span className="note num">{days >= 1 ? words.dueOn(dateOf(plusMinutes(dueAt, -1))) : words.dueAt(timeOf(dueAt))}</span>
      </div>
      <p className="fig num">
        {days >= 1 ? days : text} <small>{days >= 1 ? words.daysLeft : words.minutesSeconds}</small>
      </p>
      <Meter since={startedAt} until={dueAt} />
      {label && <span className="note">{pick(label)}</span>}
      <b className="cut">{kindWords ? pick(kindWords) : kind}</b>
      <Mend commitment={commitment} />
    </li>
  )
}

/** Where what is owed can be done. */
function Mend({ commitment: { kind, subjectId, state } }: { commitment: Commitment }) {
  const { agreements, commitments: words, network } = useWords()
  const institutionId = useSession()?.institutionId
  if (kind === 'booking.hold-to-confirm')
    return (
      <Link to="/find" search={{ hold: subjectId }}>
        {words.openHold}
      </Link>
    )
  if (kind === 'agreements.version-to-sign')
    return (
      <Link to="/agreements" search={{ state: 'proposed' }}>
        {agreements.sign}
      </Link>
    )
  if (!kind.endsWith('-to-renew')) return null
  // What broke may have come here from another institution: its label says which, the map leads there.
  return institutionId && state !== 'overdue' ? (
    <Link to="/network/institutions/$institutionId" params={{ institutionId }}>
      {words.openInstitution}
    </Link>
  ) : (
    <Link to="/network">{network.map}</Link>
  )
}
