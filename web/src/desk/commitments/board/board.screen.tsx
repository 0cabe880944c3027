import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ListCommitmentsAnswer } from '../../../client/operations'
import { Answer, Empty } from '../../../parts/answer'
import { LiveAge } from '../../../parts/live-age'
import { More } from '../../../parts/more'
import { useLivePages } from '../../../wire/live'
import { useWords } from '../../../words/use-words'
import { owed } from './board.data'
import type { BoardView } from './board.view'
import { OwedRow } from './owed-row'
import { Today } from './today'

type Owed = ListCommitmentsAnswer['items'][number]

/** What is owed, by whom, and which clock breaks next. */
export function BoardScreen() {
  const words = useWords().commitments
  const view = useSearch({ from: '/shell/commitments' })
  const list = useLivePages(owed(view.whose === 'all'))
  return (
    <div className="col">
      <div className="head">
        <h1>{words.board}</h1>
        <Whose view={view} />
        <span className="end">
          <LiveAge />
        </span>
      </div>
      <Answer of={list}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items).filter(({ kind }) => !view.kind || kind === view.kind)
          return (
            <>
              <Today tally={pages[0]?.today ?? []} chosen={view.kind} />
              <div className="grow">
                {items.length === 0 ? <Empty title={words.nothingOwed} hint={words.nothingOwedHint} /> : <Rows items={items} />}
                <More of={list} />
              </div>
            </>
          )
        }}
      </Answer>
    </div>
  )
}

function Whose({ view }: { view: BoardView }) {
  const words = useWords().commitments
  const navigate = useNavigate({ from: '/commitments' })
  const choose = (whose: 'all' | undefined) => void navigate({ search: (before) => ({ ...before, whose }) })
  return (
    <span className="seg">
      <button type="button" aria-pressed={view.whose !== 'all'} onClick={() => choose(undefined)}>
        {words.mine}
      </button>
      <button type="button" aria-pressed={view.whose === 'all'} onClick={() => choose('all')}>
        {words.all}
      </button>
    </span>
  )
}

function Rows({ items }: { items: readonly Owed[] }) {
  const words = useWords().commitments
  return (
    <table className="grid">
      <caption className="sr">{words.board}</caption>
      <thead>
        <tr>
          <th>{words.clock}</th>
          <th>{words.what}</th>
          <th>{words.who}</th>
          <th>{words.due}</th>
          <th>{words.state}</th>
          <th>{words.next}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <OwedRow key={item.id} owed={item} />
        ))}
      </tbody>
    </table>
  )
}
