import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { Skeleton } from '../../../parts/answer'
import { rangeText, unitText } from '../../../parts/measured'
import { MeasuredValue } from '../../../parts/measured-value'
import { dateOf, timeOf } from '../../../parts/moment'
import { useBilingual, useWords } from '../../../words/use-words'
import type { Series } from '../../frame/portrait/reads'
import { Scroll } from '../../frame/scroll'
import { sideOf } from './curve.order'

const Curve = lazy(async () => ({ default: (await import('./curve')).Curve }))

/** One measured thing over time, as a curve or as a table. */
export function CurvePane({ series, asTable }: { series: Series; asTable: boolean }) {
  const words = useWords().portrait
  const pick = useBilingual()
  const navigate = useNavigate({ from: '/people/$personId' })
  const { latest, points } = series
  const range = rangeText(latest.low, latest.high)
  const period = words.latestOf(points.length, dateOf(points[0]?.at ?? latest.happenedAt), dateOf(points.at(-1)?.at ?? latest.happenedAt))
  const turn = () => void navigate({ search: (before) => ({ ...before, as: asTable ? undefined : 'table' }) })
  return (
    <section className="curve" aria-label={words.curveOf(pick(latest.name))}>
      <div className="curve-head">
        <h2>
          {pick(latest.name)} <span className="note">{unitText(latest.unit)}</span>
        </h2>
        <p className="note num">
          {[points.length > 0 && period, range ? words.rangeIs(range) : words.noRange].filter(Boolean).join(' · ')}
        </p>
        <button type="button" className="text end" aria-pressed={asTable} onClick={turn}>
          {asTable ? words.asCurve : words.asTable}
        </button>
      </div>
      {points.length < 2 && <p className="note">{words.onlyOne}</p>}
      {asTable ? (
        <Points series={series} />
      ) : (
        points.length > 1 && (
          <Suspense fallback={<Skeleton rows={5} />}>
            <Curve series={series} />
          </Suspense>
        )
      )}
    </section>
  )
}

function Points({ series: { latest, points } }: { series: Series }) {
  const words = useWords().portrait
  return (
    <Scroll className="points" label={words.asTable}>
      <table className="grid dense">
        <thead>
          <tr>
            <th>{words.at}</th>
            <th className="r">{words.value}</th>
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map(({ at, value }) => (
            <tr key={`${at} ${value}`}>
              <th scope="row" className="num">
                {dateOf(at)} {timeOf(at)}
              </th>
              <td className="r">
                <MeasuredValue of={{ value, unit: latest.unit, flag: sideOf(value, latest), note: null }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
