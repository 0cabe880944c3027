import { useNavigate, useSearch } from '@tanstack/react-router'
import { Answer, Empty } from '../../../parts/answer'
import { LiveAge } from '../../../parts/live-age'
import { More } from '../../../parts/more'
import { useLivePages } from '../../../wire/live'
import { useMay } from '../../../wire/session'
import { useWords } from '../../../words/use-words'
import { inspections } from './inspections.data'
import type { InspectionsView } from './inspections.view'
import { InspectionsTable } from './inspections-table'
import { PlanPane } from './plan-pane'

/** Who inspects whom, and what came of it. */
export function InspectionsScreen() {
  const words = useWords().loop
  const view = useSearch({ from: '/shell/inspections' })
  const navigate = useNavigate({ from: '/inspections' })
  const change = (part: Partial<InspectionsView>) => void navigate({ search: (before) => ({ ...before, ...part }) })
  const list = useLivePages(inspections(view.shows ?? 'open'))
  const mayPlan = useMay('quality.inspection.plan')
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const plans = mayPlan && view.plan === 'yes'
  return (
    <div className={plans ? 'split-view loop' : 'loop whole'}>
      <div className="col">
        <div className="head">
          <h1>{words.inspectionsTitle}</h1>
          <Shows view={view} change={change} />
          <span className="end">
            <LiveAge />
            {mayPlan && !plans && (
              <button type="button" className="btn primary" onClick={() => change({ plan: 'yes' })}>
                {words.plan}
              </button>
            )}
          </span>
        </div>
        <div className="grow">
          <Answer of={list}>
            {() =>
              items.length === 0 ? (
                <Empty title={view.shows ? words.noneDone : words.noInspections} hint={words.noInspectionsHint} />
              ) : (
                <>
                  <InspectionsTable items={items} />
                  <More of={list} />
                </>
              )
            }
          </Answer>
        </div>
      </div>
      {plans && <PlanPane leave={() => change({ plan: undefined, shows: undefined })} />}
    </div>
  )
}

function Shows({ view, change }: { view: InspectionsView; change: (part: Partial<InspectionsView>) => void }) {
  const words = useWords().loop
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
