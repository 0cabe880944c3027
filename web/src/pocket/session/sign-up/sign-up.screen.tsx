import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ConsentText } from '../../../parts/consent-text'
import { Field } from '../../../parts/field'
import { Form, MissingNote, textOf } from '../../../parts/form'
import { RefusalNote } from '../../../parts/refusal-note'
import { RegistrationFields, readRegistration } from '../../../parts/registration-fields'
import { useServiceText } from '../../../wire/consent-text'
import { useSignUp } from '../../../wire/session'
import { useWords } from '../../../words/use-words'
import { Bar } from '../../frame/bar'

type Missing = 'nameMissing' | 'idOrBirthDate' | 'passwordMissing'

/** Registers on the phone: who you are, an account, and the consent, in one step. */
export function SignUpScreen() {
  const { people: words, session, shell } = useWords()
  const navigate = useNavigate()
  const text = useServiceText()
  const [missing, setMissing] = useState<Missing | null>(null)
  const signUp = useSignUp(() => void navigate({ to: '/' }))
  useEffect(() => {
    document.title = `${words.signUpTitle} · ${shell.product}`
  }, [words, shell])
  const submit = (form: FormData) => {
    const registration = readRegistration(form)
    if (typeof registration === 'string') return setMissing(registration)
    const [login, password] = [textOf(form, 'login'), String(form.get('password') ?? '')]
    if (!login || !password || !text) return setMissing('passwordMissing')
    setMissing(null)
    signUp.run({ ...registration, login, password, code: textOf(form, 'code'), textVersion: text.version })
  }
  return (
    <div className="pocket">
      <Bar title={words.signUpTitle} back leave={() => void navigate({ to: '/sign-in' })} />
      <main id="main" tabIndex={-1}>
        <Form className="form" submit={submit}>
          <p className="note">{words.signUpLead}</p>
          <section className="sheet form" aria-label={words.aboutYou}>
            <h2>{words.aboutYou}</h2>
            <RegistrationFields />
            <Field label={words.code} help={words.codeHelp}>
              {(control) => <input {...control} name="code" maxLength={20} autoComplete="off" autoCapitalize="none" />}
            </Field>
          </section>
          <section className="sheet form" aria-label={words.yourAccount}>
            <h2>{words.yourAccount}</h2>
            <Field label={session.login} help={words.loginHelp}>
              {(control) => <input {...control} name="login" maxLength={64} autoComplete="username" autoCapitalize="none" />}
            </Field>
            <Field label={session.password} help={words.passwordHelp}>
              {(control) => <input {...control} name="password" type="password" maxLength={200} autoComplete="new-password" />}
            </Field>
          </section>
          <section className="sheet" aria-label={words.consentTitle}>
            <h2>{words.consentTitle}</h2>
            <ConsentText />
          </section>
          <MissingNote>{missing && words[missing]}</MissingNote>
          <RefusalNote refusal={signUp.refusal} unsent={signUp.unsent} />
          <button type="submit" className="btn primary wide" aria-busy={signUp.pending}>
            {words.signUpSubmit}
          </button>
          <Link className="text" to="/sign-in">
            {words.haveAccount}
          </Link>
        </Form>
      </main>
    </div>
  )
}
