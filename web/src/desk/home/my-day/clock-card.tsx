import { Link } from '@tanstack/react-router'
import { enums } from '../../../client/enums'
import type { ListCommitmentsAnswer } from '../../../client/operations'
import { Meter, useRemaining } from '../../../parts/clock'
import { timeOf } from '../../../parts/moment'
import { StatusMark } from '../../../parts/status-mark'
import { useBilingual, useWords } from '../../../words/use-words'

type Commitment = ListCommitmentsAnswer['items'][number]

/** One running clock: how long, until when, of what, and the way to end it. */
export function ClockCard({ commitment: { kind, subjectId, state, startedAt, dueAt }, first }: { commitment: Commitment; first: boolean }) {
  const words = useWords().commitments
  const pick = useBilingual()
  const { text } = useRemaining(startedAt, dueAt)
  const kindWords = enums.commitmentKind[kind as keyof typeof enums.commitmentKind]
  return (
    <li className={first && state === 'overdue' ? 'first' : undefined}>
      <div className="row1">
        <StatusMark of="commitmentState" value={state} />
        <span className="note num">{words.dueAt(timeOf(dueAt))}</span>
      </div>
      <p className="fig num">
        {text} <small>{words.minutesSeconds}</small>
      </p>
      <Meter since={startedAt} until={dueAt} />
      <b className="cut">{kindWords ? pick(kindWords) : kind}</b>
      {kind === 'booking.hold-to-confirm' && (
        <Link to="/find" search={{ hold: subjectId }}>
          {words.openHold}
        </Link>
      )}
    </li>
  )
}
