import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { FindVisitAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { ClockChip, useRemaining } from '../../../parts/clock'
import { dateOf, plusMinutes, timeOf, useDays } from '../../../parts/moment'
import { formatFen } from '../../../parts/money'
import { PromisedResources } from '../../../parts/promised-resources'
import { quoteOf } from '../../../parts/quoted.data'
import { RefusalNote } from '../../../parts/refusal-note'
import { StatusMark } from '../../../parts/status-mark'
import { isoNow } from '../../../parts/use-now'
import type { Refusal } from '../../../wire/send'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { VisitMoney } from '../../billing/visit-money'
import { Bar } from '../../frame/bar'
import { useMemberName } from '../../people/family-switch'
import { afterChange, steps, visit } from './book.data'

/** The kept time, its countdown and the yes. */
export function Confirm({ visitId, person, again }: { visitId: string; person: string | undefined; again: () => void }) {
  const words = useWords().booking
  const query = useQuery(visit(visitId, person))
  const release = useCommand(steps.cancelVisit, visitId, { makesOld: afterChange, onDone: again })
  const leave = () => (query.data?.status === 'held' ? release.run({ visitId, version: query.data.version }) : again())
  return (
    <>
      <Bar title={words.chooseTime} back leave={leave} />
      <Answer of={query}>
        {(found) => (
          <>
            <main id="main" tabIndex={-1}>
              <Facts visit={found} person={person} />
              <VisitMoney visitId={visitId} status={found.status} person={person} />
            </main>
            {found.status === 'held' ? (
              <Held held={found} released={release} leave={leave} again={again} />
            ) : (
              <Ended visit={found} person={person} again={again} />
            )}
          </>
        )}
      </Answer>
    </>
  )
}

function Facts({
  visit: { status, offering, site, startsAt, endsAt, zone, resources },
  person,
}: {
  visit: FindVisitAnswer
  person: string | undefined
}) {
  const words = useWords().booking
  const name = useMemberName(person)
  const pick = useBilingual()
  const format = useDays(dateOf(isoNow()))
  return (
    <section className="sheet">
      <h2>
        {pick(offering)}
        <StatusMark of="visitStatus" value={status} />
      </h2>
      {name && <p>{words.forPerson(name)}</p>}
      <p className="next-t num">
        <b>{timeOf(startsAt, zone)}</b> <span>{words.untilShort(timeOf(endsAt, zone))}</span>
      </p>
      <p className="num">
        {format.full(dateOf(startsAt, zone))} · {pick(site)}
      </p>
      <PromisedResources resources={resources} locked={status === 'held'} />
    </section>
  )
}

function Held({
  held: { id: visitId, version, heldUntil, prolonged, startsAt, zone },
  released,
  leave,
  again,
}: {
  held: FindVisitAnswer
  released: { refusal: Refusal | null; unsent: boolean }
  leave: () => void
  again: () => void
}) {
  const { booking: words, bill } = useWords()
  const pick = useBilingual()
  const quote = useQuery(quoteOf(visitId)).data?.quote
  const time = timeOf(startsAt, zone)
  const until = heldUntil ?? startsAt
  const since = plusMinutes(until, prolonged ? -10 : -5)
  const { state } = useRemaining(since, until)
  const confirm = useCommand(steps.confirmVisit, visitId, { makesOld: afterChange })
  const prolong = useCommand(steps.prolongHold, visitId, { makesOld: afterChange })
  return (
    <section className="confirm" aria-label={words.keptForYou}>
      <p className="l">
        <span>
          <b>{words.keptForYou}</b> <ClockChip since={since} until={until} />
        </span>
        {!prolonged && state !== 'over' && (
          <button type="button" className="text" onClick={() => prolong.run({ visitId, version })}>
            {words.prolongFive}
          </button>
        )}
      </p>
      <RefusalNote
        refusal={confirm.refusal ?? prolong.refusal ?? released.refusal}
        unsent={confirm.unsent || prolong.unsent || released.unsent}
      />
      {state === 'over' ? (
        <>
          <p className="note" role="status">
            {words.expired}
          </p>
          <button type="button" className="btn primary wide" onClick={again}>
            {words.chooseTime}
          </button>
        </>
      ) : (
        <button type="button" className="btn primary wide" aria-busy={confirm.pending} onClick={() => confirm.run({ visitId, version })}>
          {quote ? bill.confirmYes(time, formatFen(quote.patientFen)) : bill.confirmTime(time)}
        </button>
      )}
      <p className="l">
        <span className="note">
          {quote?.payer && quote.payerFen > 0 && bill.payerToo(pick(quote.payer), formatFen(quote.payerFen))}
          {words.confirmNote}
        </span>
        {state !== 'over' && (
          <button type="button" className="text" onClick={leave}>
            {words.release}
          </button>
        )}
      </p>
    </section>
  )
}

function Ended({ visit: { status }, person, again }: { visit: FindVisitAnswer; person: string | undefined; again: () => void }) {
  const words = useWords().booking
  return (
    <section className="confirm" aria-label={words.detail}>
      {status === 'booked' ? (
        <>
          <p role="status">{words.bookedNote}</p>
          <Link className="btn primary wide" to="/visits" search={{ person }}>
            {words.seeVisits}
          </Link>
        </>
      ) : (
        <>
          <p role="status">{words.expired}</p>
          <button type="button" className="btn primary wide" onClick={again}>
            {words.chooseTime}
          </button>
        </>
      )}
    </section>
  )
}
