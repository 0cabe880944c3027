import type { ShowCheckoutAnswer } from '../../../client/operations'
import { formatFen } from '../../../parts/money'
import { useBilingual, useWords } from '../../../words/use-words'

/** Open charges, owner by owner, with who pays how much of each. */
export function Charges({ of: { services, quote } }: { of: ShowCheckoutAnswer }) {
  const words = useWords().billing
  const pick = useBilingual()
  const parts = new Map(quote?.lines.map((line) => [line.chargeId, line]))
  return (
    <table className="grid">
      <caption className="sr">{words.charges}</caption>
      <thead>
        <tr>
          <th>{words.item}</th>
          <th className="r">{words.quantity}</th>
          <th className="r">{words.list}</th>
          <th className="r">{words.discount}</th>
          <th className="r">{quote?.payer ? words.payerPays(pick(quote.payer)) : ''}</th>
          <th className="r">{words.patientPays}</th>
        </tr>
      </thead>
      {services.map(({ serviceId, name, owner, charges }) => (
        <tbody key={serviceId}>
          <tr className="group">
            <th colSpan={6} scope="rowgroup">
              {pick(owner)} <span className="note">{pick(name)}</span>
            </th>
          </tr>
          {charges.map((charge) => (
            <ChargeRow key={charge.chargeId} charge={charge} parts={parts.get(charge.chargeId)} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

type Charge = ShowCheckoutAnswer['services'][number]['charges'][number]
type Parts = NonNullable<ShowCheckoutAnswer['quote']>['lines'][number]

function ChargeRow({ charge, parts }: { charge: Charge; parts: Parts | undefined }) {
  const pick = useBilingual()
  return (
    <tr>
      <th scope="row">{pick(charge.name)}</th>
      <td className="r num">{charge.quantity}</td>
      <td className="r num">{formatFen(charge.amountFen)}</td>
      <td className="r num">{parts?.discountFen ? formatFen(-parts.discountFen) : ''}</td>
      <td className="r num">{parts?.payerFen ? formatFen(parts.payerFen) : ''}</td>
      <td className="r num">
        <b>{formatFen(parts?.patientFen ?? 0)}</b>
      </td>
    </tr>
  )
}
