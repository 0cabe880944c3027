import { enums } from '../../../client/enums'
import { secondsSince } from '../../../parts/moment'
import { useBilingual, useWords } from '../../../words/use-words'
import type { WallLane } from './wall.data'

const freshSeconds = 3

type Shown = WallLane['next'][number]

/** One expert on the wall: who is called or in, and the next three. */
export function LaneCard({ lane: { expert, room, current, next }, now }: { lane: WallLane; now: number }) {
  const words = useWords().queue
  const pick = useBilingual()
  const fresh = current !== null && !current.isIn && secondsSince(current.calledAt, now) < freshSeconds
  return (
    <li className={fresh ? 'fresh' : undefined}>
      <h2>
        {room && <b>{pick(room)}</b>} <span>{pick(expert)}</span>
      </h2>
      {current && (
        <p className={current.isIn ? 'call in' : 'call'}>
          <span>{current.isIn ? words.isIn : words.nowServing}</span>
          <Ticket shown={current} />
        </p>
      )}
      {next.length > 0 && (
        <div className="next">
          <span>{words.upNext}</span>
          <ol>
            {next.map((one) => (
              <li key={one.ticket}>
                <Ticket shown={one} />
              </li>
            ))}
          </ol>
        </div>
      )}
    </li>
  )
}

function Ticket({ shown: { ticket, maskedName, mark } }: { shown: Shown }) {
  const pick = useBilingual()
  return (
    <b className="num">
      {ticket}
      {mark !== 'none' && <sup>{pick(enums.queuePriority[mark])}</sup>}
      {maskedName && <small>{maskedName}</small>}
    </b>
  )
}
