import { useNavigate, useSearch } from '@tanstack/react-router'
import { Answer, Empty } from '../../../parts/answer'
import { LiveAge } from '../../../parts/live-age'
import { More } from '../../../parts/more'
import { useRowKeys } from '../../../parts/use-keys'
import { useLivePages } from '../../../wire/live'
import { useWords } from '../../../words/use-words'
import { ClaimPane } from './claim-pane'
import { claims } from './claims.data'
import type { ClaimsView } from './claims.view'
import { ClaimsTable } from './claims-table'
import { StuckMessages } from './stuck-messages'

/** Which claims wait for whom, and what does not fit. */
export function ClaimsScreen() {
  const words = useWords().coverage
  const view = useSearch({ from: '/shell/claims' })
  const navigate = useNavigate({ from: '/claims' })
  const change = (part: Partial<ClaimsView>) => void navigate({ search: (before) => ({ ...before, ...part }) })
  const list = useLivePages(claims(view.shows ?? 'open'))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  useRowKeys(
    items.map(({ claimId }) => claimId),
    view.claim,
    (claim) => change({ claim }),
  )
  return (
    <div className="split-view claims">
      <div className="col">
        <div className="head">
          <h1>{words.claims}</h1>
          <Shows view={view} change={change} />
          <span className="end">
            <LiveAge />
          </span>
        </div>
        <div className="grow">
          <StuckMessages />
          <Answer of={list}>
            {() =>
              items.length === 0 ? (
                <Empty title={view.shows ? words.noneSettled : words.none} hint={words.noneHint} />
              ) : (
                <>
                  <ClaimsTable items={items} open={view.claim} choose={(claim) => change({ claim })} />
                  <More of={list} />
                </>
              )
            }
          </Answer>
        </div>
      </div>
      {view.claim ? (
        <ClaimPane key={view.claim} claimId={view.claim} />
      ) : (
        <div>
          <Empty title={words.choose} hint={words.chooseHint} />
        </div>
      )}
    </div>
  )
}

function Shows({ view, change }: { view: ClaimsView; change: (part: Partial<ClaimsView>) => void }) {
  const words = useWords().coverage
  return (
    <span className="seg">
      <button type="button" aria-pressed={!view.shows} onClick={() => change({ shows: undefined, claim: undefined })}>
        {words.open}
      </button>
      <button type="button" aria-pressed={view.shows === 'settled'} onClick={() => change({ shows: 'settled', claim: undefined })}>
        {words.settled}
      </button>
    </span>
  )
}
