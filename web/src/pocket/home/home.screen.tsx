import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { FindVisitAnswer } from '../../client/operations'
import { Answer, Empty } from '../../parts/answer'
import { Icon } from '../../parts/icon'
import { dateOf, hourOf, timeOf, useDays } from '../../parts/moment'
import { ElderlySwitch, ModeSwitch } from '../../parts/preference-switches'
import { StatusMark } from '../../parts/status-mark'
import { isoNow } from '../../parts/use-now'
import { useSession, useSignOut } from '../../wire/session'
import { useBilingual, useWords } from '../../words/use-words'
import { Bar } from '../frame/bar'
import { coming } from './home.data'

/** What is next for me, and the ways from here. */
export function HomeScreen() {
  const { booking, shell } = useWords()
  const pick = useBilingual()
  const session = useSession()
  const navigate = useNavigate()
  const signOut = useSignOut(() => void navigate({ to: '/sign-in' }))
  const query = useQuery(coming())
  return (
    <>
      <Bar title={booking.greeting(session ? pick(session.name) : '', hourOf(isoNow()))} />
      <main id="main" tabIndex={-1}>
        <Answer of={query} rows={1}>
          {({ items }) => {
            const next = items.find(({ status }) => status !== 'cancelled')
            return next ? (
              <NextVisit visit={next} />
            ) : (
              <section className="sheet">
                <Empty title={booking.noNextVisit} hint={booking.noNextVisitHint} />
              </section>
            )
          }}
        </Answer>
        <nav className="tiles two" aria-label={shell.navigation}>
          <Link to="/book">
            <Icon name="calendar" large />
            <span>{shell.book}</span>
          </Link>
          <Link to="/visits">
            <Icon name="queue" large />
            <span>{booking.seeVisits}</span>
          </Link>
        </nav>
        <p className="row-of">
          <ElderlySwitch />
          <ModeSwitch />
          <button type="button" className="text" onClick={() => signOut.run({})}>
            <Icon name="exit" large />
            {shell.signOut}
          </button>
        </p>
      </main>
    </>
  )
}

function NextVisit({ visit: { id, startsAt, zone, offering, site, resources, status } }: { visit: FindVisitAnswer }) {
  const { booking: words, commitments } = useWords()
  const pick = useBilingual()
  const format = useDays(dateOf(isoNow()))
  return (
    <section className="sheet">
      <h2>
        {words.nextVisit}
        <StatusMark of="visitStatus" value={status} />
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
        {status === 'held' ? (
          <Link className="btn primary" to="/book" search={{ hold: id }}>
            {commitments.openHold}
          </Link>
        ) : (
          <Link className="btn" to="/visits" search={{ visit: id }}>
            {words.changeOrCancel}
          </Link>
        )}
      </p>
    </section>
  )
}
