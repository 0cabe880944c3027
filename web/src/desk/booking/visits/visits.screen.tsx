import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Answer, Empty } from '../../../parts/answer'
import { dateOf } from '../../../parts/moment'
import { More } from '../../../parts/more'
import { isoNow } from '../../../parts/use-now'
import { useLivePages } from '../../../wire/live'
import { useWords } from '../../../words/use-words'
import { VisitPane } from './visit-pane'
import { VisitRow } from './visit-row'
import { visits } from './visits.data'
import type { VisitsView } from './visits.view'

/** Which visits wait for us: those in which this institution has a part, by time. */
export function VisitsScreen() {
  const { booking, shell } = useWords()
  const view = useSearch({ from: '/shell/visits' })
  const navigate = useNavigate({ from: '/visits' })
  const change = (part: Partial<VisitsView>) => void navigate({ search: (before) => ({ ...before, ...part }) })
  const from = view.from ?? dateOf(isoNow())
  const list = useLivePages(visits(from))
  return (
    <div className={view.visit ? 'split-view with-hold' : 'split-view'}>
      <div className="col">
        <div className="head">
          <h1>{booking.visitsTitle}</h1>
          <label className="end field">
            <span>{booking.day}</span>
            <input type="date" value={from} onChange={(event) => change({ from: event.target.value })} />
          </label>
        </div>
        <div className="grow">
          <Answer of={list}>
            {({ pages }) => {
              const items = pages.flatMap((page) => page.items)
              if (items.length === 0)
                return (
                  <Empty title={booking.noVisits} hint={booking.noVisitsHint}>
                    <Link className="btn" to="/find">
                      {shell.find}
                    </Link>
                  </Empty>
                )
              return (
                <>
                  <table className="grid">
                    <thead>
                      <tr>
                        <th>{booking.time}</th>
                        <th>{booking.who}</th>
                        <th>{booking.what}</th>
                        <th>{booking.status}</th>
                        <th className="r">{booking.next}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {items.map((row) => (
                        <VisitRow key={row.id} visit={row} open={row.id === view.visit} choose={() => change({ visit: row.id })} />
                      ))}
                    </tbody>
                  </table>
                  <More of={list} />
                </>
              )
            }}
          </Answer>
        </div>
      </div>
      {view.visit && <VisitPane key={view.visit} visitId={view.visit} leave={() => change({ visit: undefined })} />}
    </div>
  )
}
