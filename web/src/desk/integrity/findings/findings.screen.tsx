import { useNavigate, useSearch } from '@tanstack/react-router'
import { enums } from '../../../client/enums'
import { Answer, Empty } from '../../../parts/answer'
import { Options } from '../../../parts/form'
import { More } from '../../../parts/more'
import { useRowKeys } from '../../../parts/use-keys'
import { useLivePages } from '../../../wire/live'
import { useWords } from '../../../words/use-words'
import { FindingPane } from './finding-pane'
import { findings } from './findings.data'
import type { FindingsView, FoundVerdict } from './findings.view'
import { FindingsTable } from './findings-table'
import { RulesInForce } from './rules-in-force'

/** What the review rules found, why, and who let it pass with which reason. */
export function FindingsScreen() {
  const words = useWords().integrity
  const view = useSearch({ from: '/shell/integrity' })
  const navigate = useNavigate({ from: '/integrity' })
  const change = (part: Partial<FindingsView>) => void navigate({ search: (before) => ({ ...before, ...part }) })
  const list = useLivePages(findings(view))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  useRowKeys(
    items.map(({ findingId }) => findingId),
    view.finding,
    (finding) => change({ finding }),
  )
  return (
    <div className="split-view worklist">
      <div className="col">
        <div className="head">
          <h1>{words.title}</h1>
        </div>
        <div className="grow">
          <RulesInForce chosen={view.rule} choose={(rule) => change({ rule, finding: undefined })} />
          <Filters view={view} change={change} />
          <Answer of={list}>
            {() =>
              items.length === 0 ? (
                <Empty title={view.rule || view.verdict ? words.noneLikeThis : words.none} hint={words.noneHint} />
              ) : (
                <>
                  <FindingsTable items={items} open={view.finding} choose={(finding) => change({ finding })} />
                  <More of={list} />
                </>
              )
            }
          </Answer>
        </div>
      </div>
      {view.finding ? (
        <FindingPane key={view.finding} findingId={view.finding} />
      ) : (
        <div>
          <Empty title={words.choose} hint={words.chooseHint} />
        </div>
      )}
    </div>
  )
}

const { violation, doubtful, 'could-not-check': couldNotCheck } = enums.verdict

function Filters({ view, change }: { view: FindingsView; change: (part: Partial<FindingsView>) => void }) {
  const { integrity: words, shell } = useWords()
  return (
    <search className="filters">
      <label className={view.verdict ? 'field on' : 'field'}>
        <span>{words.verdict}</span>
        <select
          className="bare"
          value={view.verdict ?? ''}
          onChange={(event) => change({ verdict: (event.target.value || undefined) as FoundVerdict | undefined, finding: undefined })}
        >
          <option value="">{shell.any}</option>
          <Options of={{ violation, doubtful, 'could-not-check': couldNotCheck }} />
        </select>
      </label>
      {view.rule && (
        <button type="button" className="text" onClick={() => change({ rule: undefined, finding: undefined })}>
          {words.allRules}
        </button>
      )}
    </search>
  )
}
