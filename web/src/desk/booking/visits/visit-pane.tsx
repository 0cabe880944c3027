import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FindVisitAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { timeOf } from '../../../parts/moment'
import { formatFen } from '../../../parts/money'
import { RefusalNote } from '../../../parts/refusal-note'
import { StatusMark } from '../../../parts/status-mark'
import { useMay } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { VisitFacts } from '../visit-facts'
import { afterChange, steps, visit } from './visits.data'

/** One visit, and giving it up with the consequence named. */
export function VisitPane({ visitId, leave }: { visitId: string; leave: () => void }) {
  const { booking, shell } = useWords()
  const query = useQuery(visit(visitId))
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
  return (
    <div className="grow">
      <section>
        <h2>{found.personName ?? words.notOnCard}</h2>
        <p>
          <StatusMark of="visitStatus" value={found.status} /> <span className="num">{formatFen(found.priceFen)}</span>
        </p>
      </section>
      <VisitFacts visit={found} />
      <CancelSection visit={found} />
    </div>
  )
}

function CancelSection({ visit: { id: visitId, version, status, startsAt, zone } }: { visit: FindVisitAnswer }) {
  const words = useWords().booking
  const may = useMay('booking.visit.book')
  const [asked, setAsked] = useState(false)
  const cancel = useCommand(steps.cancelVisit, visitId, { makesOld: afterChange })
  if (!may || status === 'cancelled') return null
  if (!asked)
    return (
      <section>
        <button type="button" className="btn" onClick={() => setAsked(true)}>
          {words.cancel}
        </button>
      </section>
    )
  return (
    <section>
      <p>{words.cancelQuestion}</p>
      <RefusalNote refusal={cancel.refusal} unsent={cancel.unsent} />
      <p className="pair">
        <button type="button" className="btn primary" aria-busy={cancel.pending} onClick={() => cancel.run({ visitId, version })}>
          {words.cancelYes(timeOf(startsAt, zone))}
        </button>
        <button type="button" className="btn" onClick={() => setAsked(false)}>
          {words.keep}
        </button>
      </p>
    </section>
  )
}
