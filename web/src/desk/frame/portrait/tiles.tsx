import { rangeText } from '../../../parts/measured'
import { MeasuredValue } from '../../../parts/measured-value'
import { dateOf } from '../../../parts/moment'
import { useBilingual, useWords } from '../../../words/use-words'
import type { Series } from './reads'
import { Sparkline } from './sparkline'

const most = 5

/** What was measured last, what is abnormal first. */
export function Tiles({ measurements }: { measurements: readonly Series[] }) {
  const words = useWords().portrait
  const pick = useBilingual()
  if (measurements.length === 0) return null
  return (
    <dl className="vitals num">
      {measurements.slice(0, most).map((series) => {
        const { id, name, low, high, happenedAt } = series.latest
        const range = rangeText(low, high)
        return (
          <div key={id}>
            <dt className="cut" title={pick(name)}>
              {pick(name)}
            </dt>
            <dd>
              <MeasuredValue of={series.latest} />
            </dd>
            <dd>
              <Sparkline of={series} />
            </dd>
            <dd className="note">{[range ? words.rangeIs(range) : words.noRange, dateOf(happenedAt)].join(' · ')}</dd>
          </div>
        )
      })}
    </dl>
  )
}
