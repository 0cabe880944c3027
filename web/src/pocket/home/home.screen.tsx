import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { Enum } from '../../client/enums'
import type { ListVisitsAnswer } from '../../client/operations'
import { Answer, Empty } from '../../parts/answer'
import { Icon } from '../../parts/icon'
import { dateOf, hourOf, timeOf, useDays } from '../../parts/moment'
import { ElderlySwitch, ModeSwitch } from '../../parts/preference-switches'
import { StatusMark } from '../../parts/status-mark'
import { isoNow } from '../../parts/use-now'
import { useSession, useSignOut } from '../../wire/session'
import { useBilingual, useWords } from '../../words/use-words'
import { MyCover } from '../billing/my-cover'
import { OpenNote } from '../billing/open-sum'
import { Bar } from '../frame/bar'
import { FamilySwitch } from '../people/family-switch'
import { coming } from './home.data'

const over: readonly Enum<'visitStatus'>[] = ['cancelled', 'no-show', 'completed']

/** What is next for me, and the ways from here. */
export function HomeScreen() {
  const { bill, booking, care, people, portrait, shell, triage } = useWords()
  const pick = useBilingual()
  const session = useSession()
  const navigate = useNavigate()
  const signOut = useSignOut(() => void navigate({ to: '/sign-in' }))
  const { person } = useSearch({ from: '/shell/' })
  const query = useQuery(coming(person))
  return (
    <>
      <Bar title={booking.greeting(session ? pick(session.name) : '', hourOf(isoNow()))} />
      <main id="main" tabIndex={-1}>
        <FamilySwitch to="/" person={person} />
        <Answer of={query} rows={1}>
          {({ items }) => {
            const next = items.find(({ status }) => !over.includes(status))
            return next ? (
              <NextVisit visit={next} person={person} />
            ) : (
              <section className="sheet">
                <Empty title={booking.noNextVisit} hint={booking.noNextVisitHint} />
              </section>
            )
          }}
        </Answer>
        <nav className="tiles two" aria-label={shell.navigation}>
          <Link className="whole" to="/describe" search={{ person }}>
            <Icon name="chat" large />
            <span>{triage.describe}</span>
          </Link>
          <Link to="/book" search={{ person }}>
            <Icon name="calendar" large />
            <span>{shell.book}</span>
          </Link>
          <Link to="/visits" search={{ person }}>
            <Icon name="queue" large />
            <span>{booking.seeVisits}</span>
          </Link>
          <Link to="/bills" search={{ person }}>
            <Icon name="money" large />
            <span>
              {bill.bills}
              <OpenNote person={person} />
            </span>
          </Link>
          <Link to="/results" search={{ person }}>
            <Icon name="flask" large />
            <span>{care.myResults}</span>
          </Link>
          <Link to="/record" search={{ person }}>
            <Icon name="document" large />
            <span>{portrait.title}</span>
          </Link>
          <Link to="/family">
            <Icon name="family" large />
            <span>{people.familyTitle}</span>
          </Link>
          <Link to="/who-saw" search={{ person }}>
            <Icon name="eye" large />
            <span>{people.whoSawTitle}</span>
          </Link>
        </nav>
        <MyCover person={person} />
        <p className="row-of">
          <Link className="text" to="/consent">
            <Icon name="document" large />
            {people.consents}
          </Link>
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

function NextVisit({
  visit: { id, startsAt, zone, offering, site, resources, status },
  person,
}: {
  visit: ListVisitsAnswer['items'][number]
  person: string | undefined
}) {
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
          <Link className="btn primary" to="/book" search={{ person, hold: id }}>
            {commitments.openHold}
          </Link>
        ) : dateOf(startsAt, zone) === dateOf(isoNow(), zone) ? (
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
