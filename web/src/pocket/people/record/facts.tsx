import { dateOf } from '../../../parts/moment'
import { useBilingual, useWords } from '../../../words/use-words'
import type { KnownFact } from './record.data'

type Props = {
  readonly title: string
  readonly facts: readonly KnownFact[]
  /** What is said when there is nothing; absent: the section is left out. */
  readonly none?: string
  /** Of what lasts the day is when it began. */
  readonly lasting?: boolean
}

/** Facts of one kind, each with where it comes from and when. */
export function Facts({ title, facts, none, lasting = false }: Props) {
  const words = useWords().portrait
  const pick = useBilingual()
  if (facts.length === 0 && none === undefined) return null
  return (
    <section className="sheet flush record" aria-label={title}>
      <h2>{title}</h2>
      {facts.length === 0 && <p className="note">{none}</p>}
      <ul className="lines">
        {facts.map(({ id, name, note, institution, happenedAt }) => (
          <li key={id}>
            <div>
              <b>{pick(name)}</b>
              {note && <span>{note}</span>}
              <small className="num">
                {lasting ? words.sinceOn(pick(institution), dateOf(happenedAt)) : [pick(institution), dateOf(happenedAt)].join(' · ')}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
