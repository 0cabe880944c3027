import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type Enum, enums } from '../../../client/enums'
import { Answer, Empty } from '../../../parts/answer'
import { Options } from '../../../parts/form'
import { More } from '../../../parts/more'
import { useLivePages } from '../../../wire/live'
import { useMay } from '../../../wire/session'
import { useWords } from '../../../words/use-words'
import { statements } from './statements.data'
import { StatementsTable } from './statements-table'

/** Who got what in which period, and what runs now; each row opens its lines. */
export function StatementsScreen() {
  const words = useWords().statements
  const view = useSearch({ from: '/shell/statements' })
  const list = useLivePages(statements(view))
  const maySettle = useMay('ledger.period.settle')
  return (
    <div className="col">
      <div className="head">
        <h1>{words.title}</h1>
        {maySettle && (
          <Link className="btn primary end" to="/statements/settle" search={{}}>
            {words.settle}
          </Link>
        )}
      </div>
      <StateFilter />
      <div className="grow">
        <Answer of={list}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items)
            const drafts = view.state ? [] : (pages[0]?.drafts ?? [])
            return (
              <>
                {items.length + drafts.length > 0 && <StatementsTable items={items} drafts={drafts} />}
                {items.length === 0 && <Empty title={view.state ? words.noneInState : words.none} hint={words.noneHint} />}
                <More of={list} />
              </>
            )
          }}
        </Answer>
      </div>
    </div>
  )
}

function StateFilter() {
  const { statements: words, shell } = useWords()
  const { state } = useSearch({ from: '/shell/statements' })
  const navigate = useNavigate({ from: '/statements' })
  const choose = (chosen: string) => void navigate({ search: { state: (chosen || undefined) as Enum<'statementState'> | undefined } })
  return (
    <search className="filters">
      <label className={state ? 'field on' : 'field'}>
        <span>{words.state}</span>
        <select className="bare" value={state ?? ''} onChange={(event) => choose(event.target.value)}>
          <option value="">{shell.any}</option>
          <Options of={enums.statementState} />
        </select>
      </label>
    </search>
  )
}
