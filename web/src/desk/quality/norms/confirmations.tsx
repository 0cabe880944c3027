import type { ShowNormAnswer } from '../../../client/operations'
import { dateOf } from '../../../parts/moment'
import { StatusMark } from '../../../parts/status-mark'
import { useBilingual, useWords } from '../../../words/use-words'
import { DueChip } from '../due-chip'

/** Who was asked for which version, open ones first, and who has confirmed when. */
export function Confirmations({ of: { confirmations, number, publishedAt } }: { of: ShowNormAnswer }) {
  const words = useWords().loop
  const pick = useBilingual()
  const shown = confirmations.filter((one) => one.number === number)
  if (shown.length === 0) return null
  const confirmed = shown.filter(({ state }) => state === 'confirmed').length
  return (
    <section>
      <h3>
        {words.whoConfirmed} <small className="num">{words.confirmed(confirmed, shown.length)}</small>
      </h3>
      <table className="values">
        <tbody>
          {shown.map(({ institution, state, dueAt, confirmedAt, confirmedBy }) => (
            <tr key={institution.id}>
              <th scope="row">{pick(institution.name)}</th>
              <td>
                <StatusMark of="normConfirmation" value={state} />
              </td>
              <td className="r num nowrap">
                {confirmedAt && words.confirmedBy(dateOf(confirmedAt), confirmedBy ? pick(confirmedBy) : '')}
                {state === 'to-confirm' && <DueChip since={publishedAt} until={dueAt} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
