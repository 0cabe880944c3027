import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Enum, enums } from '../../../client/enums'
import { Field } from '../../../parts/field'
import { RefusalNote } from '../../../parts/refusal-note'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { afterChange, steps } from './register.data'

const text = (form: FormData, name: string): string | undefined => String(form.get(name) ?? '').trim() || undefined

/** Registers a person at this institution; who is known already is found by her ID number. */
export function RegisterScreen() {
  const words = useWords().people
  const pick = useBilingual()
  const navigate = useNavigate()
  const [missing, setMissing] = useState<string | null>(null)
  const register = useCommand(steps.registerPerson, 'register', {
    makesOld: afterChange,
    onDone: ({ personId }) => void navigate({ to: '/find', search: { person: personId } }),
  })
  const submit = (form: FormData) => {
    const name = text(form, 'name')
    const idNumber = text(form, 'idNumber')
    const birthDate = text(form, 'birthDate')
    if (!name) return setMissing(words.nameMissing)
    if (!idNumber && !birthDate) return setMissing(words.idOrBirthDate)
    setMissing(null)
    register.run({ name, idNumber, birthDate, phone: text(form, 'phone'), sex: text(form, 'sex') as Enum<'sex'> | undefined })
  }
  return (
    <div className="col">
      <div className="head">
        <h1>{words.registerTitle}</h1>
      </div>
      <div className="grow pane">
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault()
            submit(new FormData(event.currentTarget))
          }}
        >
          <p className="note">{words.registerLead}</p>
          <Field label={words.name}>{(control) => <input {...control} name="name" maxLength={50} autoComplete="off" />}</Field>
          <Field label={words.idNumber} help={words.idNumberHelp}>
            {(control) => <input {...control} name="idNumber" maxLength={18} autoComplete="off" />}
          </Field>
          <Field label={words.birthDate} help={words.birthDateHelp}>
            {(control) => <input {...control} name="birthDate" type="date" />}
          </Field>
          <Field label={words.sex}>
            {(control) => (
              <select {...control} name="sex" defaultValue="">
                <option value="" />
                {Object.entries(enums.sex).map(([value, word]) => (
                  <option key={value} value={value}>
                    {pick(word)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={words.phone}>
            {(control) => <input {...control} name="phone" inputMode="numeric" maxLength={11} autoComplete="off" />}
          </Field>
          {missing && (
            <p className="refusal" role="alert">
              {missing}
            </p>
          )}
          <RefusalNote refusal={register.refusal} unsent={register.unsent} />
          <p className="acts">
            <button type="submit" className="btn primary" aria-busy={register.pending}>
              {words.submit}
            </button>
            <Link className="btn" to="/">
              {words.cancel}
            </Link>
          </p>
        </form>
      </div>
    </div>
  )
}
