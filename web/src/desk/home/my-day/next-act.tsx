import { Link } from '@tanstack/react-router'
import { RefusalNote } from '../../../parts/refusal-note'
import { useMay } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { NextStep } from '../../booking/queue-step'
import { Mend } from '../../commitments/mend'
import { afterRetry, retry } from './my-day.data'
import type { Parked, Task, Visit } from './task'

/** The one thing to do next, as a verb: a link to where it is done, or the step itself. `filled` in the pane. */
export function NextAct({ task, filled = false }: { task: Task; filled?: boolean }) {
  const { commitments: words, coverage } = useWords()
  const shape = filled ? 'btn primary wide' : undefined
  if (task.is === 'owed') return <Mend of={task.owed} filled={filled} otherwise />
  if (task.is === 'order')
    return (
      <Link className={shape} to="/worklist" search={{ order: task.order.orderId }}>
        {words.work}
      </Link>
    )
  if (task.is === 'claim')
    return (
      <Link className={shape} to="/claims" search={{ claim: task.claim.claimId }}>
        {coverage.toClaims}
      </Link>
    )
  if (task.is === 'settle')
    return (
      <Link className={shape} to="/statements/settle" search={{ network: task.settlement.networkId }}>
        {words.settle}
      </Link>
    )
  if (task.is === 'parked') return <Retry parked={task.parked} filled={filled} />
  return <VisitAct visit={task.visit} filled={filled} />
}

function VisitAct({ visit, filled }: { visit: Visit; filled: boolean }) {
  const { billing, commitments: words, queue } = useWords()
  const shape = filled ? 'btn primary wide' : undefined
  const [doctor, desk, cashier] = [useMay('care.consultation.open'), useMay('booking.visit.check-in'), useMay('billing.bill.read')]
  const { visitId, status, next } = visit
  if (doctor && status === 'in-progress')
    return (
      <Link className={shape} to="/consultation/$visitId" params={{ visitId }}>
        {queue.openConsultation}
      </Link>
    )
  if (next && next.step !== 'reassign' && (desk || (doctor && next.step !== 'check-in'))) return <NextStep visit={visit} filled={filled} />
  if (cashier && status === 'completed')
    return (
      <Link className={shape} to="/checkout/$visitId" params={{ visitId }}>
        {billing.toCheckout}
      </Link>
    )
  return (
    <Link className={shape} to="/visits" search={{ visit: visitId }}>
      {words.openVisit}
    </Link>
  )
}

/** What could not be delivered to another system is sent once more. */
function Retry({ parked: { deliveryId, subscriber }, filled }: { parked: Parked; filled: boolean }) {
  const words = useWords().commitments
  const command = useCommand(retry, deliveryId, { makesOld: afterRetry })
  return (
    <>
      <button
        type="button"
        className={filled ? 'btn primary wide' : 'text'}
        aria-label={`${words.sendAgain} ${subscriber}`}
        aria-busy={command.pending}
        onClick={() => command.run({ deliveryId })}
      >
        {words.sendAgain}
      </button>
      <RefusalNote refusal={command.refusal} unsent={command.unsent} />
    </>
  )
}
