import { enums } from '../../../client/enums'
import { formatFen } from '../../../parts/money'
import { useBilingual, useWords } from '../../../words/use-words'
import { stampOf } from '../stamp'
import type { Bill } from './bill-lines'

type Move = { readonly key: string; readonly at: string; readonly what: string; readonly by: string; readonly amountFen: number }

/** What came in and what went back, from patient and payer, in the order of time. */
export function MoneyMoves({ bill }: { bill: Bill }) {
  const words = useWords().billing
  const moves = useMoves(bill)
  if (moves.length === 0) return null
  return (
    <section>
      <h2 className="cap">{words.payments}</h2>
      <table className="grid">
        <tbody>
          {moves.map(({ key, at, what, by, amountFen }) => (
            <tr key={key}>
              <th scope="row" className="num nowrap">
                {stampOf(at)}
              </th>
              <td>
                {what} <span className="note">{by}</span>
              </td>
              <td className={amountFen < 0 ? 'r num negative' : 'r num'}>{formatFen(amountFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function useMoves({ payments, refunds, answers, cover }: Bill): Move[] {
  const words = useWords().billing
  const pick = useBilingual()
  const by = (name: { zh: string; en: string } | null) => (name ? words.by(pick(name)) : '')
  const means = payments.map((payment) => ({
    ...{ key: payment.number, at: payment.at, amountFen: payment.amountFen },
    what: [payment.number, pick(enums.paymentMeans[payment.means]), payment.amountFen < 0 ? words.paidBack : payment.reference]
      .filter(Boolean)
      .join(' · '),
    by: by(payment.by),
  }))
  const given = refunds.map((refund) => ({
    ...{ key: refund.number, at: refund.at, amountFen: refund.listFen },
    what: `${refund.number} · ${words.refund} · ${refund.reason}`,
    by: by(refund.by),
  }))
  const paid = answers.map((answer, place) => ({
    ...{ key: `${answer.number} ${place}`, at: answer.paidAt, amountFen: answer.paidFen },
    what: [answer.number, cover && pick(cover.payer), answer.refusedFen ? `${words.refused} ${formatFen(answer.refusedFen)}` : null]
      .filter(Boolean)
      .join(' · '),
    by: '',
  }))
  return [...means, ...given, ...paid].toSorted((a, b) => (a.at < b.at ? -1 : 1))
}
