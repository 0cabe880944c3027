import { useStreamAge } from '../wire/live'
import { useWords } from '../words/use-words'
import { clockOf } from './moment'

/** How old what is shown may be: the time the server was heard last, amber when that is longer ago than half a minute. */
export function LiveAge() {
  const words = useWords().shell
  const { heardAt, lost } = useStreamAge()
  return (
    <span className={lost ? 'live lost' : 'live'}>
      <span className="live-dot" aria-hidden="true" />
      {lost ? words.liveLost : words.live} {heardAt !== null && <time className="num">{clockOf(heardAt)}</time>}
    </span>
  )
}
