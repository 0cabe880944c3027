import { enums } from '../../../client/enums'
import { timeOf } from '../../../parts/moment'
import { StatusMark } from '../../../parts/status-mark'
import { useMay } from '../../../wire/session'
import { useBilingual, useWords } from '../../../words/use-words'
import type { PlainStep, QueuedVisit } from '../queue.data'
import { Waited, Who } from '../queue-cells'
import { NextStep, StepButton } from '../queue-step'

type Props = {
  readonly visit: QueuedVisit
  readonly gone: boolean
  readonly returnPlaces: number
  readonly move: () => void
}

/** What else can be done, by status; the next step stands apart. */
const others: Partial<Record<QueuedVisit['status'], readonly PlainStep[]>> = { called: ['recall', 'miss', 'undo-call'] }
const movable = new Set(['arrived', 'waiting', 'called', 'missed'])

/** One person who is here: the number staff call, the wait against its target, the one thing to do next. */
export function QueueRow({ visit, gone, returnPlaces, move }: Props) {
  const words = useWords().queue
  const pick = useBilingual()
  const { ticket, offering, room, startsAt, site, walkIn, status, calls } = visit
  return (
    <tr className={gone ? 'gone' : undefined}>
      <th scope="row" className="num ticket">
        {ticket}
      </th>
      <td>
        <Who visit={visit} />
      </td>
      <td>{[pick(offering), room && pick(room.name)].filter(Boolean).join(' · ')}</td>
      <td className="num nowrap">{walkIn ? <span className="note">{words.walkIn}</span> : timeOf(startsAt, site.zone)}</td>
      <td className="nowrap">
        <Waited visit={visit} />
      </td>
      <td className="nowrap">
        {gone ? <span className="note">{words.left}</span> : <StatusMark of="visitStatus" value={status} />}{' '}
        {status === 'called' && calls > 1 && <span className="note">{words.calledTimes(calls)}</span>}
        {status === 'missed' && <span className="note">{words.returnsBack(returnPlaces)}</span>}
      </td>
      <td className="nowrap">{!gone && <Others visit={visit} move={move} />}</td>
      <td className="r">{!gone && <NextStep visit={visit} />}</td>
    </tr>
  )
}

function Others({ visit, move }: Pick<Props, 'visit' | 'move'>) {
  const words = useWords().queue
  const pick = useBilingual()
  const may = useMay('booking.queue.run')
  return (
    <span className="row-of">
      {(others[visit.status] ?? []).map((step) => (
        <StepButton key={step} step={step} visit={visit} />
      ))}
      {may && movable.has(visit.status) && (
        <button type="button" className="text" aria-label={words.stepOf(words.move, visit.ticket ?? '')} onClick={move}>
          {pick(enums.queueStep.reassign)}
        </button>
      )}
    </span>
  )
}
