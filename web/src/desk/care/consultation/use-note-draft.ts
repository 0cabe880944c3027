import { useState } from 'react'
import { useCommand } from '../../../wire/use-command'
import { useDraft } from '../../../wire/use-draft'
import { afterChange, afterDraft, steps } from './consultation.data'
import { type Draft, draftOf, emptyDraft, type Note, sentOf, textOf } from './note-draft'

/** The draft on the screen and what the server has of it: when it is sent, signed, and what to do when both differ. */
export function useNoteDraft(visitId: string, note: Note | null) {
  const [draft, setDraft] = useState<Draft>(note ? draftOf(note) : emptyDraft)
  const [server, setServer] = useState({ version: note?.version ?? 0, text: textOf(draft), savedAt: note?.savedAt ?? null })
  const [sent, setSent] = useState('') // what the last save tried: a refused one is not tried again unchanged
  const [toSign, setToSign] = useState<string | null>(null) // what was on the screen when “sign” was pressed: anything else is not signed
  const written = textOf(draft)

  const sign = useCommand(steps.signNote, visitId, { makesOld: afterChange })
  const save = useCommand(steps.saveDraft, `${visitId}/note`, {
    makesOld: afterDraft,
    onDone: ({ version, savedAt }) => {
      setServer({ version, text: sent, savedAt })
      if (toSign === sent && toSign === written) sign.run({ visitId, version })
      setToSign(null)
    },
  })
  const send = (version = server.version) => {
    setSent(written)
    save.run({ visitId, version, content: sentOf(draft) })
  }
  const conflict = save.refusal?.code === 'care.note-moved-on'
  const refused = save.refusal !== null && sent === written
  useDraft({ written, saved: server.text, waits: save.pending || refused || conflict, save: () => send() })

  const press = () => {
    if (written === server.text) sign.run({ visitId, version: server.version })
    else {
      setToSign(written)
      send()
    }
  }
  const resolve = (whose: 'mine' | 'theirs', theirs: Note) => {
    save.reset()
    if (whose === 'mine') return send(theirs.version)
    const taken = draftOf(theirs)
    setDraft(taken)
    setServer({ version: theirs.version, text: textOf(taken), savedAt: theirs.savedAt })
  }
  const state = { savedAt: server.savedAt, pending: save.pending, refused: refused || conflict, dirty: written !== server.text }
  return {
    draft,
    change: (part: Partial<Draft>) => setDraft({ ...draft, ...part }),
    save,
    sign: { ...sign, press },
    conflict,
    resolve,
    state,
  }
}
