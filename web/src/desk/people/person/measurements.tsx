import { useNavigate } from '@tanstack/react-router'
import { Empty } from '../../../parts/answer'
import { rangeText } from '../../../parts/measured'
import { MeasuredValue } from '../../../parts/measured-value'
import { dateOf } from '../../../parts/moment'
import { useBilingual, useWords } from '../../../words/use-words'
import type { Portrait, Series } from '../../frame/portrait/reads'
import { Sparkline } from '../../frame/portrait/sparkline'
import { useWhy } from '../../frame/portrait/use-why'
import { Withheld } from '../../frame/portrait/withheld'
import { Scroll } from '../../frame/scroll'
import { measureOf } from './curve.order'
import { CurvePane } from './curve-pane'
import type { PersonView } from './person.view'

/** Everything that was measured with its latest value, and the curve of one of them. */
export function Measurements({ of, view }: { of: Portrait; view: PersonView }) {
  const words = useWords().portrait
  const { measurements } = of
  const asked = measurements.find((series) => measureOf(series) === view.measure)
  const shown = asked ?? measurements.find(({ points }) => points.length > 1) ?? measurements[0]
  if (!shown)
    return (
      <>
        <Withheld of={of} />
        <Empty title={words.noMeasurements} />
      </>
    )
  return (
    <div className="col">
      <CurvePane key={measureOf(shown)} series={shown} asTable={view.as === 'table'} />
      <Scroll label={words.measurements}>
        <table className="grid dense">
          <thead>
            <tr>
              <th>{words.what}</th>
              <th className="r">{words.value}</th>
              <th>{words.range}</th>
              <th>{words.curve}</th>
              <th>{words.at}</th>
              <th>{words.from}</th>
              <th>{words.why}</th>
            </tr>
          </thead>
          <tbody>
            {measurements.map((series) => (
              <Row key={measureOf(series)} of={of} series={series} on={series === shown} />
            ))}
          </tbody>
        </table>
        <Withheld of={of} />
      </Scroll>
    </div>
  )
}

function Row({ of, series, on }: { of: Portrait; series: Series; on: boolean }) {
  const words = useWords().portrait
  const pick = useBilingual()
  const why = useWhy(of)
  const navigate = useNavigate({ from: '/people/$personId' })
  const { name, low, high, happenedAt, institution, why: because } = series.latest
  const choose = () => void navigate({ search: (before) => ({ ...before, measure: measureOf(series) }) })
  return (
    <tr className={on ? 'on' : undefined}>
      <th scope="row">
        <button type="button" className="text" aria-pressed={on} aria-description={words.curveDrawn} onClick={choose}>
          {pick(name)}
        </button>
      </th>
      <td className="r">
        <MeasuredValue of={series.latest} />
      </td>
      <td className="num">{rangeText(low, high) ?? '—'}</td>
      <td>
        <Sparkline of={series} />
      </td>
      <td className="num">{dateOf(happenedAt)}</td>
      <td className="nowrap">{pick(institution)}</td>
      <td className="note why">{why(because)}</td>
    </tr>
  )
}
