import type { ListRectificationsAnswer } from '../../../client/operations'
import { dateOf } from '../../../parts/moment'
import { StatusMark } from '../../../parts/status-mark'
import { useBilingual, useWords } from '../../../words/use-words'
import { DueChip } from '../due-chip'

type Item = ListRectificationsAnswer['items'][number]
type Props = { readonly items: readonly Item[]; readonly open: string | undefined; readonly choose: (id: string) => void }

/** Findings, the clock that breaks first above. */
export function RectificationsTable({ items, open, choose }: Props) {
  const words = useWords().loop
  const pick = useBilingual()
  return (
    <table className="grid">
      <caption className="sr">{words.rectifications}</caption>
      <thead>
        <tr>
          <th>{words.finding}</th>
          <th>{words.whoMends}</th>
          <th>{words.clock}</th>
          <th>{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, itemCode, item, severity, institution, state, openedAt, dueAt, closedAt }) => (
          <tr key={id} className={id === open ? 'on' : undefined}>
            <th scope="row">
              <button type="button" className="text" onClick={() => choose(id)}>
                {pick(item)}
              </button>{' '}
              <small className="note num">{itemCode}</small> <StatusMark of="findingSeverity" value={severity} />
            </th>
            <td>{pick(institution.name)}</td>
            <td className="nowrap num">{closedAt ? dateOf(closedAt) : <DueChip since={openedAt} until={dueAt} />}</td>
            <td className="nowrap">
              <StatusMark of="rectificationState" value={state} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
