import { Link, useSearch } from '@tanstack/react-router'
import type { ShowAttendanceAnswer } from '../../../client/operations'
import { Answer, Empty } from '../../../parts/answer'
import { LiveAge } from '../../../parts/live-age'
import { StatusMark } from '../../../parts/status-mark'
import { useBuzz } from '../../../parts/use-buzz'
import { useLive } from '../../../wire/live'
import { useBilingual, useWords } from '../../../words/use-words'
import { VisitMoney } from '../../billing/visit-money'
import { Bar } from '../../frame/bar'
import { Arrive } from './arrive'
import { Course } from './course'
import { Lane } from './lane'
import { Place } from './place'
import { attendance } from './visit.data'

/** When is it my turn: the code to check in, the place in line, the range of expected time, and where to go. */
export function VisitScreen() {
  const words = useWords().booking
  const { visit, person } = useSearch({ from: '/shell/visit' })
  return (
    <>
      <Bar title={words.myVisit} back>
        <LiveAge />
      </Bar>
      <main id="main" tabIndex={-1}>
        {visit ? <Today visitId={visit} person={person} /> : <Empty title={words.noNextVisit} hint={words.noNextVisitHint} />}
      </main>
    </>
  )
}

function Today({ visitId, person }: { visitId: string; person: string | undefined }) {
  const query = useLive(attendance(visitId, person))
  return <Answer of={query}>{(found) => <Standing visit={found} person={person} />}</Answer>
}

function Standing({ visit, person }: { visit: ShowAttendanceAnswer; person: string | undefined }) {
  const words = useWords().booking
  const pick = useBilingual()
  const { status, ticket, offering, room, visitId } = visit
  const called = status === 'called'
  useBuzz(called)
  return (
    <>
      {called && (
        <p className="call-now" role="alert">
          <b>{words.yourTurn}</b> {room && <span>{words.goTo(pick(room))}</span>}
        </p>
      )}
      <section className="sheet">
        <h2>
          <span className="num">{ticket ? words.ticket(ticket) : pick(offering)}</span>
          <StatusMark of="visitStatus" value={status} />
        </h2>
        <Place visit={visit} />
        <Course status={status} />
      </section>
      {ticket === null && <Arrive visit={visit} />}
      <Lane visit={visit} />
      <VisitMoney visitId={visitId} status={status} person={person} />
      {status === 'booked' && (
        <Link className="btn" to="/visits" search={{ person, visit: visitId }}>
          {words.changeOrCancel}
        </Link>
      )}
    </>
  )
}
