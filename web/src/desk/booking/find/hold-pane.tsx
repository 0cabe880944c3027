import { useQuery } from '@tanstack/react-query'
import type { FindVisitAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { Meter, useRemaining } from '../../../parts/clock'
import { plusMinutes, timeOf } from '../../../parts/moment'
import { formatFen } from '../../../parts/money'
import { Quoted } from '../../../parts/quoted'
import { quoteOf } from '../../../parts/quoted.data'
import { RefusalNote } from '../../../parts/refusal-note'
import { StatusMark } from '../../../parts/status-mark'
import { useLive } from '../../../wire/live'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { SharesSection } from '../shares'
import { VisitFacts } from '../visit-facts'
import { afterChange, steps, visit } from './find.data'

/** What is held, for how long, at what price, and the yes. */
export function HoldPane({ visitId, leave }: { visitId: string; leave: () => void }) {
  const words = useWords().booking
  const query = useLive(visit(visitId))
  return (
    <aside className="hold col" aria-label={words.heldTitle}>
      <Answer of={query}>
        {(held) => (held.status === 'held' ? <Held held={held} leave={leave} /> : <Ended visit={held} leave={leave} />)}
      </Answer>
    </aside>
  )
}

/** A hold began five minutes before its end, or ten once it was prolonged. */
const begunAt = ({ heldUntil, prolonged, startsAt }: FindVisitAnswer): string => plusMinutes(heldUntil ?? startsAt, prolonged ? -10 : -5)

function Held({ held, leave }: { held: FindVisitAnswer; leave: () => void }) {
  const { booking: words, bill } = useWords()
  const { id: visitId, version, heldUntil, zone, priceFen } = held
  const quote = useQuery(quoteOf(visitId)).data?.quote
  const until = heldUntil ?? ''
  const { text, state } = useRemaining(begunAt(held), until)
  const confirm = useCommand(steps.confirmVisit, visitId, { makesOld: afterChange })
  const prolong = useCommand(steps.prolongHold, visitId, { makesOld: afterChange })
  const release = useCommand(steps.cancelVisit, visitId, { makesOld: afterChange, onDone: leave })
  const over = state === 'over'
  const refusal = confirm.refusal ?? prolong.refusal ?? release.refusal
  return (
    <>
      <div className="grow">
        <section>
          <h2>{words.heldTitle}</h2>
          <p className="count num">
            <b>{over ? '0:00' : text}</b> <span className="note">{words.releasedAt(timeOf(until, zone))}</span>
          </p>
          <Meter since={begunAt(held)} until={until} />
          <p className="note">
            {words.holdRelease}{' '}
            {held.prolonged ? (
              words.prolonged
            ) : (
              <button type="button" className="text" aria-disabled={over} onClick={() => prolong.run({ visitId, version })}>
                {words.prolong}
              </button>
            )}
          </p>
        </section>
        <VisitFacts visit={held} locked />
        <Price visitId={visitId} />
        <SharesSection visitId={visitId} totalFen={priceFen} divided={quote} />
        {over && (
          <p className="pad note" role="status">
            {words.expired}
          </p>
        )}
        <RefusalNote refusal={refusal} unsent={confirm.unsent || prolong.unsent || release.unsent} />
      </div>
      <div className="foot">
        <button type="button" className="btn" onClick={() => (over ? leave() : release.run({ visitId, version }))}>
          {words.release}
        </button>
        <button
          type="button"
          className="btn primary wide"
          aria-disabled={over || confirm.pending}
          aria-busy={confirm.pending}
          onClick={() => !over && confirm.run({ visitId, version })}
        >
          {quote ? bill.confirmPatient(formatFen(quote.patientFen)) : bill.confirmPlain}
        </button>
      </div>
    </>
  )
}

/** Who pays how much of it, and why. */
function Price({ visitId }: { visitId: string }) {
  const words = useWords().bill
  const query = useQuery(quoteOf(visitId))
  return (
    <section>
      <h3>{words.whoPays}</h3>
      <Answer of={query} rows={2}>
        {({ quote }) => <Quoted quote={quote} reader="patient" />}
      </Answer>
    </section>
  )
}

function Ended({ visit: ended, leave }: { visit: FindVisitAnswer; leave: () => void }) {
  const words = useWords().booking
  return (
    <>
      <div className="grow">
        <section>
          <h2>{ended.status === 'booked' ? words.bookedTitle : words.expired}</h2>
          <p>
            <StatusMark of="visitStatus" value={ended.status} />
          </p>
          {ended.status === 'booked' && <p className="note">{words.bookedNote}</p>}
        </section>
        <VisitFacts visit={ended} />
      </div>
      <div className="foot">
        <button type="button" className="btn primary wide" onClick={leave}>
          {words.bookAnother}
        </button>
      </div>
    </>
  )
}
