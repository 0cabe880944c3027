import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ListVisitsAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { dateOf, plusDays, timeOf, useDays } from '../../../parts/moment'
import { StatusMark } from '../../../parts/status-mark'
import { isoNow } from '../../../parts/use-now'
import { useBilingual, useWords } from '../../../words/use-words'
import { visits } from './person.data'

const daysOfPast = 365

/** Coming and past visits in which this institution has a part. */
export function Visits({ personId }: { personId: string }) {
  const words = useWords().people
  const today = dateOf(isoNow())
  const coming = useQuery(visits(personId, today, 366))
  const past = useQuery(visits(personId, plusDays(today, -daysOfPast), daysOfPast))
  return (
    <>
      <section aria-label={words.comingVisits}>
        <h2 className="cap">{words.comingVisits}</h2>
        <Answer of={coming} rows={1}>
          {({ items }) => (items.length === 0 ? <p className="none note">{words.noComing}</p> : <Rows items={items} />)}
        </Answer>
      </section>
      <section aria-label={words.pastVisits}>
        <h2 className="cap">{words.pastVisits}</h2>
        <Answer of={past} rows={1}>
          {({ items }) => (items.length === 0 ? <p className="none note">{words.noPast}</p> : <Rows items={items.toReversed()} />)}
        </Answer>
      </section>
    </>
  )
}

function Rows({ items }: { items: ListVisitsAnswer['items'] }) {
  const { booking: words } = useWords()
  const pick = useBilingual()
  const format = useDays(dateOf(isoNow()))
  return (
    <table className="grid dense">
      <thead>
        <tr>
          <th>{words.time}</th>
          <th>{words.what}</th>
          <th>{words.status}</th>
          <th className="r">{words.next}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, startsAt, zone, offering, site, resources, status }) => (
          <tr key={id}>
            <th scope="row" className="num nowrap">
              {format.full(dateOf(startsAt, zone))} <b>{timeOf(startsAt, zone)}</b>
            </th>
            <td>{[pick(offering), pick(site), ...resources.map(({ name }) => pick(name))].join(' · ')}</td>
            <td>
              <StatusMark of="visitStatus" value={status} />
            </td>
            <td className="r">
              <Link to="/visits" search={{ from: dateOf(startsAt, zone), visit: id }}>
                {words.detail}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
