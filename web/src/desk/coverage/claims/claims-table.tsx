import type { ListClaimsAnswer } from '../../../client/operations'
import { dateOf, minutesBetween } from '../../../parts/moment'
import { formatFen } from '../../../parts/money'
import { StatusMark } from '../../../parts/status-mark'
import { isoNow } from '../../../parts/use-now'
import { useBilingual, useWords } from '../../../words/use-words'

type Item = ListClaimsAnswer['items'][number]
type Props = { readonly items: readonly Item[]; readonly open: string | undefined; readonly choose: (claimId: string) => void }

/** Claims by age, the oldest first. */
export function ClaimsTable({ items, open, choose }: Props) {
  const words = useWords().coverage
  return (
    <table className="grid">
      <caption className="sr">{words.claims}</caption>
      <thead>
        <tr>
          <th>{words.number}</th>
          <th>{words.who}</th>
          <th>{words.payer}</th>
          <th>{words.state}</th>
          <th>{words.age}</th>
          <th className="r">{words.amount}</th>
          <th className="r">{words.paid}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.claimId} item={item} open={item.claimId === open} choose={() => choose(item.claimId)} />
        ))}
      </tbody>
    </table>
  )
}

const minutesOfDay = 24 * 60

function Row({ item, open, choose }: { item: Item; open: boolean; choose: () => void }) {
  const words = useWords().coverage
  const pick = useBilingual()
  const { number, personName, payer, state, parked, dueAt, claimedFen, answeredFen, paidFen } = item
  const isOpen = state === 'to-submit' || state === 'submitted' || state === 'queried'
  return (
    <tr className={open ? 'on' : undefined}>
      <th scope="row" className="num nowrap">
        <button type="button" className="text" onClick={choose}>
          {number}
        </button>
      </th>
      <td className="nowrap">
        <b>{personName ?? words.notOnCard}</b>
      </td>
      <td>{pick(payer)}</td>
      <td>
        <StatusMark of="claimState" value={state} /> {parked && <span className="tag clock">{words.parkedTag}</span>}
        {state === 'submitted' && answeredFen !== null && <small>{words.awaitingPayment}</small>}
      </td>
      <td className="num nowrap" title={dateOf(dueAt)}>
        {isOpen && words.days(Math.floor(minutesBetween(isoNow(), dueAt) / minutesOfDay))}
      </td>
      <td className="r num">{formatFen(claimedFen)}</td>
      <td className="r num">{formatFen(paidFen)}</td>
    </tr>
  )
}
