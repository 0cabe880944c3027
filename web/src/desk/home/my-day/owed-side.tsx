import { Link } from '@tanstack/react-router'
import { type RoleName, roles } from '../../../client/permissions'
import { Meter } from '../../../parts/clock'
import { dateOf, timeOf } from '../../../parts/moment'
import { useBilingual, useWords } from '../../../words/use-words'
import { LeftFigure } from './left-figure'
import type { Owed } from './task'

/** What runs against a clock: how long it has, whose it is, and where all of its kind stand. */
export function OwedSide({ owed: { kind, startedAt, dueAt, role, state, pauseReason } }: { owed: Owed }) {
  const words = useWords().commitments
  const pick = useBilingual()
  const stamp = (at: string) => `${dateOf(at)} ${timeOf(at)}`
  const roleWords = role ? roles[role as RoleName] : undefined
  return (
    <>
      <section>
        <h3>{state === 'overdue' ? words.whyLate : words.clock}</h3>
        <LeftFigure until={dueAt} />
        <Meter since={startedAt} until={dueAt} />
        {state === 'overdue' && <p>{words.brokeHere}</p>}
        {pauseReason && <p>{words.paused(pauseReason)}</p>}
        <dl className="facts">
          <div>
            <dt>{words.who}</dt>
            <dd>{roleWords ? pick(roleWords) : words.anybody}</dd>
          </div>
        </dl>
      </section>
      <section>
        <h3>{words.alsoCan}</h3>
        <ul className="ways">
          <li>
            <Link to="/commitments" search={{ kind }}>
              {words.allOfKind}
            </Link>
          </li>
        </ul>
      </section>
      <section>
        <h3>{words.history}</h3>
        <ul className="log num">
          <li>
            <span>{stamp(startedAt)}</span> {words.clockBegan}
          </li>
          <li>
            <span>{stamp(dueAt)}</span> {words.clockEnds}
          </li>
        </ul>
      </section>
    </>
  )
}
