import type { ShowIndicatorAnswer } from '../../../client/operations'
import { Icon } from '../../../parts/icon'
import { StatusMark } from '../../../parts/status-mark'
import { useBilingual, useWords } from '../../../words/use-words'
import { useFigure } from './figure'
import { FiguresTable } from './figures-table'
import type { IndicatorsView } from './indicators.view'
import { RectificationsOf } from './rectifications-of'
import { Rows } from './rows'
import { Spread } from './spread'
import { Targets } from './targets'
import { TrendChart } from './trend-chart'

type Props = {
  readonly shown: ShowIndicatorAnswer
  readonly view: IndicatorsView
  readonly change: (part: Partial<IndicatorsView>) => void
}

/** One indicator: what it counts, where it stands and stood, where institutions stand, and the rows behind the number. */
export function IndicatorPane({ shown, view, change }: Props) {
  const words = useWords().indicators
  const pick = useBilingual()
  const isTable = view.as === 'table'
  return (
    <div className="pane indicator">
      <div className="h-row">
        <h2>{pick(shown.name)}</h2>
        <StatusMark of="judgement" value={shown.judgement} />
        <span className="end">
          <button type="button" className="text" aria-pressed={isTable} onClick={() => change({ as: isTable ? undefined : 'table' })}>
            <Icon name={isTable ? 'chart' : 'table'} />
            {isTable ? words.asChart : words.asTable}
          </button>
        </span>
      </div>
      <p className="note">{pick(shown.sentence)}</p>
      <p className="note num">
        {words.definition(shown.version, shown.validFrom)} · {words.tooFew(shown.smallestCount)}
      </p>
      {isTable ? <FiguresTable shown={shown} /> : <Picture shown={shown} />}
      <Rows shown={shown} view={view} change={change} />
      <Targets shown={shown} set={() => change({ pane: 'target' })} />
      <RectificationsOf code={shown.code} />
    </div>
  )
}

function Picture({ shown }: { shown: ShowIndicatorAnswer }) {
  const words = useWords().indicators
  const pick = useBilingual()
  const figure = useFigure(shown)
  const { first, last, value, numerator, count } = shown
  return (
    <div className="indicator-picture">
      <TrendChart shown={shown} name={pick(shown.name)} />
      <div>
        <dl className="statline num">
          <div className="fig">
            <dt>{words.days(first, last)}</dt>
            <dd>{figure(value)}</dd>
          </div>
          <div>
            <dt>{words.inNumerator}</dt>
            <dd>{words.of(String(Number(numerator.toFixed(1))), count)}</dd>
          </div>
        </dl>
        <Spread shown={shown} />
      </div>
    </div>
  )
}
