import { useState } from 'react'
import { enums } from '../../../client/enums'
import { Form, Options, textOf } from '../../../parts/form'
import { RefusalNote } from '../../../parts/refusal-note'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { type Term, TermPicker } from '../term-picker'
import { afterChange, steps } from './consultation.data'

/** Records an allergy, or that she was asked and nothing is known. */
export function AllergyForm({ personId, asked }: { personId: string; asked: boolean }) {
  const words = useWords().care
  const pick = useBilingual()
  const [substance, setSubstance] = useState<Term | null>(null)
  const record = useCommand(steps.recordAllergy, personId, { makesOld: afterChange })
  const send = (form: FormData) => {
    const severity = textOf(form, 'severity') as 'mild' | undefined
    record.run({ personId, substanceCode: substance?.code ?? null, reaction: textOf(form, 'reaction'), ...(severity ? { severity } : {}) })
  }
  return (
    <>
      {!asked && (
        <button
          type="button"
          className="btn"
          aria-busy={record.pending}
          onClick={() => record.run({ personId, substanceCode: 'none-known' })}
        >
          {words.noneKnown}
        </button>
      )}
      <TermPicker system="substance" label={words.recordAllergy} choose={setSubstance} />
      {substance && (
        <Form className="form" submit={send}>
          <p>
            <b>{pick(substance.name)}</b>
          </p>
          <input name="reaction" aria-label={words.reaction} placeholder={words.reaction} maxLength={200} />
          <select name="severity" aria-label={words.severity}>
            <option value="">{words.notStated}</option>
            <Options of={enums.allergySeverity} />
          </select>
          <button type="submit" className="btn" aria-busy={record.pending}>
            {words.record}
          </button>
        </Form>
      )}
      <RefusalNote refusal={record.refusal} unsent={record.unsent} />
    </>
  )
}
