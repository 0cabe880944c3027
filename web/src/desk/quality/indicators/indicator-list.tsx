import { enums } from '../../../client/enums'
import type { ListIndicatorsAnswer } from '../../../client/operations'
import { StatusMark } from '../../../parts/status-mark'
import { useBilingual, useWords } from '../../../words/use-words'
import { useFigure, wantedOf } from './figure'
import { Spark } from './spark'

type Item = ListIndicatorsAnswer['items'][number]
type Props = { readonly list: ListIndicatorsAnswer; readonly open: string | undefined; readonly choose: (code: string) => void }

/** All indicators: twelve periods, the value now, what is wanted, and the judgement. */
export function IndicatorList({ list, open, choose }: Props) {
  const words = useWords().indicators
  const pick = useBilingual()
  return (
    <table className="grid indicators">
      <caption className="sr">{words.navigation}</caption>
      <thead>
        <tr>
          <th>{words.indicator}</th>
          <th>{words.trend(pick(enums.periodKind[list.period]))}</th>
          <th className="r">{words.now}</th>
          <th>{words.judgement}</th>
        </tr>
      </thead>
      <tbody>
        {list.items.map((item) => (
          <Row key={item.code} item={item} open={item.code === open} choose={choose} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ item, open, choose }: { item: Item; open: boolean; choose: Props['choose'] }) {
  const words = useWords().indicators
  const pick = useBilingual()
  const figure = useFigure(item)
  const { code, name, value, floor, target, count, judgement, doubt, passing, judged, trend } = item
  return (
    <tr className={open ? 'on' : undefined} onClick={() => choose(code)}>
      <th scope="row">
        <button type="button" className="text" aria-current={open ? 'true' : undefined} onClick={() => choose(code)}>
          {pick(name)}
        </button>
        <small className="note num">
          {words.wanted(wantedOf(floor, words.none), wantedOf(target, words.none))} · n={count}
        </small>
      </th>
      <td>
        <Spark values={trend.map((point) => point.value)} />
      </td>
      <td className="r num nowrap">
        <b>{figure(value)}</b>
        {judged > 0 && floor !== null && <small className="note">{words.passing(passing, judged)}</small>}
      </td>
      <td>
        <StatusMark of="judgement" value={judgement} />
        {doubt && <small className="note">{pick(enums.judgementDoubt[doubt])}</small>}
      </td>
    </tr>
  )
}
