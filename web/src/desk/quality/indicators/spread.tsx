import type { ShowIndicatorAnswer } from '../../../client/operations'
import { useBilingual, useWords } from '../../../words/use-words'
import { figureOf, useFigure } from './figure'
import { placeOf, rangeOf, stacked } from './scale'

const [left, right, base] = [12, 220, 64]
const dotWidth = 9
const highest = 4

/** One dot per institution on one axis; filled and named: below the floor. */
export function Spread({ shown }: { shown: ShowIndicatorAnswer }) {
  const words = useWords().indicators
  const pick = useBilingual()
  const figure = useFigure(shown)
  const { institutions, floor, target, unit, better, rows } = shown
  const counted = institutions.filter((one): one is typeof one & { value: number } => one.value !== null)
  const range = rangeOf(
    counted.map(({ value }) => ({ value, floor, target })),
    unit.en === '%',
  )
  const x = (value: number) => placeOf(range, value, left, right)
  const dots = stacked(counted, x, dotWidth)
  const bad = dots.filter(({ judgement }) => judgement === 'below-floor').slice(0, 3)
  if (counted.length === 0) return null
  return (
    <>
      <p className="note">{words.spread(counted.length)}</p>
      {rows.ownOnly && <p className="note">{words.spreadOwn}</p>}
      <svg
        className="chart spread num"
        viewBox="0 0 232 84"
        role="img"
        aria-label={words.spreadChart(counted.map(({ name, value }) => `${pick(name)} ${figure(value)}`).join('，'))}
      >
        {floor !== null && (
          <path
            className="under"
            d={better === 'lower' ? `M${x(floor)} 28H${right}V${base}H${x(floor)}z` : `M${left} 28H${x(floor)}V${base}H${left}z`}
          />
        )}
        <path className="gridl" d={`M${left} ${base}H${right}`} />
        {floor !== null && <path className="floor" d={`M${x(floor)} 22V${base}`} />}
        {target !== null && <path className="target" d={`M${x(target)} 22V${base}`} />}
        <Ends floor={floor} target={target} x={x} />
        {dots.map(({ id, name, value, judgement, x: at, level }) => (
          <circle
            key={id}
            className={judgement === 'below-floor' ? 'me-dot' : 'peer'}
            cx={at}
            cy={base - 7 - dotWidth * Math.min(level, highest)}
            r="4"
          >
            <title>{`${pick(name)} ${figure(value)}`}</title>
          </circle>
        ))}
        <text x={left} y="80">
          {figureOf(range.least, 0)}
        </text>
        <text x={right} y="80" textAnchor="end">
          {figureOf(range.most, 0)}
        </text>
      </svg>
      {bad.length > 0 && <p className="note">{bad.map(({ name, value }) => `${pick(name)} ${figure(value)}`).join(' · ')}</p>}
    </>
  )
}

type EndsProps = { readonly floor: number | null; readonly target: number | null; readonly x: (value: number) => number }

/** The names of floor and target above their lines, apart where the lines are close. */
function Ends({ floor, target, x }: EndsProps) {
  const words = useWords().indicators
  const near = floor !== null && target !== null && Math.abs(x(floor) - x(target)) < 40
  const isLeft = (one: number, other: number | null) => near && other !== null && one < other
  const label = (value: number, other: number | null, text: string) => (
    <text x={Math.min(Math.max(x(value), 24), 208)} y="16" textAnchor={near ? (isLeft(value, other) ? 'end' : 'start') : 'middle'}>
      {text}
    </text>
  )
  return (
    <>
      {floor !== null && label(floor, target, words.floor)}
      {target !== null && target !== floor && label(target, floor, words.target)}
    </>
  )
}
