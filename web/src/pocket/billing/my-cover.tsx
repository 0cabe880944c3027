import { enums } from '../../client/enums'
import { Icon } from '../../parts/icon'
import { formatFen } from '../../parts/money'
import { useLive } from '../../wire/live'
import { useBilingual, useWords } from '../../words/use-words'
import { type Cover, cover } from './bill.data'

/** By whom I am covered, and what is left of the year; for a family member where one is chosen. */
export function MyCover({ person }: { person: string | undefined }) {
  const words = useWords().bill
  const pick = useBilingual()
  const { data } = useLive(cover(person), { net: false })
  if (!data) return null
  const found = data.cover
  return (
    <section className="sheet flush folds">
      <details className="fold">
        <summary>
          <Icon name="contract" large />
          <span className="grow">
            {words.myCover}
            <small>
              {found ? [pick(found.payer), pick(found.product), pick(enums.eligibilityState[found.state])].join(' · ') : words.noCover}
            </small>
          </span>
          <Icon name="down" />
        </summary>
        {found ? <Left cover={found} /> : <p className="note">{words.noCoverHint}</p>}
      </details>
    </section>
  )
}

function Left({
  cover: { policyMasked, copayFen, deductibleLeftFen, deductibleFen, limitLeftFen, limitFen, validUntil },
}: {
  cover: Cover
}) {
  const words = useWords().bill
  const rows: [string, string][] = [[words.policy, policyMasked]]
  if (copayFen > 0) rows.push([words.stepCopay, formatFen(copayFen)])
  if (deductibleFen > 0) rows.push([words.deductibleLeft, `${formatFen(deductibleLeftFen)} / ${formatFen(deductibleFen)}`])
  if (limitFen !== null && limitLeftFen !== null) rows.push([words.limitLeft, `${formatFen(limitLeftFen)} / ${formatFen(limitFen)}`])
  if (validUntil) rows.push([words.validUntil, validUntil])
  return (
    <table className="sum num">
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <td>{name}</td>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
