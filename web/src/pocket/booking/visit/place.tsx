import type { ShowAttendanceAnswer } from '../../../client/operations'
import { minutesBetween, percentOf, plusMinutes, timeOf } from '../../../parts/moment'
import { useBuzz } from '../../../parts/use-buzz'
import { isoNow, useNow } from '../../../parts/use-now'
import { useWords } from '../../../words/use-words'

/** With so few before her she should be near. */
const nearBefore = 3

/** How many are before me, and the range in which it will be my turn, drawn on a line of time. */
export function Place({ visit }: { visit: ShowAttendanceAnswer }) {
  const words = useWords().booking
  const { place, expected, site, startsAt, status, pauseReason } = visit
  const near = place !== null && place < nearBefore && (status === 'waiting' || status === 'arrived')
  useBuzz(near)
  if (place === null || expected === null) return <When visit={visit} />
  return (
    <>
      <div className="place">
        <div>
          <p className="note">{words.beforeYou}</p>
          <p className="num">
            <b>{place}</b> {words.people}
          </p>
        </div>
        <div>
          <p className="note">{words.expectedTurn}</p>
          <p className="num">
            <b className="t">
              {timeOf(expected.from, site.zone)}–{timeOf(expected.until, site.zone)}
            </b>
          </p>
        </div>
      </div>
      <Range expected={expected} startsAt={startsAt} zone={site.zone} />
      <p className="note">{words.nineInTen(timeOf(expected.until, site.zone))}</p>
      {pauseReason && <p className="note">{words.waitPaused(pauseReason)}</p>}
      {near && <p className="notice">{words.comeNear}</p>}
    </>
  )
}

function Range({ expected, startsAt, zone }: { expected: { from: string; until: string }; startsAt: string; zone: string }) {
  const words = useWords().booking
  useNow()
  const from = isoNow()
  const last = expected.until > startsAt ? expected.until : startsAt
  const window = { from, until: plusMinutes(last, Math.max(10, Math.round(minutesBetween(from, last) / 3))) }
  const at = percentOf(window, startsAt)
  const sentence = words.rangeBar(timeOf(from, zone), timeOf(startsAt, zone), timeOf(expected.from, zone), timeOf(expected.until, zone))
  return (
    <div className="range num">
      <div className="ax" role="img" aria-label={sentence}>
        <i style={{ '--a': percentOf(window, expected.from), '--b': percentOf(window, expected.until) } as object} />
        {startsAt > from && <em style={{ '--a': at } as object} />}
      </div>
      <div className="lab">
        <span>{words.nowAt(timeOf(from, zone))}</span>
        {at > 20 && at < 80 && (
          <span className="at" style={{ '--a': at } as object}>
            {words.bookedAt(timeOf(startsAt, zone))}
          </span>
        )}
        <span>{timeOf(window.until, zone)}</span>
      </div>
    </div>
  )
}

function When({ visit: { startsAt, startedAt, endedAt, site } }: { visit: ShowAttendanceAnswer }) {
  const words = useWords().booking
  return (
    <p className="next-t num">
      <b>{timeOf(startedAt ?? startsAt, site.zone)}</b>{' '}
      <span>{endedAt ? words.untilShort(timeOf(endedAt, site.zone)) : startedAt ? words.begun : words.bookedTime}</span>
    </p>
  )
}
