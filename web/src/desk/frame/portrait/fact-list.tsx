import { Answer, Empty } from '../../../parts/answer'
import { More } from '../../../parts/more'
import { useWords } from '../../../words/use-words'
import { FactLine } from './fact-line'
import { type Portrait, type TimelineFilter, useFacts } from './reads'
import { entriesOf } from './timeline.order'
import { useWhy } from './use-why'

type Props = { readonly portrait: Portrait; readonly filter: TimelineFilter; readonly clear?: () => void }

/** Facts with origin and reason, the newest first, page after page. */
export function FactList({ portrait, filter, clear }: Props) {
  const words = useWords().portrait
  const why = useWhy(portrait)
  const list = useFacts(portrait.personId, filter)
  const empty = clear
    ? { title: words.emptyFilter }
    : filter.kind
      ? { title: words.emptyKind }
      : { title: words.empty, hint: words.emptyHint }
  return (
    <Answer of={list} rows={6}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        if (items.length === 0)
          return (
            <Empty {...empty}>
              {clear && (
                <button type="button" className="btn" onClick={clear}>
                  {words.clearFilter}
                </button>
              )}
            </Empty>
          )
        return (
          <>
            <ol className="timeline">
              {entriesOf(items).map((entry) => (
                <FactLine key={entry.first.id} entry={entry} why={why(entry.first.why)} />
              ))}
            </ol>
            <More of={list} />
          </>
        )
      }}
    </Answer>
  )
}
