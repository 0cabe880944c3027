import { timeOf } from '../../../parts/moment'
import { useWords } from '../../../words/use-words'

/** Whether what is on the screen is kept, and since when. */
export function SaveState({ savedAt, pending, dirty }: { savedAt: string | null; pending: boolean; dirty: boolean }) {
  const words = useWords().care
  const said = pending ? words.saving : dirty ? words.unsaved : savedAt ? words.saved(timeOf(savedAt)) : words.emptyDraft
  return (
    <span className="note" role="status">
      {said} · {words.saveKey}
    </span>
  )
}
