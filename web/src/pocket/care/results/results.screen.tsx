import { useSearch } from '@tanstack/react-router'
import { Answer, Empty } from '../../../parts/answer'
import { LiveAge } from '../../../parts/live-age'
import { More } from '../../../parts/more'
import { useLivePages } from '../../../wire/live'
import { useWords } from '../../../words/use-words'
import { Bar } from '../../frame/bar'
import { FamilySwitch } from '../../people/family-switch'
import { ResultCard } from './result-card'
import { results } from './results.data'

/** What came out: results as soon as they are released, in plain words. */
export function ResultsScreen() {
  const words = useWords().care
  const { person } = useSearch({ from: '/shell/results' })
  const list = useLivePages(results(person), { net: false })
  return (
    <>
      <Bar title={words.myResults} back>
        <LiveAge />
      </Bar>
      <main id="main" tabIndex={-1}>
        <FamilySwitch to="/results" person={person} />
        <Answer of={list}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items)
            if (items.length === 0)
              return (
                <section className="sheet">
                  <Empty title={words.noResults} hint={words.noResultsHint} />
                </section>
              )
            return (
              <>
                {items.map((result) => (
                  <ResultCard key={result.orderId} of={result} />
                ))}
                <More of={list} />
              </>
            )
          }}
        </Answer>
      </main>
    </>
  )
}
