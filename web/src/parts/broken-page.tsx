import { useWords } from '../words/use-words'
import { Empty } from './answer'

/** A screen that could not be drawn: a fault of ours, said in the reader's language. */
export function BrokenPage() {
  const words = useWords().shell
  return (
    <div role="alert">
      <Empty title={words.broken}>
        <button type="button" className="btn" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </Empty>
    </div>
  )
}
