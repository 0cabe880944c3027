import { Link } from '@tanstack/react-router'
import { enums } from '../../../client/enums'
import type { ShowAccountAnswer } from '../../../client/operations'
import { formatFen } from '../../../parts/money'
import { useBilingual, useWords } from '../../../words/use-words'
import { useAccountName } from '../account-name'

type Entry = ShowAccountAnswer['items'][number]

/** Entries as they came; each leads to its posting and to the other account. */
export function EntriesTable({ entries }: { entries: readonly Entry[] }) {
  const words = useWords().ledger
  return (
    <table className="grid">
      <caption className="sr">{words.accounts}</caption>
      <thead>
        <tr>
          <th>{words.date}</th>
          <th>{words.what}</th>
          <th>{words.counter}</th>
          <th className="r">{words.amount}</th>
          <th className="r">{words.balanceAfter}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row key={`${entry.postingId} ${entry.place}`} entry={entry} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ entry: { postingId, date, what, counter, amountFen, balanceFen } }: { entry: Entry }) {
  const pick = useBilingual()
  const name = useAccountName()
  return (
    <tr>
      <th scope="row" className="num nowrap">
        {date}
      </th>
      <td>
        <Link to="/ledger/postings/$postingId" params={{ postingId }}>
          {pick(enums.postingKind[what])}
        </Link>
      </td>
      <td>
        {counter ? (
          <Link to="/ledger/accounts/$accountId" params={{ accountId: counter.id }}>
            {name(counter)}
          </Link>
        ) : (
          <span className="note">{name(counter)}</span>
        )}
      </td>
      <td className={amountFen < 0 ? 'r num neg' : 'r num'}>{amountFen < 0 ? formatFen(amountFen) : `+${formatFen(amountFen)}`}</td>
      <td className="r num">{formatFen(balanceFen)}</td>
    </tr>
  )
}
