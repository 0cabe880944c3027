import { Link } from '@tanstack/react-router'
import { ClockChip } from '../../parts/clock'
import { dateOf, plusMinutes, timeOf, useDays } from '../../parts/moment'
import { formatFen } from '../../parts/money'
import { StatusMark } from '../../parts/status-mark'
import { isoNow } from '../../parts/use-now'
import { useBilingual, useWords } from '../../words/use-words'
import type { Bill, Thing, Visit } from './next-thing'

type Props = { readonly thing: Thing; readonly person: string | undefined }

/** The first thing: when, what, where and how much, and the one step to take. */
export function NextCard({ thing, person }: Props) {
  return thing.is === 'bill' ? (
    <ToPay bills={thing.bills} person={person} />
  ) : (
    <VisitCard is={thing.is} visit={thing.visit} person={person} />
  )
}

const openFenOf = (bills: readonly Bill[]): number => bills.reduce((sum, { patientOpenFen }) => sum + patientOpenFen, 0)

function ToPay({ bills, person }: { bills: readonly Bill[] } & Pick<Props, 'person'>) {
  const words = useWords().bill
  const pick = useBilingual()
  const [only] = bills.length === 1 ? bills : []
  return (
    <section className="sheet">
      <h2>{words.toPay}</h2>
      <p className="next-t num">
        <b>{formatFen(openFenOf(bills))}</b>
      </p>
      <p className="dim">{only ? pick(only.name) : words.billsCount(bills.length)}</p>
      <p className="actions one">
        {only ? (
          <Link className="btn primary" to="/bill" search={{ person, bill: only.billId }}>
            {words.seeAndPay}
          </Link>
        ) : (
          <Link className="btn primary" to="/bills" search={{ person }}>
            {words.seeAndPay}
          </Link>
        )}
      </p>
    </section>
  )
}

function VisitCard({ is, visit, person }: { is: 'hold' | 'today' | 'visit'; visit: Visit } & Pick<Props, 'person'>) {
  const { booking: words, commitments } = useWords()
  const pick = useBilingual()
  const format = useDays(dateOf(isoNow()))
  const { id, startsAt, zone, offering, site, resources, status, heldUntil, prolonged } = visit
  return (
    <section className="sheet">
      <h2>
        {is === 'hold' ? words.keptForYou : words.nextVisit}
        {is === 'hold' && heldUntil ? (
          <ClockChip since={plusMinutes(heldUntil, prolonged ? -10 : -5)} until={heldUntil} />
        ) : (
          <StatusMark of="visitStatus" value={status} />
        )}
      </h2>
      <p className="next-t num">
        <b>{timeOf(startsAt, zone)}</b>{' '}
        <span>
          {format.near(dateOf(startsAt, zone))} {format.short(dateOf(startsAt, zone))}
        </span>
      </p>
      <p>
        <b>{pick(offering)}</b>
      </p>
      <p className="dim">{[...resources.map(({ name }) => pick(name)), pick(site)].join(' · ')}</p>
      <p className="actions one">
        {is === 'hold' ? (
          <Link className="btn primary" to="/book" search={{ person, hold: id }}>
            {commitments.openHold}
          </Link>
        ) : is === 'today' ? (
          <Link className="btn primary" to="/visit" search={{ person, visit: id }}>
            {words.todaysVisit}
          </Link>
        ) : (
          <Link className="btn" to="/visits" search={{ person, visit: id }}>
            {words.changeOrCancel}
          </Link>
        )}
      </p>
    </section>
  )
}

/** What comes after the first: one line each. */
export function ThingLine({ thing, person }: Props) {
  const { bill: words } = useWords()
  const pick = useBilingual()
  const format = useDays(dateOf(isoNow()))
  if (thing.is === 'bill')
    return (
      <Link className="row" to="/bills" search={{ person }}>
        <span className="grow">
          {words.toPay} <b className="num">{formatFen(openFenOf(thing.bills))}</b>
          <small>{words.billsCount(thing.bills.length)}</small>
        </span>
      </Link>
    )
  const { id, startsAt, zone, offering, status } = thing.visit
  return (
    <Link className="row" to="/visits" search={{ person, visit: id }}>
      <span className="grow">
        {pick(offering)}
        <small className="num">
          {format.near(dateOf(startsAt, zone))} {format.short(dateOf(startsAt, zone))} {timeOf(startsAt, zone)}
        </small>
      </span>
      <StatusMark of="visitStatus" value={status} />
    </Link>
  )
}
