import { keepPreviousData } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { PreviewSettlementAnswer } from '../../../client/operations'
import { Answer, Empty } from '../../../parts/answer'
import { Icon } from '../../../parts/icon'
import { formatFen } from '../../../parts/money'
import { RefusalNote } from '../../../parts/refusal-note'
import { useLive } from '../../../wire/live'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { PreviewTable, Unshared } from './preview'
import { afterChange, preview, steps } from './settle.data'
import type { SettleView } from './settle.view'

type Shown = { readonly shown: PreviewSettlementAnswer }

/** Settles until a day: what it would do stands there before it is done. */
export function SettleScreen() {
  const words = useWords().statements
  const view = useSearch({ from: '/shell/statements/settle' })
  const query = useLive({ ...preview(view), placeholderData: keepPreviousData })
  const [done, setDone] = useState<{ services: number; statements: number } | null>(null)
  return (
    <div className="col">
      <Answer of={query}>
        {(shown) => (
          <>
            <div className="head">
              <Link className="text" to="/statements" search={{}} aria-label={words.back}>
                <Icon name="left" />
              </Link>
              <h1>{words.settleTitle}</h1>
              <span className="note num">{shown.settledUntil ? words.settledUntil(shown.settledUntil) : words.neverSettled}</span>
              <SettleButton shown={shown} onDone={setDone} />
            </div>
            <Until shown={shown} />
            {done && <Done {...done} />}
            <div className="grow">
              {shown.services === 0 ? <Empty title={words.nothing} hint={words.nothingHint} /> : <PreviewTable shown={shown} />}
              <Unshared shown={shown} />
            </div>
          </>
        )}
      </Answer>
    </div>
  )
}

function SettleButton({ shown, onDone }: Shown & { onDone: (done: { services: number; statements: number }) => void }) {
  const words = useWords().statements
  const { networkId, untilDate, services, collectedFen, statements } = shown
  const settle = useCommand(steps.settlePeriod, networkId, { makesOld: afterChange, onDone })
  return (
    <span className="end">
      <RefusalNote refusal={settle.refusal} unsent={settle.unsent} />
      {services > 0 && (
        <button
          type="button"
          className="btn primary num"
          aria-busy={settle.pending}
          onClick={() => settle.run({ networkId, until: untilDate })}
        >
          {words.settleNow(services, formatFen(collectedFen), statements.length)}
        </button>
      )}
    </span>
  )
}

function Until({ shown: { networkId, networks, untilDate } }: Shown) {
  const words = useWords().statements
  const navigate = useNavigate({ from: '/statements/settle' })
  const change = (part: Partial<SettleView>) => void navigate({ search: (before) => ({ ...before, ...part }) })
  return (
    <search className="filters">
      {networks.length > 1 && (
        <label className="field on">
          <span>{words.networkCode}</span>
          <select className="bare" value={networkId} onChange={(event) => change({ network: event.target.value })}>
            {networks.map(({ id, code }) => (
              <option key={id} value={id}>
                {code}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="field on">
        <span>{words.until}</span>
        <input
          className="bare num"
          type="date"
          value={untilDate}
          onChange={(event) => event.target.value && change({ until: event.target.value })}
        />
      </label>
    </search>
  )
}

function Done({ services, statements }: { services: number; statements: number }) {
  const words = useWords().statements
  return (
    <p className="pad" role="status">
      <span className="ok">
        <Icon name="check" />
        {words.settled(services, statements)}
      </span>{' '}
      <Link to="/statements" search={{}}>
        {words.seeStatements}
      </Link>
    </p>
  )
}
