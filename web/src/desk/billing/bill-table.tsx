import { Link } from '@tanstack/react-router'
import type { ListBillsAnswer } from '../../client/operations'
import { formatFen } from '../../parts/money'
import { StatusMark } from '../../parts/status-mark'
import { useBilingual, useWords } from '../../words/use-words'
import { stampOf } from './stamp'

type Row = ListBillsAnswer['items'][number]
type Props = { readonly items: readonly Row[]; readonly choosePerson?: (personId: string) => void }

/** Bills, the newest first; with whose they are where several people are in the list. */
export function BillTable({ items, choosePerson }: Props) {
  const words = useWords().billing
  return (
    <table className="grid">
      <thead>
        <tr>
          <th>{words.number}</th>
          {choosePerson && <th>{words.who}</th>}
          <th>{words.what}</th>
          <th>{words.issuedAt}</th>
          <th>{words.state}</th>
          <th className="r">{words.list}</th>
          <th className="r">{words.patientPays}</th>
          <th className="r">{words.open}</th>
          <th className="r">{words.payerOpen}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((row) => (
          <BillRow key={row.billId} row={row} choosePerson={choosePerson} />
        ))}
      </tbody>
    </table>
  )
}

function BillRow({ row, choosePerson }: { row: Row; choosePerson: Props['choosePerson'] }) {
  const words = useWords().billing
  const pick = useBilingual()
  const name = row.personName ?? words.unnamed
  return (
    <tr>
      <th scope="row" className="num nowrap">
        <Link to="/bills/$billId" params={{ billId: row.billId }}>
          {row.number}
        </Link>
      </th>
      {choosePerson && (
        <td className="nowrap">
          <button type="button" className="text" aria-label={words.onlyThis(name)} onClick={() => choosePerson(row.personId)}>
            {name}
          </button>
        </td>
      )}
      <td>{pick(row.name)}</td>
      <td className="num nowrap">{stampOf(row.issuedAt)}</td>
      <td>
        <StatusMark of="billState" value={row.state} />
      </td>
      <td className="r num">{formatFen(row.listFen)}</td>
      <td className="r num">{formatFen(row.patientFen)}</td>
      <td className="r num">{row.patientOpenFen === 0 ? '' : <b>{formatFen(row.patientOpenFen)}</b>}</td>
      <td className="r num">{row.payerOpenFen === 0 ? '' : formatFen(row.payerOpenFen)}</td>
    </tr>
  )
}
