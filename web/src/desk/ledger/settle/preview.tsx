import type { PreviewSettlementAnswer } from '../../../client/operations'
import { formatFen } from '../../../parts/money'
import { useBilingual, useWords } from '../../../words/use-words'

type Shown = { readonly shown: PreviewSettlementAnswer }

/** What each party would get; the parts sum to what was collected. */
export function PreviewTable({ shown: { fromDate, untilDate, statements, collectedFen } }: Shown) {
  const words = useWords().statements
  const pick = useBilingual()
  return (
    <table className="grid">
      <caption className="sr">{words.willGet}</caption>
      <thead>
        <tr>
          <th>{words.willGet}</th>
          <th className="r">{words.lines}</th>
          <th className="r">{words.amount}</th>
        </tr>
      </thead>
      <tbody>
        {statements.map(({ party, lines, totalFen }) => (
          <tr key={party.id}>
            <td>{pick(party.name)}</td>
            <td className="r num">{lines}</td>
            <td className={totalFen < 0 ? 'r num neg' : 'r num'}>{formatFen(totalFen)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot className="num">
        <tr>
          <td colSpan={2}>{words.days(fromDate, untilDate)}</td>
          <td className="r">{formatFen(collectedFen)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** Services that no agreement divides: why, and that they wait. */
export function Unshared({ shown: { unshared } }: Shown) {
  const words = useWords().statements
  const pick = useBilingual()
  if (unshared.length === 0) return null
  return (
    <section className="pane" aria-label={words.unshared(unshared.length)}>
      <h2>{words.unshared(unshared.length)}</h2>
      <p className="note">{words.unsharedHint}</p>
      <table className="sum">
        <tbody>
          {unshared.map(({ serviceId, name, serviceDate, collectedFen, reason }) => (
            <tr key={serviceId}>
              <td className="num nowrap">{serviceDate}</td>
              <td>
                <b>{pick(name)}</b>
                <br />
                <small>{pick(reason)}</small>
              </td>
              <td className="num">{formatFen(collectedFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
