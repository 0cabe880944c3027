import { type ReactNode, useEffect } from 'react'
import { type Session, useSignIn } from '../wire/session'
import { useWords } from '../words/use-words'
import { LanguageSwitch } from './preference-switches'
import { RefusalNote } from './refusal-note'

type Props = { readonly onDone: (session: Session) => void; readonly notice?: string | undefined; readonly children?: ReactNode }

/** Signing in, the same for desk and pocket; the pocket offers to sign up below. */
export function SignInForm({ onDone, notice, children }: Props) {
  const { session: words, shell } = useWords()
  const { run, pending, refusal, unsent } = useSignIn(onDone)
  useEffect(() => {
    document.title = `${words.title} · ${shell.product}`
  }, [words, shell])
  const submit = (form: FormData) => run({ login: String(form.get('login')), password: String(form.get('password')) })
  return (
    <main className="gate">
      <form className="panel form" action={submit}>
        <div className="switches">
          <span className="brand">
            <svg className="mark" viewBox="0 0 20 20" aria-hidden="true">
              <path d="M6 2v5m0 4v7M14 2v11m0 4v1M2 6h10m4 0h2M2 14h2m4 0h10" />
            </svg>
            {shell.product}
          </span>
          <LanguageSwitch />
        </div>
        <div>
          <h1>{words.title}</h1>
          <p className="note">{words.lead}</p>
        </div>
        {notice && (
          <p className="notice" role="status">
            {notice}
          </p>
        )}
        <label>
          {words.login}
          <input name="login" autoComplete="username" autoCapitalize="none" required maxLength={64} aria-describedby="sign-in-refusal" />
        </label>
        <label>
          {words.password}
          <input
            name="password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={200}
            aria-describedby="sign-in-refusal"
          />
        </label>
        <RefusalNote refusal={refusal} unsent={unsent} id="sign-in-refusal" />
        <button type="submit" className="btn primary wide" aria-busy={pending}>
          {words.submit}
        </button>
        {children}
        <p className="note">{words.demoHint}</p>
      </form>
    </main>
  )
}
