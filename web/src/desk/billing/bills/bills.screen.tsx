import { useNavigate, useSearch } from '@tanstack/react-router'
import { type Enum, enums } from '../../../client/enums'
import { Answer, Empty } from '../../../parts/answer'
import { Options } from '../../../parts/form'
import { More } from '../../../parts/more'
import { useLivePages } from '../../../wire/live'
import { useWords } from '../../../words/use-words'
import { BillTable } from '../bill-table'
import { bills } from '../billing.data'
import type { BillsView } from './bills.view'

/** Whose bills are open, and which were paid or refunded: everything this institution collects. */
export function BillsScreen() {
  const { billing } = useWords()
  const view = useSearch({ from: '/shell/bills' })
  const navigate = useNavigate({ from: '/bills' })
  const change = (part: Partial<BillsView>) => void navigate({ search: (before) => ({ ...before, ...part }) })
  const list = useLivePages(bills(view))
  return (
    <div className="col">
      <div className="head">
        <h1>{billing.billsTitle}</h1>
      </div>
      <Filters view={view} change={change} />
      <div className="grow">
        <Answer of={list}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items)
            if (items.length === 0) return <Empty title={billing.noBills} hint={billing.noBillsHint} />
            return (
              <>
                <BillTable items={items} choosePerson={(person) => change({ person })} />
                <More of={list} />
              </>
            )
          }}
        </Answer>
      </div>
    </div>
  )
}

function Filters({ view, change }: { view: BillsView; change: (part: Partial<BillsView>) => void }) {
  const { billing: words, shell } = useWords()
  return (
    <search className="filters">
      <label className={view.state ? 'field on' : 'field'}>
        <span>{words.state}</span>
        <select
          className="bare"
          value={view.state ?? ''}
          onChange={({ target }) => change({ state: (target.value || undefined) as Enum<'billState'> | undefined })}
        >
          <option value="">{shell.any}</option>
          <Options of={enums.billState} />
        </select>
      </label>
      {(['from', 'until'] as const).map((name) => (
        <label key={name} className={view[name] ? 'field on' : 'field'}>
          <span>{words[name]}</span>
          <input type="date" value={view[name] ?? ''} onChange={({ target }) => change({ [name]: target.value || undefined })} />
        </label>
      ))}
      {view.person && (
        <button type="button" className="text" onClick={() => change({ person: undefined })}>
          {words.allPeople}
        </button>
      )}
    </search>
  )
}
