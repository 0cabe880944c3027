import type { Enum } from '../../../client/enums'
import { rangeText } from '../../../parts/measured'
import { MeasuredValue } from '../../../parts/measured-value'
import { dateOf } from '../../../parts/moment'
import { useBilingual, useWords } from '../../../words/use-words'
import type { KnownFact, Portrait } from './record.data'

/** What was measured last: what it is, how much, what is usual, and in plain words how the two lie. No diagnosis. */
export function Measurements({ of: measurements }: { of: Portrait['measurements'] }) {
  const words = useWords().portrait
  return (
    <section className="sheet flush record" aria-label={words.measurements}>
      <h2>{words.measurements}</h2>
      {measurements.length === 0 && <p className="note">{words.noMeasurements}</p>}
      <ul className="lines">
        {measurements.map(({ latest }) => (
          <Line key={latest.id} fact={latest} />
        ))}
      </ul>
    </section>
  )
}

function Line({ fact }: { fact: KnownFact }) {
  const words = useWords().portrait
  const pick = useBilingual()
  const { name, low, high, flag, value, institution, happenedAt } = fact
  const range = rangeText(low, high)
  const lies = flag ? words[plain[flag]] : range && value !== null ? words.within : null
  return (
    <li>
      <div>
        <p className="measured-head">
          <b>{pick(name)}</b> <MeasuredValue of={fact} />
        </p>
        {lies && <span className={flag ? 'strong' : undefined}>{lies}</span>}
        <small className="num">{range ? words.usual(range) : words.usualUnknown}</small>
        <small className="num">{[pick(institution), dateOf(happenedAt)].join(' · ')}</small>
      </div>
    </li>
  )
}

const plain = {
  low: 'below',
  high: 'above',
  'critical-low': 'wellBelow',
  'critical-high': 'wellAbove',
  abnormal: 'unusual',
} as const satisfies Record<Enum<'factFlag'>, string>
