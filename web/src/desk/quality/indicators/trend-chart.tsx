import type { ShowIndicatorAnswer } from '../../../client/operations'
import { useWords } from '../../../words/use-words'
import { figureOf, useFigure } from './figure'
import { pathOf, placeOf, type Range, rangeOf, runsOf } from './scale'

type Shown = ShowIndicatorAnswer
type Point = Shown['trend'][number]

const [left, right, top, bottom] = [40, 362, 14, 150]
const xOf = (place: number): number => left + ((right - left - 3) / 11) * place

/** The label of a period under the axis: the month, or month and day. */
export const periodLabel = ({ first, last }: Point): string =>
  first.endsWith('-01') && last.slice(0, 7) === first.slice(0, 7) && first !== last ? first.slice(5, 7) : first.slice(5)

/** Twelve periods as a line, with the floor dotted and the target dashed as they were in force; filled: below the floor. */
export function TrendChart({ shown, name }: { shown: Shown; name: string }) {
  const words = useWords().indicators
  const figure = useFigure(shown)
  const { trend, better, unit } = shown
  const range = rangeOf(trend, unit.en === '%')
  const y = (value: number) => placeOf(range, value, bottom, top)
  const said = trend.map((point) => `${periodLabel(point)} ${figure(point.value)}`).join('，')
  return (
    <svg className="chart num" viewBox="0 0 470 176" role="img" aria-label={words.chart(name, said)}>
      <Grid range={range} digits={range.most - range.least < 5 ? 1 : 0} />
      <Unborne trend={trend} isAbove={better === 'lower'} y={y} />
      <Wanted trend={trend} of="target" label={words.target} y={y} />
      <Wanted trend={trend} of="floor" label={words.floor} y={y} />
      {runsOf(trend.map(({ value }) => value)).map((run) => (
        <path key={run[0]?.at} className="line-s" d={pathOf(run.map(({ at, value }) => [xOf(at), y(value)]))} />
      ))}
      {trend.map(
        (point, place) =>
          point.value !== null && (
            <circle
              key={point.first}
              className={point.judgement === 'below-floor' ? 'pt bad' : 'pt'}
              cx={xOf(place)}
              cy={y(point.value)}
              r="3.5"
            >
              <title>{`${words.days(point.first, point.last)}: ${figure(point.value)} (n=${point.count})`}</title>
            </circle>
          ),
      )}
      {trend.map((point, place) => (
        <text key={point.first} x={xOf(place)} y="170" textAnchor="middle">
          {place % (periodLabel(point).length > 2 ? 2 : 1) === 1 && periodLabel(point).length > 2 ? '' : periodLabel(point)}
        </text>
      ))}
    </svg>
  )
}

function Grid({ range, digits }: { range: Range; digits: number }) {
  return range.ticks.map((tick) => {
    const y = placeOf(range, tick, bottom, top)
    return (
      <g key={tick}>
        <path className="gridl" d={`M${left} ${y}H${right}`} />
        <text x={left - 8} y={y + 4} textAnchor="end">
          {figureOf(tick, digits)}
        </text>
      </g>
    )
  })
}

type Lined = { readonly trend: readonly Point[]; readonly y: (value: number) => number }

/** The side of the floor that is not borne, as it was in force in the last period. */
function Unborne({ trend, isAbove, y }: Lined & { isAbove: boolean }) {
  const floor = trend.at(-1)?.floor ?? null
  if (floor === null) return null
  return (
    <path
      className="under"
      d={isAbove ? `M${left} ${top}H${right}V${y(floor)}H${left}z` : `M${left} ${y(floor)}H${right}V${bottom}H${left}z`}
    />
  )
}

function Wanted({ trend, of, label, y }: Lined & { of: 'floor' | 'target'; label: string }) {
  const last = trend.at(-1)?.[of] ?? null
  const other = trend.at(-1)?.[of === 'floor' ? 'target' : 'floor'] ?? null
  const half = (right - left) / 22
  const steps = runsOf(trend.map((point) => point[of])).map((run) =>
    run.flatMap(({ at, value }): [number, number][] => [
      [Math.max(left, xOf(at) - half), y(value)],
      [Math.min(right, xOf(at) + half), y(value)],
    ]),
  )
  const near = last !== null && other !== null && Math.abs(y(last) - y(other)) < 14 && of === 'floor'
  return (
    <>
      {steps.map((points) => (
        <path key={points[0]?.[0]} className={of} d={pathOf(points)} />
      ))}
      {last !== null && (
        <text className="strong" x={right + 8} y={y(last) + (near ? 16 : 4)}>
          {label} {last}
        </text>
      )}
    </>
  )
}
