import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ShowStatementAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { Icon } from '../../../parts/icon'
import { dateOf } from '../../../parts/moment'
import { formatFen } from '../../../parts/money'
import { More } from '../../../parts/more'
import { RefusalNote } from '../../../parts/refusal-note'
import { StatusMark } from '../../../parts/status-mark'
import { useLivePages } from '../../../wire/live'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { DaysLeft } from '../days-left'
import { LinesAndWhy } from './lines-and-why'
import { afterChange, line, statement, steps } from './statement.data'
import { Sums } from './sums'

/** One statement: what it sums to, its lines, and why the chosen one is what it is. */
export function StatementScreen() {
  const { statementId } = useParams({ from: '/shell/statements/$statementId' })
  const view = useSearch({ from: '/shell/statements/$statementId' })
  const navigate = useNavigate({ from: '/statements/$statementId' })
  const list = useLivePages(statement(statementId))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const chosen = view.line ?? items[0]?.id
  const why = useQuery({ ...line(chosen ?? ''), enabled: chosen !== undefined })
  return (
    <div className="col">
      <Answer of={list}>
        {({ pages: [shown] }) =>
          shown && (
            <>
              <Head shown={shown} />
              <Sums of={shown} />
              <LinesAndWhy
                {...{ items, chosen, why, isOwn: shown.isOwn, totals: shown, more: <More of={list} /> }}
                choose={(id) => void navigate({ search: { line: id }, replace: true })}
              />
            </>
          )
        }
      </Answer>
    </div>
  )
}

function Head({ shown }: { shown: ShowStatementAnswer }) {
  const words = useWords().statements
  const pick = useBilingual()
  const { number, party, state, dueAt, confirmedAt, mayConfirm } = shown
  return (
    <div className="head">
      <Link className="text" to="/statements" search={{}} aria-label={words.back}>
        <Icon name="left" />
      </Link>
      <h1>{words.of(pick(party.name))}</h1>
      <span className="note num">{number}</span>
      <StatusMark of="statementState" value={state} />
      {state === 'to-confirm' && <DaysLeft until={dueAt} />}
      {confirmedAt && <span className="note num">{words.confirmedOn(dateOf(confirmedAt))}</span>}
      {mayConfirm && <Confirm shown={shown} />}
    </div>
  )
}

function Confirm({ shown: { id: statementId, version, totalFen } }: { shown: ShowStatementAnswer }) {
  const words = useWords().statements
  const confirm = useCommand(steps.confirmStatement, statementId, { makesOld: afterChange })
  return (
    <span className="end">
      <RefusalNote refusal={confirm.refusal} unsent={confirm.unsent} />
      <button type="button" className="btn primary num" aria-busy={confirm.pending} onClick={() => confirm.run({ statementId, version })}>
        {words.confirm(formatFen(totalFen))}
      </button>
    </span>
  )
}
