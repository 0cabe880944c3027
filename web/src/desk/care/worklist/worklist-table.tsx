import { enums } from '../../../client/enums'
import type { ListWorklistAnswer } from '../../../client/operations'
import { ClockChip } from '../../../parts/clock'
import { StatusMark } from '../../../parts/status-mark'
import { useBilingual, useWords } from '../../../words/use-words'

type Item = ListWorklistAnswer['items'][number]
type Props = { readonly items: readonly Item[]; readonly open: string | undefined; readonly choose: (orderId: string) => void }

/** Orders of the department: critical values first, then urgent ones, then by the time that is left. */
export function WorklistTable({ items, open, choose }: Props) {
  const words = useWords().care
  return (
    <table className="grid">
      <caption className="sr">{words.worklist}</caption>
      <thead>
        <tr>
          <th>{words.order}</th>
          <th>{words.who}</th>
          <th>{words.orderer}</th>
          <th>{words.state}</th>
          <th>{words.clock}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.orderId} item={item} open={item.orderId === open} choose={() => choose(item.orderId)} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ item, open, choose }: { item: Item; open: boolean; choose: () => void }) {
  const { care, shell } = useWords()
  const pick = useBilingual()
  const { personName, sex, ageYears, urgency, state, entered, critical, signedAt, dueAt } = item
  const runs = state === 'requested' || state === 'accepted' || state === 'collected'
  const told = critical !== 'to-report' && critical !== 'reported'
  return (
    <tr className={open ? 'on' : undefined}>
      <th scope="row">
        <button type="button" className="text" onClick={choose}>
          {pick(item.item)}
        </button>{' '}
        {urgency === 'urgent' && <span className="tag clock">{pick(enums.urgency.urgent)}</span>}
        {critical && !told && <span className="tag danger">{care.criticalTitle}</span>}
      </th>
      <td className="nowrap">
        <b>{personName ?? care.notOnCard}</b>{' '}
        <span className="note">
          {sex && pick(enums.sex[sex])} {ageYears !== null && shell.age(ageYears)}
        </span>
      </td>
      <td>{pick(item.orderer)}</td>
      <td>
        <StatusMark of="orderState" value={state} /> {runs && entered && <small>{care.enteredWaits}</small>}
      </td>
      <td>{runs && <ClockChip since={signedAt} until={dueAt} />}</td>
    </tr>
  )
}
