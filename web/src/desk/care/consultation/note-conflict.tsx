import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { timeOf } from '../../../parts/moment'
import { useBilingual, useWords } from '../../../words/use-words'
import { consultation } from './consultation.data'
import type { Note } from './note-draft'
import { NoteText } from './note-text'

type Props = { readonly visitId: string; readonly resolve: (whose: 'mine' | 'theirs', theirs: Note) => void }

/** A note that was changed elsewhere: what stands there, beside what is written here, and which of them goes on. */
export function NoteConflict({ visitId, resolve }: Props) {
  const words = useWords().care
  const pick = useBilingual()
  const queryClient = useQueryClient()
  const [theirs, setTheirs] = useState<Note | null>(null)
  const look = async () => setTheirs((await queryClient.fetchQuery({ ...consultation(visitId), staleTime: 0 })).note)
  return (
    <div className="conflict" role="alert">
      <p>{words.conflict}</p>
      {theirs ? (
        <>
          <h3>
            {words.theirs} · {pick(theirs.savedBy)} {timeOf(theirs.savedAt)}
          </h3>
          <NoteText content={theirs.content} />
          <p className="acts">
            <button type="button" className="btn" onClick={() => resolve('mine', theirs)}>
              {words.keepMine}
            </button>
            <button type="button" className="btn" onClick={() => resolve('theirs', theirs)}>
              {words.useTheirs}
            </button>
          </p>
        </>
      ) : (
        <button type="button" className="btn" onClick={() => void look()}>
          {words.theirs}
        </button>
      )}
    </div>
  )
}
