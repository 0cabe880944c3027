import { enums } from '../../client/enums'
import { ClockChip } from '../../parts/clock'
import { minutesBetween } from '../../parts/moment'
import { useIsoNow } from '../../parts/use-now'
import { useBilingual, useWords } from '../../words/use-words'
import type { QueuedVisit } from './queue.data'

type Props = { readonly visit: QueuedVisit }

/** Who it is: name, age, and the mark that says why she goes first. */
export function Who({ visit: { personName, ageYears, priority, squeezeReason } }: Props) {
  const { queue: words, shell } = useWords()
  const pick = useBilingual()
  return (
    <>
      <b>{personName}</b> {ageYears !== null && <span className="note num">{shell.age(ageYears)}</span>}{' '}
      {priority !== 'none' && <span className="mark-box">{pick(enums.queuePriority[priority])}</span>}
      {squeezeReason && (
        <span className="tag clock" title={squeezeReason}>
          {words.squeezedIn}
          <span className="sr">{squeezeReason}</span>
        </span>
      )}
    </>
  )
}

/** What she is here for, and where. */
export function What({ visit: { offering, room }, site }: Props & { site?: string }) {
  const pick = useBilingual()
  const place = [site, room && pick(room.name)].filter(Boolean).join(' · ')
  return (
    <>
      {pick(offering)} {place && <small className="second-line">{place}</small>}
    </>
  )
}

/** How long somebody waits against the target; a visit in progress shows its minutes against the planned ones. */
export function Waited({ visit }: Props) {
  const words = useWords().queue
  const now = useIsoNow()
  const { waitingSince, waitingUntil, pauseReason, startedAt, endedAt, plannedMinutes } = visit
  if (startedAt) return <span className="num">{words.plannedActual(minutesBetween(startedAt, endedAt ?? now), plannedMinutes)}</span>
  if (!waitingSince || !waitingUntil) return null
  if (waitingSince > now) return <span className="note">{words.startsIn}</span>
  return (
    <>
      <span className="num">{words.waitedFor(minutesBetween(waitingSince, now))}</span>{' '}
      {pauseReason ? (
        <span className="note">{words.pausedBecause(pauseReason)}</span>
      ) : (
        <ClockChip since={waitingSince} until={waitingUntil} />
      )}
    </>
  )
}
