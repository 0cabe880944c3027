import { Field } from '../../../parts/field'
import { Form, textOf } from '../../../parts/form'
import { dateOf, timeOf } from '../../../parts/moment'
import { RefusalNote } from '../../../parts/refusal-note'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { afterChange, steps } from './consultation.data'
import type { Note } from './note-draft'
import { NoteText } from './note-text'

const when = (at: string) => `${dateOf(at)} ${timeOf(at)}`

/** What was signed, by whom and when, with its seal; and what was added. */
export function SignedNote({ visitId, note, mayAdd }: { visitId: string; note: Note; mayAdd?: boolean }) {
  const words = useWords().care
  const pick = useBilingual()
  const { content, signedAt, signedBy, contentHash, addenda } = note
  return (
    <>
      <NoteText content={content} />
      <p className="note">
        {signedAt && signedBy && words.signedBy(pick(signedBy), when(signedAt))} ·{' '}
        <code>{words.seal(contentHash?.slice(0, 12) ?? '')}</code>
      </p>
      {addenda.map(({ id, text, signedAt: at, signedBy: by }) => (
        <section key={id} className="addendum">
          <h3>{words.addendum}</h3>
          <p>{text}</p>
          <p className="note">{words.signedBy(pick(by), when(at))}</p>
        </section>
      ))}
      {mayAdd && <AddendumForm key={addenda.length} visitId={visitId} />}
    </>
  )
}

function AddendumForm({ visitId }: { visitId: string }) {
  const words = useWords().care
  const add = useCommand(steps.addAddendum, visitId, { makesOld: afterChange })
  return (
    <Form
      className="form note-form"
      submit={(form) => {
        const text = textOf(form, 'text')
        if (text) add.run({ visitId, text })
      }}
    >
      <Field label={words.addendum} help={words.addendumHint}>
        {(control) => <textarea {...control} name="text" rows={2} required minLength={2} />}
      </Field>
      <RefusalNote refusal={add.refusal} unsent={add.unsent} />
      <p className="acts">
        <button type="submit" className="btn" aria-busy={add.pending}>
          {words.addAddendum}
        </button>
      </p>
    </Form>
  )
}
