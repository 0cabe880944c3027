import type { ShowConsultationAnswer } from '../../../client/operations'
import { useBilingual, useWords } from '../../../words/use-words'
import { SignedNote } from './signed-note'

/** What other institutions of the visit have signed. */
export function OtherNotes({ notes }: { notes: ShowConsultationAnswer['otherNotes'] }) {
  const words = useWords().care
  const pick = useBilingual()
  if (notes.length === 0) return null
  return (
    <>
      <h2>{words.otherNotes}</h2>
      {notes.map((note) => (
        <section key={note.noteId} aria-label={pick(note.institution)}>
          <h3>{pick(note.institution)}</h3>
          <SignedNote visitId="" note={note} />
        </section>
      ))}
    </>
  )
}
