import { useState } from 'react'
import type { ListCommitmentsAnswer } from '../../../client/operations'
import { Field } from '../../../parts/field'
import { Form, MissingNote, textOf } from '../../../parts/form'
import { RefusalNote } from '../../../parts/refusal-note'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { afterChange, steps } from './board.data'

type Props = { readonly owed: Pick<ListCommitmentsAnswer['items'][number], 'id' | 'version'>; readonly leave: () => void }

/** A clock stops with a reason that everybody reads; the time that is left stays. */
export function PauseForm({ owed: { id: commitmentId, version }, leave }: Props) {
  const { commitments: words, shell } = useWords()
  const [missing, setMissing] = useState(false)
  const pause = useCommand(steps.pauseCommitment, commitmentId, { makesOld: afterChange, onDone: leave })
  const submit = (form: FormData) => {
    const reason = textOf(form, 'reason')
    setMissing(reason === undefined || reason.length < 2)
    if (reason && reason.length >= 2) pause.run({ commitmentId, version, reason })
  }
  return (
    <Form className="inline-form" submit={submit}>
      <Field label={words.pauseReason}>{(control) => <input {...control} name="reason" list="pause-reasons" maxLength={200} />}</Field>
      <datalist id="pause-reasons">
        {[words.pauseForResult, words.pauseForPatient, words.pauseForFamily, words.pauseForExamination].map((reason) => (
          <option key={reason} value={reason} />
        ))}
      </datalist>
      <button type="submit" className="btn" aria-busy={pause.pending}>
        {words.pause}
      </button>
      <button type="button" className="text" onClick={leave}>
        {shell.close}
      </button>
      <MissingNote>{missing && words.pauseReasonMissing}</MissingNote>
      <RefusalNote refusal={pause.refusal} unsent={pause.unsent} />
    </Form>
  )
}
