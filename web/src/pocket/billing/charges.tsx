import { enums } from '../../client/enums'
import { Icon } from '../../parts/icon'
import { formatFen } from '../../parts/money'
import { useBilingual, useWords } from '../../words/use-words'
import type { Bill } from './bill.data'

type Service = Bill['services'][number]

/** What was charged, by whom it was delivered; list prices that add up to that of the bill. */
export function Charges({ bill: { services, listFen } }: { bill: Bill }) {
  const words = useWords().bill
  const pick = useBilingual()
  const count = services.reduce((sum, { lines }) => sum + lines.length, 0)
  const owners = [...new Set(services.map(({ owner }) => pick(owner)))]
  return (
    <details className="fold">
      <summary>
        <Icon name="document" large />
        <span className="grow">
          {words.charges(count)}
          <small>{owners.join(' · ')}</small>
        </span>
        <Icon name="down" />
      </summary>
      {owners.map((owner) => (
        <OwnerCharges key={owner} owner={owner} services={services.filter((service) => pick(service.owner) === owner)} />
      ))}
      <table className="sum num">
        <tbody>
          <tr className="total">
            <td>{words.listPrice}</td>
            <td>{formatFen(listFen)}</td>
          </tr>
        </tbody>
      </table>
    </details>
  )
}

function OwnerCharges({ owner, services }: { owner: string; services: readonly Service[] }) {
  const words = useWords().bill
  const pick = useBilingual()
  return (
    <table className="sum num">
      <thead>
        <tr>
          <th scope="colgroup" colSpan={2}>
            {owner}
          </th>
        </tr>
      </thead>
      <tbody>
        {services
          .flatMap(({ lines }) => lines)
          .map((line) => (
            <tr key={line.chargeId}>
              <td>
                {pick(line.name)} {line.quantity > 1 && `× ${line.quantity}`}
                <small>
                  {line.listFen < line.issuedFen && `${words.backOf(formatFen(line.issuedFen))} · `}
                  {words.yourPart(formatFen(line.patientFen))}
                  {line.denial && ` · ${pick(enums.denialCode[line.denial])}`}
                </small>
              </td>
              <td>{formatFen(line.listFen)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
