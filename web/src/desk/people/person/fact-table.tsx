import { Icon } from '../../../parts/icon'
import { dateOf } from '../../../parts/moment'
import { useBilingual, useWords } from '../../../words/use-words'
import type { KnownFact, Portrait } from '../../frame/portrait/reads'
import { useWhy } from '../../frame/portrait/use-why'

type Props = { readonly title: string; readonly none: string; readonly facts: readonly KnownFact[]; readonly of: Portrait }

/** What lasts or has lasted: since when, until when, what, where from and why it may be seen. */
export function FactTable({ title, none, facts, of: portrait }: Props) {
  const words = useWords().portrait
  const pick = useBilingual()
  const why = useWhy(portrait)
  return (
    <section aria-label={title}>
      <h2 className="cap">{title}</h2>
      {facts.length === 0 ? (
        <p className="none note">{none}</p>
      ) : (
        <table className="grid dense">
          <thead>
            <tr>
              <th>{words.since}</th>
              <th>{words.what}</th>
              <th>{words.from}</th>
              <th>{words.why}</th>
            </tr>
          </thead>
          <tbody>
            {facts.map((fact) => (
              <tr key={fact.id}>
                <td className="num">{[dateOf(fact.happenedAt), fact.endedAt && dateOf(fact.endedAt)].filter(Boolean).join(' – ')}</td>
                <th scope="row">
                  {pick(fact.name)} {fact.note && <span className="note">{fact.note}</span>}
                </th>
                <td>{pick(fact.institution)}</td>
                <td className="note">
                  <Icon name="eye" /> {why(fact.why)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
