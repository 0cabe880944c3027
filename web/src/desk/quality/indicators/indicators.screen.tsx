import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ListIndicatorsAnswer } from '../../../client/operations'
import { Answer, Empty } from '../../../parts/answer'
import { useRowKeys } from '../../../parts/use-keys'
import { useWords } from '../../../words/use-words'
import { Scroll } from '../../frame/scroll'
import { IndicatorList } from './indicator-list'
import { IndicatorPane } from './indicator-pane'
import { indicator, indicators } from './indicators.data'
import type { IndicatorsView } from './indicators.view'
import { PeriodFilters } from './period-filters'
import { TargetPane } from './target-pane'

type Change = (part: Partial<IndicatorsView>) => void

/** Where we stand, against what is wanted and since when; the rows behind every number. */
export function IndicatorsScreen() {
  const words = useWords().indicators
  const view = useSearch({ from: '/shell/indicators' })
  const navigate = useNavigate({ from: '/indicators' })
  const change: Change = (part) => void navigate({ search: (before) => ({ ...before, ...part }) })
  const list = useQuery({ ...indicators(view), placeholderData: keepPreviousData })
  const { data } = list
  return (
    <div className="col">
      <div className="head">
        <h1>{words.title}</h1>
        {data && <Days list={data} />}
        {data && <PeriodFilters list={data} view={view} change={change} />}
      </div>
      <Answer of={list} rows={8}>
        {(shown) =>
          shown.items.length === 0 ? (
            <Empty title={words.noIndicators} hint={words.noIndicatorsHint} />
          ) : (
            <Board list={shown} view={view} change={change} />
          )
        }
      </Answer>
    </div>
  )
}

function Days({ list: { first, last, today } }: { list: ListIndicatorsAnswer }) {
  const words = useWords().indicators
  return <p className="note num">{last >= today && first !== last ? words.soFar(first, last, today) : words.days(first, last)}</p>
}

type BoardProps = { readonly list: ListIndicatorsAnswer; readonly view: IndicatorsView; readonly change: Change }

/** The list and the open one; while a target is set, its pane takes the place of the list. */
function Board({ list, view, change }: BoardProps) {
  const words = useWords().indicators
  const codes = list.items.map(({ code }) => code)
  const open = view.indicator && codes.includes(view.indicator) ? view.indicator : codes[0]
  const choose = (code: string) => change({ indicator: code, part: undefined, pane: undefined })
  useRowKeys(codes, open, choose)
  const shown = useQuery({ ...indicator(view, open ?? ''), placeholderData: keepPreviousData })
  const isSetting = view.pane === 'target'
  return (
    <div className={isSetting ? 'split-view indicators setting' : 'split-view indicators'}>
      {!isSetting && (
        <Scroll label={words.navigation}>
          <IndicatorList list={list} open={open} choose={choose} />
        </Scroll>
      )}
      <Scroll label={words.indicator}>
        <Answer of={shown} rows={8}>
          {(one) => <IndicatorPane shown={one} view={view} change={change} />}
        </Answer>
      </Scroll>
      {isSetting && shown.data && (
        <TargetPane key={shown.data.code} shown={shown.data} today={list.today} leave={() => change({ pane: undefined })} />
      )}
    </div>
  )
}
