import { Link } from '@tanstack/react-router'
import type { ListResultsAnswer } from '../../../client/operations'
import { Answer, Empty } from '../../../parts/answer'
import { LiveAge } from '../../../parts/live-age'
import { dateOf, timeOf } from '../../../parts/moment'
import { RefusalNote } from '../../../parts/refusal-note'
import { useLive } from '../../../wire/live'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { OrderResult } from '../order-result'
import { CriticalCard } from './critical-card'
import { afterChange, results, steps } from './results.data'

/** What has come back that nobody has looked at, and which value endangers somebody. */
export function ResultsScreen() {
  const words = useWords().care
  const query = useLive(results())
  return (
    <div className="col">
      <div className="head">
        <h1>{words.results}</h1>
        <span className="end">
          <LiveAge />
        </span>
      </div>
      <div className="grow pane">
        <Answer of={query}>
          {({ toRead, criticalValues }) => (
            <>
              {criticalValues.length > 0 && <h2>{words.criticalOpen}</h2>}
              {criticalValues.map((critical) => (
                <CriticalCard key={critical.id} critical={critical} />
              ))}
              {toRead.length === 0 && <Empty title={words.nothingToRead} hint={words.nothingToReadHint} />}
              {toRead.map((item) => (
                <ResultCard key={item.orderId} item={item} />
              ))}
            </>
          )}
        </Answer>
      </div>
    </div>
  )
}

function ResultCard({ item }: { item: ListResultsAnswer['toRead'][number] }) {
  const words = useWords().care
  const pick = useBilingual()
  const { orderId, visitId, personName, performer, releasedAt, critical, result } = item
  const read = useCommand(steps.acknowledgeResult, orderId, { makesOld: afterChange })
  return (
    <article className={critical ? 'result-card critical open' : 'result-card'}>
      <h3>
        <Link to="/consultation/$visitId" params={{ visitId }}>
          {personName ?? words.notOnCard}
        </Link>{' '}
        · {pick(item.item)}{' '}
        <small>
          {pick(performer)} · {dateOf(releasedAt).slice(5)} {words.released(timeOf(releasedAt))}
        </small>
      </h3>
      <OrderResult result={result} />
      <RefusalNote refusal={read.refusal} unsent={read.unsent} />
      <button type="button" className="btn" aria-busy={read.pending} onClick={() => read.run({ orderId })}>
        {words.markRead}
      </button>
    </article>
  )
}
