import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Answer, Empty } from '../../parts/answer'
import { Icon } from '../../parts/icon'
import { dateOf, hourOf } from '../../parts/moment'
import { ElderlySwitch, ModeSwitch } from '../../parts/preference-switches'
import { isoNow } from '../../parts/use-now'
import { useLive } from '../../wire/live'
import { useSession, useSignOut } from '../../wire/session'
import { useBilingual, useWords } from '../../words/use-words'
import { newestBills } from '../billing/bill.data'
import { MyCover } from '../billing/my-cover'
import { Bar } from '../frame/bar'
import { FamilySwitch } from '../people/family-switch'
import { coming, past } from './home.data'
import { NextCard, ThingLine } from './next-card'
import { bookedBefore, nextThings, type Visit } from './next-thing'
import { ReadLines, Tiles } from './ways'

const linesShown = 3
const isToday = ({ startsAt, zone }: Visit) => dateOf(startsAt, zone) === dateOf(isoNow(), zone)

/** What is next for me, what runs out first, and the ways from here. */
export function HomeScreen() {
  const { booking, shell } = useWords()
  const pick = useBilingual()
  const session = useSession()
  const navigate = useNavigate()
  const signOut = useSignOut(() => void navigate({ to: '/sign-in' }))
  const { person } = useSearch({ from: '/shell/' })
  return (
    <>
      <Bar title={booking.greeting(session ? pick(session.name) : '', hourOf(isoNow()))} />
      <main id="main" tabIndex={-1}>
        <FamilySwitch to="/" person={person} />
        <Next person={person} />
        <Tiles person={person} />
        <ReadLines person={person} />
        <MyCover person={person} />
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

function Next({ person }: { person: string | undefined }) {
  const words = useWords().booking
  const visits = useLive(coming(person), { net: false })
  const before = useLive(past(person), { net: false }).data?.items ?? []
  const bills = useLive(newestBills(person), { net: false }).data?.items ?? []
  return (
    <Answer of={visits} rows={1}>
      {({ items }) => {
        const [first, ...rest] = nextThings(items, bills, isToday)
        const again = bookedBefore([...before, ...items])
        return (
          <>
            {first ? (
              <NextCard thing={first} person={person} />
            ) : (
              <section className="sheet">
                <Empty title={words.noNextVisit} hint={words.noNextVisitHint} />
              </section>
            )}
            {(rest.length > 0 || again) && (
              <section className="sheet flush">
                <ul className="lines">
                  {rest.slice(0, linesShown).map((thing) => (
                    <li key={thing.is === 'bill' ? 'bill' : thing.visit.id}>
                      <ThingLine thing={thing} person={person} />
                    </li>
                  ))}
                  {again && (
                    <li>
                      <Again visit={again} person={person} />
                    </li>
                  )}
                </ul>
              </section>
            )}
          </>
        )
      }}
    </Answer>
  )
}

/** The same as last time, on the first day that has room. */
function Again({ visit: { offeringId, offering, resources }, person }: { visit: Visit; person: string | undefined }) {
  const words = useWords().booking
  const pick = useBilingual()
  const expert = resources.find(({ role }) => role === 'expert')
  return (
    <Link className="row" to="/book" search={{ person, offering: offeringId }}>
      <Icon name="calendar" large />
      <span className="grow">
        {words.bookAgain}
        <small>{[pick(offering), expert && pick(expert.name)].filter(Boolean).join(' · ')}</small>
      </span>
      <Icon name="right" />
    </Link>
  )
}
