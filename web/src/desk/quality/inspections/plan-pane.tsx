import { useQuery } from '@tanstack/react-query'
import { Answer, Empty } from '../../../parts/answer'
import { useWords } from '../../../words/use-words'
import { lookedAfter, norms } from './inspections.data'
import { PlanForm } from './plan-form'

/** Planning one inspection: by which norm, whom, where, when, by whom. */
export function PlanPane({ leave }: { leave: () => void }) {
  const words = useWords().loop
  const places = useQuery(lookedAfter())
  const known = useQuery(norms())
  return (
    <aside className="col hold" aria-label={words.plan}>
      <Answer of={places}>
        {({ networks }) => (
          <Answer of={known}>
            {({ items }) => {
              const usable = items.filter(({ networkId }) => networks.some(({ id }) => id === networkId))
              return networks.length === 0 ? (
                <Empty title={words.nobodyLookedAfter} hint={words.nobodyLookedAfterHint} />
              ) : usable.length === 0 ? (
                <Empty title={words.noNorms} hint={words.noNormsHint} />
              ) : (
                <PlanForm norms={usable} networks={networks} leave={leave} />
              )
            }}
          </Answer>
        )}
      </Answer>
    </aside>
  )
}
