import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { enums } from '../../../client/enums'
import { Answer } from '../../../parts/answer'
import { elapsedText } from '../../../parts/clock'
import { minutesBetween, timeOf } from '../../../parts/moment'
import { useIsoNow, useNow } from '../../../parts/use-now'
import { useLive } from '../../../wire/live'
import { useMay } from '../../../wire/session'
import { useBilingual, useWords } from '../../../words/use-words'
import { CoverChip } from '../../frame/cover-chip'
import { attendance, person } from './my-day.data'
import type { Task, Visit } from './task'

type Props = { readonly visit: Visit; readonly tasks: readonly Task[] }

/** Everything beside a visit of today that one wants to know before acting. */
export function VisitSide({ visit, tasks }: Props) {
  const mayOpen = useMay('people.person.open')
  return (
    <>
      {mayOpen && visit.personId && <Facts personId={visit.personId} />}
      <WhyLate visit={visit} tasks={tasks} />
      <Else visit={visit} />
      <History visit={visit} />
    </>
  )
}

/** Facts of a person are a look that she can read about: they are shown when asked for, not while one walks through the rows. */
function Facts({ personId }: { personId: string }) {
  const { commitments: words } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <section>
      {open ? (
        <FactList personId={personId} />
      ) : (
        <button type="button" className="text" onClick={() => setOpen(true)}>
          {words.showFacts}
        </button>
      )}
    </section>
  )
}

function FactList({ personId }: { personId: string }) {
  const { people, portrait } = useWords()
  const pick = useBilingual()
  const query = useLive({ ...person(personId), staleTime: 300_000 }, { net: false })
  return (
    <Answer of={query} rows={3}>
      {({ sex, birthDate, phoneMasked, allergies, noneKnown }) => (
        <>
          <dl className="facts">
            <div>
              <dt>{people.birthDate}</dt>
              <dd className="num">
                {pick(enums.sex[sex])} · {birthDate}
              </dd>
            </div>
            <div>
              <dt>{portrait.allergies}</dt>
              <dd>
                {allergies.length === 0
                  ? noneKnown
                    ? portrait.noneKnown
                    : portrait.notRecorded
                  : allergies.map(({ name }) => pick(name)).join('、')}
              </dd>
            </div>
            {phoneMasked && (
              <div>
                <dt>{people.phone}</dt>
                <dd className="num">{phoneMasked}</dd>
              </div>
            )}
          </dl>
          <CoverChip personId={personId} />
        </>
      )}
    </Answer>
  )
}

function WhyLate({ visit: { expertId, visitId, status, waitingSince, waitingUntil, pauseReason }, tasks }: Props) {
  const words = useWords().commitments
  const now = useNow()
  const iso = useIsoNow()
  if (!waitingSince || !waitingUntil || waitingSince > iso) return null
  const lane = tasks.flatMap((task) =>
    task.is === 'visit' && task.visit.expertId === expertId && task.visit.visitId !== visitId ? [task.visit] : [],
  )
  const inside = lane.find((other) => other.status === 'in-progress')
  const behind = lane.filter((other) => other.status === 'waiting' && (other.waitingSince ?? '') > waitingSince)
  return (
    <section>
      <h3>{iso > waitingUntil ? words.whyLate : words.theWait}</h3>
      {pauseReason && <p>{words.paused(pauseReason)}</p>}
      {inside?.startedAt && status !== 'called' && (
        <p>
          {words.insideSince(inside.ticket ?? '', timeOf(inside.startedAt), inside.plannedMinutes, minutesBetween(inside.startedAt, iso))}
        </p>
      )}
      <dl className="facts">
        <div>
          <dt>{words.waited}</dt>
          <dd className="num">{words.waitedOf(elapsedText(now, waitingSince), minutesBetween(waitingSince, waitingUntil))}</dd>
        </div>
        {behind.length > 0 && (
          <div>
            <dt>{words.behind}</dt>
            <dd className="num">
              {words.behindOf(
                behind.length,
                behind
                  .map(({ ticket }) => ticket)
                  .filter(Boolean)
                  .join('、'),
              )}
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}

function Else({ visit: { visitId, status, site } }: Pick<Props, 'visit'>) {
  const { commitments: words, queue } = useWords()
  const [mayRun, mayBook] = [useMay('booking.queue.run'), useMay('booking.visit.book')]
  const present = status === 'arrived' || status === 'waiting' || status === 'called'
  return (
    <section>
      <h3>{words.alsoCan}</h3>
      <ul className="ways">
        {present && mayRun && (
          <li>
            <Link to="/front-desk" search={{ site: site.id, move: visitId }}>
              {queue.move}
            </Link>
          </li>
        )}
        <li>
          <Link to="/visits" search={{ visit: visitId }}>
            {mayBook ? words.changeVisit : words.openVisit}
          </Link>
        </li>
      </ul>
    </section>
  )
}

function History({ visit: { visitId, startsAt, site } }: Pick<Props, 'visit'>) {
  const words = useWords().commitments
  const query = useLive(attendance(visitId))
  return (
    <section>
      <h3>{words.history}</h3>
      <Answer of={query} rows={2}>
        {({ checkedInAt, calledAt, startedAt, endedAt, ticket }) => (
          <ul className="log num">
            {(
              [
                [startsAt, words.wasBooked],
                [checkedInAt, words.checkedIn(ticket ?? '')],
                [calledAt, words.called],
                [startedAt, words.began],
                [endedAt, words.ended],
              ] as const
            )
              .flatMap(([at, what]) => (at ? [{ at, what }] : []))
              .toSorted((a, b) => (a.at < b.at ? -1 : 1))
              .map(({ at, what }) => (
                <li key={what}>
                  <span>{timeOf(at, site.zone)}</span> {what}
                </li>
              ))}
          </ul>
        )}
      </Answer>
    </section>
  )
}
