import { useWords } from '../words/use-words'
import { timeOf } from './moment'

type Props = { readonly savedAt: string | null; readonly pending: boolean; readonly refused: boolean; readonly dirty: boolean }

/** Whether what is on the screen is kept, and since when. */
export function SaveState({ savedAt, pending, refused, dirty }: Props) {
  const words = useWords().care
  const said = pending
    ? words.saving
    : refused
      ? words.notSaved
      : dirty
        ? words.unsaved
        : savedAt
          ? words.saved(timeOf(savedAt))
          : words.emptyDraft
  return (
    <span className="note" role="status">
      {said} · {words.saveKey}
    </span>
  )
}
