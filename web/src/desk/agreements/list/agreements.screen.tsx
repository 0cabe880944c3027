import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type Enum, enums } from '../../../client/enums'
import type { ListAgreementsAnswer } from '../../../client/operations'
import { Answer, Empty } from '../../../parts/answer'
import { Options } from '../../../parts/form'
import { More } from '../../../parts/more'
import { StatusMark } from '../../../parts/status-mark'
import { useMay } from '../../../wire/session'
import { useBilingual, useWords } from '../../../words/use-words'
import { agreements } from './agreements.data'
import type { AgreementsView } from './agreements.view'

/** What this institution has agreed on with whom, and what waits for its signature. */
export function AgreementsScreen() {
  const words = useWords().agreements
  const view = useSearch({ from: '/shell/agreements' })
  const list = useInfiniteQuery(agreements(view))
  const mayDraft = useMay('agreements.agreement.draft')
  return (
    <div className="col">
      <div className="head">
        <h1>{words.title}</h1>
        {mayDraft && (
          <Link className="btn primary end" to="/agreements/new">
            {words.draftOne}
          </Link>
        )}
      </div>
      <StateFilter view={view} />
      <div className="grow">
        <Answer of={list}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items)
            if (items.length === 0) return <Empty title={view.state ? words.noneInState : words.none} hint={words.noneHint} />
            return (
              <>
                <Table items={items} />
                <More of={list} />
              </>
            )
          }}
        </Answer>
      </div>
    </div>
  )
}

function StateFilter({ view }: { view: AgreementsView }) {
  const { agreements: words, shell } = useWords()
  const navigate = useNavigate({ from: '/agreements' })
  const choose = (state: string) =>
    void navigate({ search: (before) => ({ ...before, state: (state || undefined) as Enum<'agreementState'> | undefined }) })
  return (
    <search className="filters">
      <label className={view.state ? 'field on' : 'field'}>
        <span>{words.state}</span>
        <select className="bare" value={view.state ?? ''} onChange={(event) => choose(event.target.value)}>
          <option value="">{shell.any}</option>
          <Options of={enums.agreementState} />
        </select>
      </label>
      {view.party && (
        <button type="button" className="text" onClick={() => void navigate({ search: ({ party: _, ...rest }) => rest })}>
          {words.allParties}
        </button>
      )}
    </search>
  )
}

function Table({ items }: { items: ListAgreementsAnswer['items'] }) {
  const words = useWords().agreements
  const pick = useBilingual()
  return (
    <table className="grid">
      <caption className="sr">{words.list}</caption>
      <thead>
        <tr>
          <th>{words.code}</th>
          <th>{words.name}</th>
          <th>{words.parties}</th>
          <th>{words.validFrom}</th>
          <th>{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, code, title, parties, number, validFrom, state, toSign }) => (
          <tr key={id}>
            <th scope="row" className="num nowrap">
              <Link to="/agreements/$agreementId" params={{ agreementId: id }} search={{}}>
                {code}
              </Link>
            </th>
            <td>
              <b>{pick(title)}</b> <small className="note">{words.version(number)}</small>
            </td>
            <td>{parties.map(({ name }) => pick(name)).join(' · ')}</td>
            <td className="num nowrap">{validFrom}</td>
            <td className="nowrap">
              <StatusMark of="agreementState" value={state} /> {toSign && <small className="note">{words.yourTurn}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
