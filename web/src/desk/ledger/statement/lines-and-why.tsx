import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import type { ShowLineAnswer, ShowStatementAnswer } from '../../../client/operations'
import { Answer, Empty } from '../../../parts/answer'
import { dateOf } from '../../../parts/moment'
import { formatAmount } from '../../../parts/money'
import { useRowKeys } from '../../../parts/use-keys'
import { useBilingual, useWords } from '../../../words/use-words'
import { Scroll } from '../../frame/scroll'
import { Why } from './why'

type Line = ShowStatementAnswer['items'][number]
type Props = {
  readonly items: readonly Line[]
  readonly chosen: string | undefined
  readonly choose: (id: string) => void
  readonly why: UseQueryResult<ShowLineAnswer>
  readonly isOwn: boolean
  readonly totals: { readonly lines: number; readonly collectedFen: number; readonly totalFen: number }
  readonly more: ReactNode
}

/** The lines at the left, the chain of the chosen one at the right; j and k move. */
export function LinesAndWhy({ items, chosen, choose, why, isOwn, totals, more }: Props) {
  const words = useWords().statements
  useRowKeys(
    items.map(({ id }) => id),
    chosen,
    choose,
  )
  if (items.length === 0) return <Empty title={words.noLines} hint={words.noLinesHint} />
  return (
    <div className="split-view statement">
      <div className="col">
        <div className="grow">
          <Lines {...{ items, chosen, choose, isOwn, totals }} />
          {more}
        </div>
        <div className="foot">
          <span className="note">{words.foot}</span>
          <span className="note end">{words.keys}</span>
        </div>
      </div>
      <Scroll className="pane" label={words.title}>
        <Answer of={why} rows={8}>
          {(shown) => <Why shown={shown} />}
        </Answer>
      </Scroll>
    </div>
  )
}

function Lines({ items, chosen, choose, isOwn, totals }: Pick<Props, 'items' | 'chosen' | 'choose' | 'isOwn' | 'totals'>) {
  const words = useWords().statements
  return (
    <table className="grid lines">
      <caption className="sr">{words.list}</caption>
      <thead>
        <tr>
          <th>{words.paid}</th>
          <th>{words.person}</th>
          <th>{words.service}</th>
          <th className="r">{words.received}</th>
          <th className="r">{isOwn ? words.youGet : words.getsOf}</th>
        </tr>
      </thead>
      <tbody className="num">
        {items.map((line) => (
          <LineRow key={line.id} line={line} open={line.id === chosen} choose={() => choose(line.id)} />
        ))}
      </tbody>
      <tfoot className="num">
        <tr>
          <td colSpan={3}>{words.linesSum(totals.lines)}</td>
          <td className="r">{formatAmount(totals.collectedFen)}</td>
          <td className="r">{formatAmount(totals.totalFen)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

function LineRow({ line, open, choose }: { line: Line; open: boolean; choose: () => void }) {
  const words = useWords().statements
  const pick = useBilingual()
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  const { happenedAt, maskedName, name, collectedFen, amountFen } = line
  const service = collectedFen < 0 ? words.refund(pick(name)) : pick(name)
  return (
    <tr ref={row} className={open ? 'on' : undefined} aria-selected={open} onClick={choose}>
      <td>{dateOf(happenedAt).slice(5)}</td>
      <td>{maskedName}</td>
      <td className="cut">
        <button type="button" className="text" onClick={choose}>
          {service}
        </button>
      </td>
      <td className={collectedFen < 0 ? 'r neg' : 'r'}>{formatAmount(collectedFen)}</td>
      <td className={amountFen < 0 ? 'r neg' : 'r'}>{formatAmount(amountFen)}</td>
    </tr>
  )
}
