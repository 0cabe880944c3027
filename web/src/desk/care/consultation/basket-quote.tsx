import type { QuoteBasketAnswer } from '../../../client/operations'
import { formatFen } from '../../../parts/money'
import { useBilingual, useWords } from '../../../words/use-words'

/** What the next signature adds to the visit, and who pays it. */
export function BasketQuote({ quoted, count }: { quoted: QuoteBasketAnswer; count: number }) {
  const words = useWords().billing
  const pick = useBilingual()
  const { listFen, discountFen, payerFen, patientFen, payer } = quoted.quote
  const unpriced = quoted.prices.filter(({ amountFen }) => amountFen === null).length
  return (
    <table className="sum num basket-quote">
      <tbody>
        <tr>
          <td>
            {words.basketOf(count)}
            {unpriced > 0 && <small className="second-line">{words.unpriced(unpriced)}</small>}
          </td>
          <td>{formatFen(listFen)}</td>
        </tr>
        {discountFen !== 0 && (
          <tr>
            <td>{words.discount}</td>
            <td className="negative">{formatFen(-discountFen)}</td>
          </tr>
        )}
        {payer && (
          <tr>
            <td>{words.payerPays(pick(payer))}</td>
            <td>{formatFen(payerFen)}</td>
          </tr>
        )}
        <tr className="total">
          <td>{words.patientPays}</td>
          <td>{formatFen(patientFen)}</td>
        </tr>
      </tbody>
    </table>
  )
}
