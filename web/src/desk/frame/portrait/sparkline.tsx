import { percentOf } from '../../../parts/moment'
import type { Series } from './reads'

const [width, height, margin] = [96, 20, 2]

/** The shape of a curve beside its latest value; the range lies behind it. The numbers stand elsewhere. */
export function Sparkline({ of: { points, latest } }: { of: Series }) {
  const values = points.map(({ value }) => value)
  if (values.length < 2) return <svg className="spark" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" />
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  const period = { from: points[0]?.at ?? '', until: points.at(-1)?.at ?? '' }
  const across = (at: string) => (period.from === period.until ? width / 2 : margin + (percentOf(period, at) / 100) * (width - 2 * margin))
  const down = (value: number) => {
    const share = highest === lowest ? 0.5 : (value - lowest) / (highest - lowest)
    return Math.min(height, Math.max(0, height - margin - share * (height - 2 * margin)))
  }
  const [top, bottom] = [latest.high === null ? 0 : down(latest.high), latest.low === null ? height : down(latest.low)]
  const line = points.map(({ at, value }) => `${across(at).toFixed(1)} ${down(value).toFixed(1)}`).join('L')
  return (
    <svg className="spark" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {(latest.low !== null || latest.high !== null) && <rect y={top} width={width} height={Math.max(0, bottom - top)} />}
      <path vectorEffect="non-scaling-stroke" d={`M${line}`} />
    </svg>
  )
}
