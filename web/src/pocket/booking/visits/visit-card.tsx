import { Link } from '@tanstack/react-router'
import type { ListVisitsAnswer } from '../../../client/operations'
import { CancelVisit } from '../../../parts/cancel-visit'
import { dateOf, timeOf, useDays } from '../../../parts/moment'
import { formatFen } from '../../../parts/money'
import { PromisedResources } from '../../../parts/promised-resources'
import { StatusMark } from '../../../parts/status-mark'
import { isoNow } from '../../../parts/use-now'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { afterChange, steps } from './visits.data'

/** One visit, mine or of a family member; its consequence is named before it is cancelled. */
export function VisitCard({
  visit,
  person,
  open,
  first,
}: {
  visit: ListVisitsAnswer['items'][number]
  person: string | undefined
  open: boolean
  /** The one filled button of the page. */
  first: boolean
}) {
  const { bill, booking: words, commitments } = useWords()
  const pick = useBilingual()
  const format = useDays(dateOf(isoNow()))
  const { id, status, offering, site, startsAt, endsAt, zone, priceFen, resources } = visit
  const today = dateOf(startsAt, zone) === dateOf(isoNow(), zone)
  return (
    <section className="sheet" aria-label={pick(offering)}>
      <h2>
        {pick(offering)}
        <StatusMark of="visitStatus" value={status} />
      </h2>
      <p className="next-t num">
        <b>{timeOf(startsAt, zone)}</b> <span>{words.untilShort(timeOf(endsAt, zone))}</span>
      </p>
      <p className="num">
        {format.full(dateOf(startsAt, zone))} · {pick(site)} · {bill.listPrice} {formatFen(priceFen)}
      </p>
      <PromisedResources resources={resources} />
      {status === 'held' && (
        <Link className={first ? 'btn primary wide' : 'btn wide'} to="/book" search={{ person, hold: id }}>
          {commitments.openHold}
        </Link>
      )}
      {today && !['held', 'cancelled', 'no-show'].includes(status) && (
        <Link className={first ? 'btn primary wide' : 'btn wide'} to="/visit" search={{ person, visit: id }}>
          {words.todaysVisit}
        </Link>
      )}
      {status === 'booked' && <Cancel visit={visit} asked={open} />}
    </section>
  )
}

function Cancel({ visit: { id: visitId, version, startsAt, zone }, asked }: { visit: ListVisitsAnswer['items'][number]; asked: boolean }) {
  const cancel = useCommand(steps.cancelVisit, visitId, { makesOld: afterChange })
  return (
    <div className="asked">
      <CancelVisit time={timeOf(startsAt, zone)} asked={asked} command={cancel} cancel={() => cancel.run({ visitId, version })} />
    </div>
  )
}
