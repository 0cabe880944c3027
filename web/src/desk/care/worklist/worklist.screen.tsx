import { useNavigate, useSearch } from '@tanstack/react-router'
import { Answer, Empty } from '../../../parts/answer'
import { LiveAge } from '../../../parts/live-age'
import { More } from '../../../parts/more'
import { useRowKeys } from '../../../parts/use-keys'
import { useLivePages } from '../../../wire/live'
import { useWords } from '../../../words/use-words'
import { OrderPane } from './order-pane'
import { worklist } from './worklist.data'
import type { WorklistView } from './worklist.view'
import { WorklistTable } from './worklist-table'

/** What this department has to do, and what is nearest to breaking. */
export function WorklistScreen() {
  const words = useWords().care
  const view = useSearch({ from: '/shell/worklist' })
  const navigate = useNavigate({ from: '/worklist' })
  const change = (part: Partial<WorklistView>) => void navigate({ search: (before) => ({ ...before, ...part }) })
  const list = useLivePages(worklist(view.shows ?? 'open'))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const next = useRowKeys(
    items.map(({ orderId }) => orderId),
    view.order,
    (order) => change({ order }),
  )
  return (
    <div className="split-view worklist">
      <div className="col">
        <div className="head">
          <h1>{words.worklist}</h1>
          <Shows view={view} change={change} />
          <span className="end">
            <LiveAge />
          </span>
        </div>
        <div className="grow">
          <Answer of={list}>
            {() =>
              items.length === 0 ? (
                <Empty title={view.shows ? words.nothingDone : words.nothingToDo} hint={words.nothingToDoHint} />
              ) : (
                <>
                  <WorklistTable items={items} open={view.order} choose={(order) => change({ order })} />
                  <More of={list} />
                </>
              )
            }
          </Answer>
        </div>
      </div>
      {view.order ? (
        <OrderPane key={view.order} orderId={view.order} done={() => next(1)} />
      ) : (
        <div>
          <Empty title={words.chooseOrder} hint={words.chooseOrderHint} />
        </div>
      )}
    </div>
  )
}

function Shows({ view, change }: { view: WorklistView; change: (part: Partial<WorklistView>) => void }) {
  const words = useWords().care
  return (
    <span className="seg">
      <button type="button" aria-pressed={!view.shows} onClick={() => change({ shows: undefined })}>
        {words.open}
      </button>
      <button type="button" aria-pressed={view.shows === 'done'} onClick={() => change({ shows: 'done' })}>
        {words.done}
      </button>
    </span>
  )
}
