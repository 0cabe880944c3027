import { Link } from '@tanstack/react-router'
import type { ListStatementsAnswer } from '../../../client/operations'
import { formatFen } from '../../../parts/money'
import { StatusMark } from '../../../parts/status-mark'
import { useBilingual, useWords } from '../../../words/use-words'
import { DaysLeft } from '../days-left'

type Props = { readonly items: ListStatementsAnswer['items']; readonly drafts: ListStatementsAnswer['drafts'] }

/** What runs now on top, then what was settled, newest first. */
export function StatementsTable({ items, drafts }: Props) {
  const words = useWords().statements
  return (
    <table className="grid">
      <caption className="sr">{words.list}</caption>
      <thead>
        <tr>
          <th>{words.period}</th>
          <th>{words.party}</th>
          <th>{words.number}</th>
          <th className="r">{words.lines}</th>
          <th className="r">{words.amount}</th>
          <th>{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => (
          <DraftRow key={`${draft.networkId} ${draft.party.id}`} draft={draft} />
        ))}
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </tbody>
    </table>
  )
}

function DraftRow({ draft: { networkId, code, party, settledUntil } }: { draft: Props['drafts'][number] }) {
  const words = useWords().statements
  const pick = useBilingual()
  return (
    <tr>
      <th scope="row" className="nowrap">
        <Link to="/statements/draft/$networkId/$partyId" params={{ networkId, partyId: party.id }} search={{}}>
          {words.running(code)}
        </Link>
      </th>
      <td>{pick(party.name)}</td>
      <td className="note num">{settledUntil ? words.settledUntil(settledUntil) : words.neverSettled}</td>
      <td />
      <td />
      <td>
        <span className="tag neutral">{words.draft}</span>
      </td>
    </tr>
  )
}

function Row({ item: { id, number, party, fromDate, untilDate, lines, totalFen, state, dueAt } }: { item: Props['items'][number] }) {
  const words = useWords().statements
  const pick = useBilingual()
  return (
    <tr>
      <th scope="row" className="num nowrap">
        <Link to="/statements/$statementId" params={{ statementId: id }} search={{}}>
          {words.days(fromDate, untilDate)}
        </Link>
      </th>
      <td>{pick(party.name)}</td>
      <td className="note num nowrap">{number}</td>
      <td className="r num">{lines}</td>
      <td className={totalFen < 0 ? 'r num neg' : 'r num'}>{formatFen(totalFen)}</td>
      <td className="nowrap">
        <StatusMark of="statementState" value={state} /> {state === 'to-confirm' && <DaysLeft until={dueAt} />}
      </td>
    </tr>
  )
}
