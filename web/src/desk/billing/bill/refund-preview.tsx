import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { enums } from '../../../client/enums'
import type { PreviewRefundAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { formatFen } from '../../../parts/money'
import { useBilingual, useWords } from '../../../words/use-words'
import { type RefundLine, refundPreview } from '../billing.data'
import type { Bill } from './bill-lines'

/** What goes back to whom by which means; the parts add up to what is taken off the list price. */
export function RefundPreview({ bill, lines }: { bill: Bill; lines: readonly RefundLine[] }) {
  const words = useWords().billing
  const asked = useDeferredValue(lines)
  const query = useQuery(refundPreview(bill.billId, asked))
  return (
    <section>
      <h3>{words.refundPreview}</h3>
      <Answer of={query} rows={3}>
        {(preview) => <Sums of={preview} bill={bill} />}
      </Answer>
    </section>
  )
}

function Sums({ of: { change, paybacks }, bill }: { of: PreviewRefundAnswer; bill: Bill }) {
  const words = useWords().billing
  const pick = useBilingual()
  const backFen = paybacks.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const lessFen = -change.patientFen - backFen
  return (
    <table className="sum num">
      <tbody>
        {paybacks.map(({ number, means, amountFen }) => (
          <tr key={number} className="pays">
            <td>
              {words.toPatient} <small className="note">{words.backBy(pick(enums.paymentMeans[means]), number)}</small>
            </td>
            <td>{formatFen(amountFen)}</td>
          </tr>
        ))}
        <Sum label={words.lessOpen} amountFen={lessFen} />
        {bill.cover && <Sum label={words.toPayer(pick(bill.cover.payer))} amountFen={-change.payerFen} />}
        <Sum label={words.takenBack} amountFen={-change.discountFen} />
        <tr className="total">
          <td>{words.refundTotal}</td>
          <td>{formatFen(-change.listFen)}</td>
        </tr>
      </tbody>
    </table>
  )
}

function Sum({ label, amountFen }: { label: string; amountFen: number }) {
  if (amountFen === 0) return null
  return (
    <tr>
      <td>{label}</td>
      <td>{formatFen(amountFen)}</td>
    </tr>
  )
}
