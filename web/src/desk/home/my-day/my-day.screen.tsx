import { useNavigate, useSearch } from '@tanstack/react-router'
import { Answer, Empty, Skeleton } from '../../../parts/answer'
import { LiveAge } from '../../../parts/live-age'
import { dateOf, endOfDay, plusMinutes, useDays } from '../../../parts/moment'
import { More } from '../../../parts/more'
import { useRowKeys } from '../../../parts/use-keys'
import { isoNow, useIsoNow } from '../../../parts/use-now'
import { useLive } from '../../../wire/live'
import { useMay } from '../../../wire/session'
import { useWords } from '../../../words/use-words'
import { SiteChoice } from '../../booking/site-choice'
import { useMayMend } from '../../commitments/mend'
import { Scroll } from '../../frame/scroll'
import { ClockCard } from './clock-card'
import { mine } from './my-day.data'
import { type MyDayView, type Show, shows } from './my-day.view'
import { NothingToDo } from './nothing-to-do'
import { inGroups, type Task } from './task'
import { TaskPane } from './task-pane'
import { TasksTable } from './tasks-table'
import { useTasks } from './use-tasks'

/** What is mine to do now, and which clock breaks next. */
export function MyDayScreen() {
  const words = useWords().commitments
  const format = useDays(dateOf(isoNow()))
  const view = useSearch({ from: '/shell/' })
  const navigate = useNavigate({ from: '/' })
  const change = (part: Partial<MyDayView>) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const found = useTasks(view.site)
  return (
    <div className="col day">
      <div className="head">
        <h1>{words.title}</h1>
        <span className="note num">{format.full(dateOf(isoNow()))}</span>
        {found.siteId && <SiteChoice value={found.siteId} choose={(site) => change({ site, row: undefined })} />}
        <span className="end">
          <LiveAge />
        </span>
      </div>
      {useMay('commitments.board.read') && <Clocks />}
      {found.failed ? (
        <Answer of={{ ...found.failed, data: undefined }}>{() => null}</Answer>
      ) : found.pending ? (
        <Skeleton rows={8} />
      ) : (
        <Tasks found={found} view={view} change={change} />
      )}
    </div>
  )
}

/** The five clocks that break next; without any, the line says so. */
function Clocks() {
  const words = useWords().commitments
  const query = useLive(mine())
  const mayMend = useMayMend()
  return (
    <Answer of={query} rows={1}>
      {({ items }) => {
        const own = items.filter(({ kind }) => mayMend(kind))
        return own.length === 0 ? (
          <p className="note no-clock">{words.nothingOwed}</p>
        ) : (
          <ul className="clocks" aria-label={words.board}>
            {own.slice(0, 5).map((item, place) => (
              <ClockCard key={item.id} commitment={item} first={place === 0} />
            ))}
          </ul>
        )
      }}
    </Answer>
  )
}

type TasksProps = {
  readonly found: ReturnType<typeof useTasks>
  readonly view: MyDayView
  readonly change: (part: Partial<MyDayView>) => void
}

function Tasks({ found: { tasks, more }, view, change }: TasksProps) {
  const words = useWords().commitments
  const now = useIsoNow()
  const parting = { now, hour: plusMinutes(now, 60), tonight: endOfDay(now) }
  const shown = inGroups(view.show ? tasks.filter(({ turn }) => turn === view.show) : tasks, parting)
  const task = shown.find(({ id }) => id === view.row) ?? shown.find(({ turn }) => turn === 'mine') ?? shown[0]
  const move = useRowKeys(
    shown.map(({ id }) => id),
    task?.id,
    (row) => change({ row }),
  )
  if (tasks.length === 0) return <NothingToDo />
  return (
    <div className="split-view with-hold">
      <div className="col">
        <Turns tasks={tasks} view={view} change={change} />
        <Scroll label={words.tasks}>
          {shown.length === 0 ? (
            <Empty title={words.nothingHere} />
          ) : (
            <TasksTable tasks={shown} parting={parting} chosen={task?.id} choose={(row) => change({ row })} />
          )}
          {more.map((list, place) => (
            <More key={String(place)} of={list} />
          ))}
        </Scroll>
      </div>
      {task && <TaskPane task={task} tasks={tasks} next={() => move(1)} />}
    </div>
  )
}

const turnWord = { all: 'turnAll', mine: 'turnMine', others: 'turnOthers', done: 'turnDone' } as const

/** All, mine, another's, done: each with its number. */
function Turns({ tasks, view, change }: { tasks: readonly Task[]; view: MyDayView; change: TasksProps['change'] }) {
  const words = useWords().commitments
  const tab = (show: Show | undefined, count: number) => (
    <button key={show ?? 'all'} type="button" aria-pressed={view.show === show} onClick={() => change({ show, row: undefined })}>
      {words[turnWord[show ?? 'all']]} <span className="num">{count}</span>
    </button>
  )
  return (
    <div className="turns">
      {tab(undefined, tasks.length)}
      {shows.map((show) => tab(show, tasks.filter(({ turn }) => turn === show).length))}
      <span className="end note">
        <kbd>J</kbd> <kbd>K</kbd> {words.moveKeys} <kbd>Enter</kbd> {words.actKey}
      </span>
    </div>
  )
}
