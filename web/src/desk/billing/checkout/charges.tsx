import type { ShowCheckoutAnswer } from '../../../client/operations'
import { formatFen } from '../../../parts/money'
import { useBilingual } from '../../../words/use-words'
import { LinesTable } from '../lines-table'

/** Open charges, owner by owner, with who pays how much of each. */
export function Charges({ of: { services, quote } }: { of: ShowCheckoutAnswer }) {
  const parts = new Map(quote?.lines.map((line) => [line.chargeId, line]))
  return (
    <LinesTable
      payer={quote?.payer ?? null}
      groups={services.map(({ charges, ...service }) => ({
        ...service,
        rows: charges.map((charge) => <ChargeRow key={charge.chargeId} charge={charge} parts={parts.get(charge.chargeId)} />),
      }))}
    />
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
