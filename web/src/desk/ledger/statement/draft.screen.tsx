import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Answer } from '../../../parts/answer'
import { Icon } from '../../../parts/icon'
import { More } from '../../../parts/more'
import { useLivePages } from '../../../wire/live'
import { useBilingual, useWords } from '../../../words/use-words'
import { LinesAndWhy } from './lines-and-why'
import { draft, draftLine } from './statement.data'
import { Sums } from './sums'

/** What a party's statement would be if the running period ended now. */
export function DraftScreen() {
  const words = useWords().statements
  const pick = useBilingual()
  const whose = useParams({ from: '/shell/statements/draft/$networkId/$partyId' })
  const view = useSearch({ from: '/shell/statements/draft/$networkId/$partyId' })
  const navigate = useNavigate({ from: '/statements/draft/$networkId/$partyId' })
  const list = useLivePages(draft(whose))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const chosen = view.line ?? items[0]?.id
  const why = useQuery({ ...draftLine(whose, chosen ?? ''), enabled: chosen !== undefined })
  return (
    <div className="col">
      <Answer of={list}>
        {({ pages: [shown] }) =>
          shown && (
            <>
              <div className="head">
                <Link className="text" to="/statements" search={{}} aria-label={words.back}>
                  <Icon name="left" />
                </Link>
                <h1>{words.draftOf(pick(shown.party.name))}</h1>
                <span className="tag neutral">{words.draft}</span>
                <span className="note">{words.draftNote}</span>
              </div>
              <Sums of={shown} />
              <LinesAndWhy
                {...{ items, chosen, why, isOwn: shown.isOwn, totals: shown, more: <More of={list} /> }}
                choose={(id) => void navigate({ search: { line: id }, replace: true })}
              />
            </>
          )
        }
      </Answer>
    </div>
  )
}
