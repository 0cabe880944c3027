import { minutesBetween } from '../../../parts/moment'
import { useIsoNow } from '../../../parts/use-now'
import { useWords } from '../../../words/use-words'
import type { Queue } from './front-desk.data'

/** The counts at the top: with the doctor, waiting, the longest wait, missed calls, still to come. */
export function Figures({ queue: { counts, lanes } }: { queue: Queue }) {
  const words = useWords().queue
  const now = useIsoNow()
  const missed = lanes.flatMap(({ rows }) => rows).filter(({ status }) => status === 'missed').length
  const toCome = lanes.reduce((sum, { booked }) => sum + booked, 0)
  const figures: [string, string][] = [
    [words.withDoctor, String(counts.withDoctor)],
    [words.waiting, String(counts.waiting)],
    [words.longest, counts.longestSince ? words.minutes(minutesBetween(counts.longestSince, now)) : '—'],
    [words.missedCount, String(missed)],
    [words.toCome, String(toCome)],
  ]
  return (
    <dl className="figures">
      {figures.map(([word, figure]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd className="num">{figure}</dd>
        </div>
      ))}
    </dl>
  )
}
