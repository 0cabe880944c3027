import { useNavigate, useSearch } from '@tanstack/react-router'
import { enums } from '../../../client/enums'
import { Answer, Empty } from '../../../parts/answer'
import { Options } from '../../../parts/form'
import { LiveAge } from '../../../parts/live-age'
import { More } from '../../../parts/more'
import { useRowKeys } from '../../../parts/use-keys'
import { useLivePages } from '../../../wire/live'
import { useWords } from '../../../words/use-words'
import { RectificationPane } from './rectification-pane'
import { rectifications } from './rectifications.data'
import type { RectificationsView } from './rectifications.view'
import { RectificationsTable } from './rectifications-table'

type Change = (part: Partial<RectificationsView>) => void

/** What was found, who mends by when, is it mended. */
export function RectificationsScreen() {
  const words = useWords().loop
  const view = useSearch({ from: '/shell/rectifications' })
  const navigate = useNavigate({ from: '/rectifications' })
  const change: Change = (part) => void navigate({ search: (before) => ({ ...before, ...part }) })
  const list = useLivePages(rectifications(view))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const open = view.rectification ?? items[0]?.id
  const next = useRowKeys(
    items.map(({ id }) => id),
    open,
    (rectification) => change({ rectification }),
  )
  return (
    <div className="split-view loop">
      <div className="col">
        <div className="head">
          <h1>{words.rectificationsTitle}</h1>
          <Shows view={view} change={change} />
          <span className="end">
            <LiveAge />
          </span>
        </div>
        <Filters view={view} change={change} />
        <div className="grow">
          <Answer of={list}>
            {() =>
              items.length === 0 ? (
                <Empty title={words.noRectifications} hint={words.noRectificationsHint} />
              ) : (
                <>
                  <RectificationsTable items={items} open={open} choose={(rectification) => change({ rectification })} />
                  <More of={list} />
                </>
              )
            }
          </Answer>
        </div>
      </div>
      {open ? (
        <RectificationPane key={open} rectificationId={open} done={() => next(1)} />
      ) : (
        <div>
          <Empty title={words.chooseRectification} hint={words.chooseRectificationHint} />
        </div>
      )}
    </div>
  )
}

function Shows({ view, change }: { view: RectificationsView; change: Change }) {
  const words = useWords().loop
  return (
    <span className="seg">
      <button type="button" aria-pressed={!view.shows} onClick={() => change({ shows: undefined })}>
        {words.openOnes}
      </button>
      <button type="button" aria-pressed={view.shows === 'closed'} onClick={() => change({ shows: 'closed', state: undefined })}>
        {words.closedOnes}
      </button>
    </span>
  )
}

/** Narrows by state, severity, and the indicator that led here. */
function Filters({ view, change }: { view: RectificationsView; change: Change }) {
  const words = useWords().loop
  const { closed: _closed, ...open } = enums.rectificationState
  const choices = [
    { name: 'state', word: words.state, of: open, shown: !view.shows },
    { name: 'severity', word: words.finding, of: enums.findingSeverity, shown: true },
  ] as const
  return (
    <search className="filters">
      {choices
        .filter(({ shown }) => shown)
        .map(({ name, word, of }) => (
          <label key={name} className={view[name] ? 'field on' : 'field'}>
            <span>{word}</span>
            <select className="bare" value={view[name] ?? ''} onChange={(event) => change({ [name]: event.target.value || undefined })}>
              <option value="">{words.any}</option>
              <Options of={of} />
            </select>
          </label>
        ))}
      {view.indicator && (
        <button type="button" className="field on" onClick={() => change({ indicator: undefined })}>
          <span>{words.indicator}</span> <b>{view.indicator}</b> ×
        </button>
      )}
    </search>
  )
}
