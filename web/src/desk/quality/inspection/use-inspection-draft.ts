import { useState } from 'react'
import type { ShowInspectionAnswer } from '../../../client/operations'
import { useCommand } from '../../../wire/use-command'
import { useDraft } from '../../../wire/use-draft'
import { type Answered, type Draft, draftOf, emptyAnswer, sentOf } from './answer-draft'
import { afterChange, afterDraft, steps } from './inspection.data'

/** The checklist on the screen and what the server has of it: saved two seconds after the last key, completed only as it was saved. */
export function useInspectionDraft(shown: ShowInspectionAnswer) {
  const { id: inspectionId, checklist } = shown
  const codes = checklist.map(({ code }) => code)
  const [draft, setDraft] = useState<Draft>(() => draftOf(shown))
  const written = JSON.stringify(sentOf(draft, codes))
  const [server, setServer] = useState({ version: shown.version, text: written, savedAt: shown.savedAt })
  const [sent, setSent] = useState('') // what the last save tried: a refused one is not tried again unchanged
  const [toComplete, setToComplete] = useState<string | null>(null) // what was on the screen when “complete” was pressed
  const complete = useCommand(steps.completeInspection, inspectionId, { makesOld: afterChange })
  const save = useCommand(steps.saveInspection, `${inspectionId}/answers`, {
    makesOld: afterDraft,
    onDone: ({ version, savedAt }) => {
      setServer({ version, text: sent, savedAt })
      if (toComplete === sent && toComplete === written) complete.run({ inspectionId, version })
      setToComplete(null)
    },
  })
  const send = () => {
    setSent(written)
    save.run({ inspectionId, version: server.version, answers: sentOf(draft, codes) })
  }
  const refused = save.refusal !== null && sent === written
  const movedOn = [save, complete].some(({ refusal }) => refusal?.code === 'quality.inspection-moved-on')
  useDraft({ written, saved: server.text, waits: save.pending || refused || movedOn, save: send })
  const press = () => {
    if (written === server.text) complete.run({ inspectionId, version: server.version })
    else {
      setToComplete(written)
      send()
    }
  }
  return {
    draft,
    codes,
    answer: (code: string, part: Partial<Answered> & Pick<Answered, 'outcome'>) =>
      setDraft((was) => ({ ...was, [code]: { ...(was[code] ?? emptyAnswer(code, part.outcome)), ...part } })),
    save,
    complete: { ...complete, press, busy: complete.pending || toComplete !== null },
    movedOn,
    state: { savedAt: server.savedAt, pending: save.pending, refused: refused || movedOn, dirty: written !== server.text },
  }
}
