import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useWords } from '../words/use-words'

/** The next page of a list, while there is one. */
export function More({ of }: { of: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'fetchNextPage'> }) {
  const words = useWords().shell
  if (!of.hasNextPage) return null
  return (
    <button type="button" className="btn wide" onClick={() => void of.fetchNextPage()}>
      {words.more}
    </button>
  )
}
