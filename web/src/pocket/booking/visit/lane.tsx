import { enums } from '../../../client/enums'
import type { ShowAttendanceAnswer } from '../../../client/operations'
import { useBilingual, useWords } from '../../../words/use-words'

/** Where to go, who is in and who comes next, by ticket, and why somebody may go first. */
export function Lane({ visit: { room, site, expert, lane, rules, status } }: { visit: ShowAttendanceAnswer }) {
  const words = useWords().booking
  const pick = useBilingual()
  return (
    <section className="sheet">
      <h2>
        {room ? pick(room) : pick(site.name)}
        {room && <span className="note">{pick(site.name)}</span>}
      </h2>
      <p className="dim">{pick(expert.name)}</p>
      {lane.length > 0 && (
        <ol className="nowlist num">
          {lane.map(({ ticket, status: standing, mark, mine }) => (
            <li key={ticket} className={mine ? 'you' : undefined}>
              <span>{ticket}</span>
              <span className={mine ? undefined : 'dim'}>{mine ? words.you : pick(enums.visitStatus[standing])}</span>
              <span className="dim">{mark === 'none' ? '' : pick(enums.queuePriority[mark])}</span>
            </li>
          ))}
        </ol>
      )}
      {lane.length > 0 && <p className="note">{pick(rules.order)}</p>}
      {(status === 'missed' || status === 'called') && <p className="note">{pick(rules.missed)}</p>}
    </section>
  )
}
