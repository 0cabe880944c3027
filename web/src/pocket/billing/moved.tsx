import { enums } from '../../client/enums'
import { dateOf, timeOf } from '../../parts/moment'
import { formatFen } from '../../parts/money'
import { useBilingual, useWords } from '../../words/use-words'
import type { Bill } from './bill.data'

/** What I have paid and got back, and why something was given back; nothing before the first payment. */
export function Moved({ bill: { payments, refunds } }: { bill: Bill }) {
  const words = useWords().bill
  if (payments.length + refunds.length === 0) return null
  return (
    <section className="sheet">
      <h2>{words.moved}</h2>
      <ul className="lines">
        {payments.map((payment) => (
          <Payment key={payment.number} payment={payment} />
        ))}
        {refunds.map((refund) => (
          <Refund key={refund.number} refund={refund} />
        ))}
      </ul>
    </section>
  )
}

function Payment({ payment: { number, means, amountFen, at } }: { payment: Bill['payments'][number] }) {
  const words = useWords().bill
  const pick = useBilingual()
  return (
    <li>
      <div>
        {(amountFen > 0 ? words.paidBy : words.paidBackBy)(pick(enums.paymentMeans[means]))}
        <NumberAndTime number={number} at={at} />
      </div>
      <b className="num">{formatFen(amountFen)}</b>
    </li>
  )
}

function Refund({ refund: { number, reason, at, listFen } }: { refund: Bill['refunds'][number] }) {
  const words = useWords().bill
  return (
    <li>
      <div>
        {words.refund(reason)}
        <NumberAndTime number={number} at={at} />
        <small className="num">{words.refundedList(formatFen(-listFen))}</small>
      </div>
    </li>
  )
}

/** Breaks between the two where there is little room, never within one. */
const NumberAndTime = ({ number, at }: { number: string; at: string }) => (
  <small>
    <span className="num">{number}</span> ·{' '}
    <span className="num">
      {dateOf(at)} {timeOf(at)}
    </span>
  </small>
)
