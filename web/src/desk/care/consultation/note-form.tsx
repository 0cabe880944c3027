import { Field } from '../../../parts/field'
import { RefusalNote } from '../../../parts/refusal-note'
import { SaveState } from '../../../parts/save-state'
import { useWords } from '../../../words/use-words'
import { DiagnosesField } from './diagnoses-field'
import { NoteConflict } from './note-conflict'
import type { Note } from './note-draft'
import { useNoteDraft } from './use-note-draft'
import { VitalsFields } from './vitals-fields'

const before = ['complaint', 'history', 'examination'] as const
const after = ['assessment', 'plan'] as const

/** The note as it is written; it saves itself, and is signed as it was saved. */
export function NoteForm({ visitId, note, isNext }: { visitId: string; note: Note | null; isNext: boolean }) {
  const words = useWords().care
  const { draft, change, save, sign, conflict, resolve, state } = useNoteDraft(visitId, note)
  const text = (section: (typeof before)[number] | (typeof after)[number]) => (
    <Field key={section} label={words[section]}>
      {(control) => (
        <textarea
          {...control}
          rows={section === 'complaint' ? 1 : 2}
          maxLength={20_000}
          value={draft[section]}
          onChange={(event) => change({ [section]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <form
      className="form note-form"
      onSubmit={(event) => {
        event.preventDefault()
        sign.press()
      }}
    >
      {conflict && <NoteConflict visitId={visitId} resolve={resolve} />}
      {before.map(text)}
      <VitalsFields vitals={draft.vitals} change={(vitals) => change({ vitals })} />
      <DiagnosesField diagnoses={draft.diagnoses} change={(diagnoses) => change({ diagnoses })} />
      {after.map(text)}
      {!conflict && <RefusalNote refusal={save.refusal} unsent={save.unsent} />}
      <RefusalNote refusal={sign.refusal} unsent={sign.unsent} />
      <p className="acts stays">
        <button type="submit" className={isNext ? 'btn primary' : 'btn'} aria-busy={sign.pending}>
          {words.sign}
        </button>
        <SaveState {...state} />
      </p>
    </form>
  )
}
