import { Link } from '@tanstack/react-router'
import type { FindVisitAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { CancelVisit } from '../../../parts/cancel-visit'
import { timeOf } from '../../../parts/moment'
import { formatFen } from '../../../parts/money'
import { StatusMark } from '../../../parts/status-mark'
import { useLive } from '../../../wire/live'
import { useMay } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { AssessmentCard } from '../../triage/assessment-card'
import { SharesSection } from '../shares'
import { VisitFacts } from '../visit-facts'
import { afterChange, steps, visit } from './visits.data'

/** One visit, and giving it up with the consequence named. */
export function VisitPane({ visitId, leave }: { visitId: string; leave: () => void }) {
  const { booking, shell } = useWords()
  const query = useLive(visit(visitId))
  return (
    <aside className="hold col" aria-label={booking.detail}>
      <Answer of={query}>{(found) => <Detail visit={found} />}</Answer>
      <div className="foot">
        <button type="button" className="btn" onClick={leave}>
          {shell.close}
        </button>
      </div>
    </aside>
  )
}

function Detail({ visit: found }: { visit: FindVisitAnswer }) {
  const words = useWords().booking
  const mayReadTriage = useMay('triage.assessment.read')
  return (
    <div className="grow">
      <section>
        <h2>{found.personName ?? words.notOnCard}</h2>
        <p>
          <StatusMark of="visitStatus" value={found.status} /> <span className="num">{formatFen(found.priceFen)}</span>
        </p>
      </section>
      <ConsultationLink visit={found} />
      <CheckoutLink visit={found} />
      <VisitFacts visit={found} />
      {mayReadTriage && found.assessmentId && <AssessmentCard visitId={found.id} personId={found.personId} />}
      <SharesSection visitId={found.id} totalFen={found.priceFen} />
      <CancelSection visit={found} />
    </div>
  )
}

const attended = new Set(['arrived', 'waiting', 'called', 'in-progress', 'completed'])

function ConsultationLink({ visit: { id: visitId, status } }: { visit: FindVisitAnswer }) {
  const words = useWords().care
  const may = useMay('care.consultation.open')
  if (!may || !attended.has(status)) return null
  return (
    <section>
      <Link to="/consultation/$visitId" params={{ visitId }}>
        {words.openConsultation}
      </Link>
    </section>
  )
}

const charged = new Set(['in-progress', 'completed'])

function CheckoutLink({ visit: { id: visitId, status } }: { visit: FindVisitAnswer }) {
  const words = useWords().billing
  const may = useMay('billing.bill.read')
  if (!may || !charged.has(status)) return null
  return (
    <section>
      <Link to="/checkout/$visitId" params={{ visitId }}>
        {words.toCheckout}
      </Link>
    </section>
  )
}

const cancellable = new Set(['held', 'booked', 'arrived', 'waiting', 'called', 'missed'])

function CancelSection({ visit: { id: visitId, version, status, startsAt, zone } }: { visit: FindVisitAnswer }) {
  const may = useMay('booking.visit.book')
  const cancel = useCommand(steps.cancelVisit, visitId, { makesOld: afterChange })
  if (!may || !cancellable.has(status)) return null
  return (
    <section>
      <CancelVisit time={timeOf(startsAt, zone)} command={cancel} cancel={() => cancel.run({ visitId, version })} />
    </section>
  )
}
