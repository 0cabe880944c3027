import { pathOf, placeOf, rangeOf, runsOf } from './scale'

const [width, height, margin] = [72, 20, 2]

/** Twelve values without axis; the last one is marked. The number stands beside it. */
export function Spark({ values }: { values: readonly (number | null)[] }) {
  const range = rangeOf(
    values.map((value) => ({ value, floor: null, target: null })),
    false,
  )
  const x = (place: number) => margin + ((width - 2 * margin) / Math.max(1, values.length - 1)) * place
  const y = (value: number) => placeOf(range, value, height - margin, margin)
  const last = values.at(-1) ?? null
  return (
    <svg className="trend-spark" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {runsOf(values).map((run) => (
        <path key={run[0]?.at} d={pathOf(run.map(({ at, value }) => [x(at), y(value)]))} />
      ))}
      {last !== null && <circle cx={x(values.length - 1)} cy={y(last)} r="2.5" />}
    </svg>
  )
}
