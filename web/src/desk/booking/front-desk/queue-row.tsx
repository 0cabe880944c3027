import { Link } from '@tanstack/react-router'
import { enums } from '../../../client/enums'
import { timeOf } from '../../../parts/moment'
import { StatusMark } from '../../../parts/status-mark'
import { useMay } from '../../../wire/session'
import { useBilingual, useWords } from '../../../words/use-words'
import { Menu } from '../../frame/menu'
import type { PlainStep, QueuedVisit } from '../queue.data'
import { Waited, What, Who } from '../queue-cells'
import { NextStep, StepButton } from '../queue-step'

type Props = {
  readonly visit: QueuedVisit
  readonly gone: boolean
  readonly returnPlaces: number
  readonly move: () => void
}

/** Pressed often enough to stand beside the next step, and what waits behind the dots. */
const beside: Partial<Record<QueuedVisit['status'], readonly PlainStep[]>> = { called: ['recall', 'miss'] }
const behind: Partial<Record<QueuedVisit['status'], readonly PlainStep[]>> = { called: ['undo-call'] }
const movable = new Set(['arrived', 'waiting', 'called', 'missed'])

/** One person who is here: the number staff call, the wait against its target, the one thing to do next. */
export function QueueRow({ visit, gone, returnPlaces, move }: Props) {
  const words = useWords().queue
  const { ticket, startsAt, site, walkIn, status, calls } = visit
  return (
    <tr className={gone ? 'gone' : undefined}>
      <th scope="row" className="num ticket">
        {ticket}
      </th>
      <td>
        <Who visit={visit} />
      </td>
      <td>
        <What visit={visit} />
      </td>
      <td className="num nowrap">{walkIn ? <span className="note">{words.walkIn}</span> : timeOf(startsAt, site.zone)}</td>
      <td className="nowrap">
        <Waited visit={visit} />
      </td>
      <td>
        {gone ? <span className="note">{words.left}</span> : <StatusMark of="visitStatus" value={status} />}
        {status === 'called' && calls > 1 && <small className="second-line">{words.calledTimes(calls)}</small>}
        {status === 'missed' && <small className="second-line">{words.returnsBack(returnPlaces)}</small>}
      </td>
      <td className="r nowrap">{!gone && <Steps visit={visit} move={move} />}</td>
    </tr>
  )
}

function Steps({ visit, move }: Pick<Props, 'visit' | 'move'>) {
  const { queue: words, billing } = useWords()
  const pick = useBilingual()
  const may = useMay('booking.queue.run')
  const mayBill = useMay('billing.bill.read')
  const { status, ticket } = visit
  return (
    <span className="steps">
      {beside[status]?.map((step) => (
        <StepButton key={step} step={step} visit={visit} />
      ))}
      <NextStep visit={visit} />
      {status === 'in-progress' && mayBill && (
        <Link className="text" to="/checkout/$visitId" params={{ visitId: visit.visitId }}>
          {billing.toCheckout}
        </Link>
      )}
      {may && movable.has(status) && (
        <Menu label={words.moreOf(ticket ?? '')}>
          {behind[status]?.map((step) => (
            <StepButton key={step} step={step} visit={visit} />
          ))}
          <button
            type="button"
            className="text"
            onClick={({ currentTarget }) => {
              currentTarget.closest('details')?.removeAttribute('open')
              move()
            }}
          >
            {pick(enums.queueStep.reassign)}
          </button>
        </Menu>
      )}
    </span>
  )
}
