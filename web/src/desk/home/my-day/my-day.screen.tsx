import { Link } from '@tanstack/react-router'
import { Answer, Empty } from '../../../parts/answer'
import { LiveAge } from '../../../parts/live-age'
import { dateOf, timeOf, useDays } from '../../../parts/moment'
import { StatusMark } from '../../../parts/status-mark'
import { isoNow } from '../../../parts/use-now'
import { useLive } from '../../../wire/live'
import { useMay } from '../../../wire/session'
import { useBilingual, useWords } from '../../../words/use-words'
import { ClockCard } from './clock-card'
import { coming, mine } from './my-day.data'

/** What is mine to do now, and which clock breaks next. */
export function MyDayScreen() {
  const { commitments: words, shell } = useWords()
  const format = useDays(dateOf(isoNow()))
  const mayBoard = useMay('commitments.board.read')
  const mayFind = useMay('booking.visit.book')
  return (
    <div className="col day">
      <div className="head">
        <h1>{words.title}</h1>
        <span className="note num">{format.full(dateOf(isoNow()))}</span>
        {mayBoard && <LiveAge />}
        {mayBoard && <Link to="/commitments">{words.board}</Link>}
        {mayFind && (
          <span className="end">
            <Link className="btn primary" to="/find">
              {shell.find}
            </Link>
          </span>
        )}
      </div>
      {mayBoard && <Clocks />}
      <ComingVisits />
    </div>
  )
}

function Clocks() {
  const words = useWords().commitments
  const query = useLive(mine())
  return (
    <Answer of={query} rows={1}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={words.nothingOwed} hint={words.nothingOwedHint} />
        ) : (
          <ul className="clocks">
            {items.slice(0, 5).map((item, place) => (
              <ClockCard key={item.id} commitment={item} first={place === 0} />
            ))}
          </ul>
        )
      }
    </Answer>
  )
}

function ComingVisits() {
  const { commitments: words, booking } = useWords()
  const pick = useBilingual()
  const query = useLive(coming())
  const format = useDays(dateOf(isoNow()))
  return (
    <section className="grow" aria-label={words.comingVisits}>
      <Answer of={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={booking.noVisits} />
          ) : (
            <table className="grid">
              <caption className="sr">{words.comingVisits}</caption>
              <thead>
                <tr>
                  <th>{booking.time}</th>
                  <th>{booking.who}</th>
                  <th>{booking.what}</th>
                  <th>{booking.status}</th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ id, startsAt, zone, personName, offering, site, resources, status }) => (
                  <tr key={id}>
                    <th scope="row" className="num nowrap">
                      {format.near(dateOf(startsAt, zone))} <b>{timeOf(startsAt, zone)}</b>
                    </th>
                    <td className="nowrap">
                      <Link to="/visits" search={{ visit: id }}>
                        {personName ?? booking.notOnCard}
                      </Link>
                    </td>
                    <td>{[pick(offering), pick(site), ...resources.map(({ name }) => pick(name))].join(' · ')}</td>
                    <td>
                      <StatusMark of="visitStatus" value={status} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answer>
    </section>
  )
}
