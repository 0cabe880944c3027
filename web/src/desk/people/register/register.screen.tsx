import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Form, MissingNote } from '../../../parts/form'
import { RefusalNote } from '../../../parts/refusal-note'
import { RegistrationFields, readRegistration } from '../../../parts/registration-fields'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { afterChange, steps } from './register.data'

/** Registers a person at this institution; who is known already is found by her ID number. */
export function RegisterScreen() {
  const words = useWords().people
  const navigate = useNavigate()
  const [missing, setMissing] = useState<'nameMissing' | 'idOrBirthDate' | null>(null)
  const register = useCommand(steps.registerPerson, 'register', {
    makesOld: afterChange,
    onDone: ({ personId }) => void navigate({ to: '/people/$personId', params: { personId } }),
  })
  const submit = (form: FormData) => {
    const registration = readRegistration(form)
    if (typeof registration === 'string') return setMissing(registration)
    setMissing(null)
    register.run(registration)
  }
  return (
    <div className="col">
      <div className="head">
        <h1>{words.registerTitle}</h1>
      </div>
      <div className="grow pane">
        <Form className="form" submit={submit}>
          <p className="note">{words.registerLead}</p>
          <RegistrationFields />
          <MissingNote>{missing && words[missing]}</MissingNote>
          <RefusalNote refusal={register.refusal} unsent={register.unsent} />
          <p className="acts">
            <button type="submit" className="btn primary" aria-busy={register.pending}>
              {words.submit}
            </button>
            <Link className="btn" to="/">
              {words.cancel}
            </Link>
          </p>
        </Form>
      </div>
    </div>
  )
}
