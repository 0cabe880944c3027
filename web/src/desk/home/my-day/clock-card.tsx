import { enums } from '../../../client/enums'
import type { ListCommitmentsAnswer } from '../../../client/operations'
import { Meter, useRemaining } from '../../../parts/clock'
import { dateOf, minutesBetween, plusMinutes, timeOf } from '../../../parts/moment'
import { StatusMark } from '../../../parts/status-mark'
import { isoNow } from '../../../parts/use-now'
import { useBilingual, useWords } from '../../../words/use-words'
import { Mend } from '../../commitments/mend'

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
      <Mend of={commitment} />
    </li>
  )
}
