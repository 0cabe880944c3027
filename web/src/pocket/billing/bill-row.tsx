import { Link } from '@tanstack/react-router'
import { Icon } from '../../parts/icon'
import { formatFen } from '../../parts/money'
import { StatusMark } from '../../parts/status-mark'
import { useBilingual, useWords } from '../../words/use-words'
import type { BillRow } from './bill.data'

/** One bill in a list: what for, when, where it stands, and what I pay. */
export function BillLine({
  bill: { billId, name, number, serviceDate, state, patientFen, patientOpenFen },
  person,
}: {
  bill: BillRow
  person: string | undefined
}) {
  const words = useWords().bill
  const pick = useBilingual()
  const partlyPaid = patientOpenFen > 0 && patientOpenFen < patientFen
  return (
    <li>
      <Link className="row" to="/bill" search={{ person, bill: billId }}>
        <span className="grow">
          <b>{pick(name)}</b>
          <small>
            <span className="num">{serviceDate}</span> · <span className="num">{number}</span>
          </small>
          {partlyPaid && <small className="num">{words.stillOpen(formatFen(patientOpenFen))}</small>}
        </span>
        <span className="end">
          <b className="num">{formatFen(patientFen)}</b>
          <StatusMark of="billState" value={state} />
        </span>
        <Icon name="right" large />
      </Link>
    </li>
  )
}
