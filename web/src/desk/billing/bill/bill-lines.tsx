import { enums } from '../../../client/enums'
import type { ShowBillAnswer } from '../../../client/operations'
import { formatFen } from '../../../parts/money'
import { useBilingual, useWords } from '../../../words/use-words'
import { LinesTable } from '../lines-table'

export type Bill = ShowBillAnswer['bill']
type Line = Bill['services'][number]['lines'][number]

/** The lines of a bill as they stand, owner by owner. */
export function BillLines({ bill: { services, cover } }: { bill: Bill }) {
  const words = useWords().billing
  return (
    <LinesTable
      payer={cover?.payer ?? null}
      groups={services.map(({ lines, withdrawn, ...service }) => ({
        ...service,
        mark: withdrawn && <span className="tag clock">{words.withdrawn}</span>,
        rows: lines.map((line) => <LineRow key={line.chargeId} line={line} />),
      }))}
    />
  )
}

function LineRow({ line }: { line: Line }) {
  const words = useWords().billing
  const pick = useBilingual()
  const { name, quantity, issuedFen, listFen, discountFen, payerFen, patientFen, refusedFen, denial } = line
  return (
    <tr>
      <th scope="row">
        {pick(name)}
        {denial && <small className="second-line">{pick(enums.denialCode[denial])}</small>}
      </th>
      <td className="r num">{quantity}</td>
      <td className="r num">
        {formatFen(listFen)}
        {listFen !== issuedFen && <s className="second-line note">{formatFen(issuedFen)}</s>}
      </td>
      <td className="r num">{discountFen ? formatFen(-discountFen) : ''}</td>
      <td className="r num">
        {payerFen ? formatFen(payerFen) : ''}
        {refusedFen !== 0 && (
          <small className="second-line">
            {words.refused} {formatFen(refusedFen)}
          </small>
        )}
      </td>
      <td className="r num">
        <b>{formatFen(patientFen)}</b>
      </td>
    </tr>
  )
}
