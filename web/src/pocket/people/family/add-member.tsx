import { useState } from 'react'
import { type Enum, enums } from '../../../client/enums'
import { ConsentText } from '../../../parts/consent-text'
import { Field } from '../../../parts/field'
import { Form, MissingNote, Options, textOf } from '../../../parts/form'
import { RefusalNote } from '../../../parts/refusal-note'
import { RegistrationFields, readRegistration } from '../../../parts/registration-fields'
import { useServiceText } from '../../../wire/consent-text'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { afterFamily, steps } from '../people.data'

/** Adds one person: new here, or known and with a code from the desk; the consent is read for her. */
export function AddMember({ done }: { done: () => void }) {
  const words = useWords().people
  const text = useServiceText()
  const [missing, setMissing] = useState<'nameMissing' | 'idOrBirthDate' | null>(null)
  const add = useCommand(steps.addFamilyMember, 'family', { makesOld: afterFamily, onDone: done })
  const submit = (form: FormData) => {
    const registration = readRegistration(form)
    if (typeof registration === 'string') return setMissing(registration)
    setMissing(null)
    if (!text) return
    add.run({
      ...registration,
      relation: String(form.get('relation')) as Enum<'relation'>,
      code: textOf(form, 'code'),
      textVersion: text.version,
    })
  }
  return (
    <Form className="form" submit={submit}>
      <p className="note">{words.addFamilyLead}</p>
      <section className="sheet form" aria-label={words.addFamily}>
        <Field label={words.relation}>
          {(control) => (
            <select {...control} name="relation" defaultValue="child">
              <Options of={enums.relation} />
            </select>
          )}
        </Field>
        <RegistrationFields />
        <Field label={words.code} help={words.codeHelp}>
          {(control) => <input {...control} name="code" maxLength={20} autoComplete="off" autoCapitalize="none" />}
        </Field>
      </section>
      <section className="sheet" aria-label={words.consentTitle}>
        <h2>{words.consentTitle}</h2>
        <p className="note">{words.addConsentNote}</p>
        <ConsentText />
      </section>
      <MissingNote>{missing && words[missing]}</MissingNote>
      <RefusalNote refusal={add.refusal} unsent={add.unsent} />
      <button type="submit" className="btn primary wide" aria-busy={add.pending}>
        {words.addSubmit}
      </button>
    </Form>
  )
}
