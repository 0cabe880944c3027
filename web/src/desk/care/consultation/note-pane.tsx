import { StatusMark } from '../../../parts/status-mark'
import { useWords } from '../../../words/use-words'
import type { Note } from './note-draft'
import { NoteForm } from './note-form'
import { SignedNote } from './signed-note'

/** The note of my institution on this visit: a form until it is signed, then what was signed. `isNext`: signing it is the next thing to do. */
export function NotePane({ visitId, note, isNext }: { visitId: string; note: Note | null; isNext: boolean }) {
  const words = useWords().care
  return (
    <>
      <div className="h-row">
        <h1>{words.note}</h1>
        <StatusMark of="noteState" value={note?.state ?? 'draft'} />
      </div>
      {note?.state === 'signed' ? (
        <SignedNote visitId={visitId} note={note} mayAdd />
      ) : (
        <NoteForm visitId={visitId} note={note} isNext={isNext} />
      )}
    </>
  )
}
