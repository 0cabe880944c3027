import { enums } from '../../../client/enums'
import type { ListCommitmentsAnswer } from '../../../client/operations'
import { Meter } from '../../../parts/clock'
import { dateOf, plusMinutes, timeOf } from '../../../parts/moment'
import { StatusMark } from '../../../parts/status-mark'
import { isoNow } from '../../../parts/use-now'
import { useBilingual, useWords } from '../../../words/use-words'
import { Mend } from '../../commitments/mend'
import { LeftFigure } from './left-figure'

type Commitment = ListCommitmentsAnswer['items'][number]

/** One running clock: how long, until when, of what, and the way to end it. */
export function ClockCard({ commitment, first }: { commitment: Commitment; first: boolean }) {
  const { kind, state, startedAt, dueAt, label } = commitment
  const words = useWords().commitments
  const pick = useBilingual()
  const today = dateOf(dueAt) === dateOf(isoNow())
  const kindWords = enums.commitmentKind[kind as keyof typeof enums.commitmentKind]
  return (
    <li className={first && state === 'overdue' ? 'first' : undefined}>
      <div className="row1">
        <StatusMark of="commitmentState" value={state} />
        <span className="note num">{today ? words.dueAt(timeOf(dueAt)) : words.dueOn(dateOf(plusMinutes(dueAt, -1)))}</span>
      </div>
      <LeftFigure until={dueAt} />
      <Meter since={startedAt} until={dueAt} />
      {label && <span className="note">{pick(label)}</span>}
      <b className="cut">{kindWords ? pick(kindWords) : kind}</b>
      <Mend of={commitment} />
    </li>
  )
}
