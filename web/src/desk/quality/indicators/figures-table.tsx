import type { ShowIndicatorAnswer } from '../../../client/operations'
import { StatusMark } from '../../../parts/status-mark'
import { useBilingual, useWords } from '../../../words/use-words'
import { useFigure, wantedOf } from './figure'

type Shown = { readonly shown: ShowIndicatorAnswer }
type Line = Pick<ShowIndicatorAnswer['trend'][number], 'value' | 'count' | 'floor' | 'target' | 'judgement'> & {
  readonly key: string
  readonly label: string
}

/** What the chart shows, as figures: the periods, the institutions, the sites. */
export function FiguresTable({ shown }: Shown) {
  const words = useWords().indicators
  const pick = useBilingual()
  const { trend, institutions, sites } = shown
  const named = ({ id, name, ...rest }: (typeof institutions)[number] | (typeof sites)[number]): Line => ({
    key: id,
    label: pick(name),
    ...rest,
  })
  return (
    <>
      <Lines
        shown={shown}
        head={words.periodHead}
        lines={trend.map((point) => ({ ...point, key: point.first, label: words.days(point.first, point.last) })).toReversed()}
      />
      <Lines shown={shown} head={words.institutions} lines={institutions.map(named)} />
      <Lines shown={shown} head={words.sites} lines={sites.map(named)} />
    </>
  )
}

function Lines({ shown, head, lines }: Shown & { head: string; lines: readonly Line[] }) {
  const words = useWords().indicators
  const figure = useFigure(shown)
  if (lines.length === 0) return null
  return (
    <table className="grid dense plain num">
      <caption className="sr">{head}</caption>
      <thead>
        <tr>
          <th>{head}</th>
          <th className="r">{words.value}</th>
          <th className="r">{words.count}</th>
          <th className="r">{words.floor}</th>
          <th className="r">{words.target}</th>
          <th>{words.judgement}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, label, value, count, floor, target, judgement }) => (
          <tr key={key}>
            <td>{label}</td>
            <td className="r">{figure(value)}</td>
            <td className="r">{count}</td>
            <td className="r">{wantedOf(floor, words.none)}</td>
            <td className="r">{wantedOf(target, words.none)}</td>
            <td>
              <StatusMark of="judgement" value={judgement} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
