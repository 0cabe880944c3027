import { useQuery } from '@tanstack/react-query'
import { roles } from '../../../client/permissions'
import { Answer, Empty } from '../../../parts/answer'
import { useBilingual, useWords } from '../../../words/use-words'
import { inspectors } from './inspections.data'

type Props = {
  readonly networkId: string
  readonly institutionId: string
  readonly chosen: string | undefined
  readonly choose: (inspector: { id: string; institutionId: string }) => void
}

/** The pool: inspectors of other institutions, who is least busy and was not there for longest first. */
export function InspectorChoice({ networkId, institutionId, chosen, choose }: Props) {
  const words = useWords().loop
  const pick = useBilingual()
  const query = useQuery(inspectors(networkId, institutionId))
  return (
    <section>
      <h3 id="pool">{words.pool}</h3>
      <Answer of={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={words.poolEmpty} />
          ) : (
            <div className="pool" role="radiogroup" aria-labelledby="pool">
              {items.map(({ accountId, name, role, institution, planned, lastThere }) => (
                <label key={`${accountId} ${institution.id}`}>
                  <input
                    type="radio"
                    name="inspector"
                    checked={accountId === chosen}
                    onChange={() => choose({ id: accountId, institutionId: institution.id })}
                  />
                  <span>
                    <b>{pick(name)}</b> {pick(institution.name)}{' '}
                    <small className="note num">
                      {[
                        pick(roles[role as keyof typeof roles]),
                        words.plannedCount(planned),
                        lastThere ? words.lastThere(lastThere) : words.neverThere,
                      ].join(' · ')}
                    </small>
                  </span>
                </label>
              ))}
            </div>
          )
        }
      </Answer>
    </section>
  )
}
