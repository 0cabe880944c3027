import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ShowBillAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { StatusMark } from '../../../parts/status-mark'
import { useLive } from '../../../wire/live'
import { useWords } from '../../../words/use-words'
import { bill } from '../billing.data'
import { stampOf } from '../stamp'
import { BillLines } from './bill-lines'
import { BillSide } from './bill-side'
import { MoneyMoves } from './money-moves'
import { RefundPane } from './refund-pane'

/** One bill: what it asks for, who has paid what of it, and what was given back. */
export function BillScreen() {
  const { billId } = useParams({ from: '/shell/bills/$billId' })
  const query = useLive(bill(billId))
  return <Answer of={query}>{(found) => <Bill key={billId} of={found} />}</Answer>
}

function Bill({ of }: { of: ShowBillAnswer }) {
  const words = useWords().billing
  const { refund } = useSearch({ from: '/shell/bills/$billId' })
  const navigate = useNavigate({ from: '/bills/$billId' })
  const turn = (open: boolean) => void navigate({ search: open ? { refund: 'open' } : {} })
  const { number, state, visitId, issuedAt } = of.bill
  return (
    <div className="split-view with-hold">
      <div className="col">
        <div className="head">
          <h1>
            {of.personName ?? words.unnamed} <span className="num">{number}</span>
          </h1>
          <StatusMark of="billState" value={state} />
          <span className="end note num">{stampOf(issuedAt)}</span>
        </div>
        <div className="grow">
          <BillLines bill={of.bill} />
          <MoneyMoves bill={of.bill} />
          <p className="cap">
            <Link to="/checkout/$visitId" params={{ visitId }}>
              {words.reissue}
            </Link>
          </p>
        </div>
      </div>
      {refund ? <RefundPane bill={of.bill} leave={() => turn(false)} /> : <BillSide of={of} refund={() => turn(true)} />}
    </div>
  )
}
