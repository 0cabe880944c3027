import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { SignInForm } from '../../../parts/sign-in-form'
import { useWords } from '../../../words/use-words'

export function SignInScreen() {
  const words = useWords().people
  const navigate = useNavigate()
  const { declined } = useSearch({ from: '/sign-in' })
  return (
    <SignInForm
      notice={declined ? words.declined : undefined}
      onDone={(session) => {
        if (session.kind === 'staff') location.assign('/')
        else void navigate({ to: '/' })
      }}
    >
      <Link className="text" to="/sign-up">
        {words.signUpLink}
      </Link>
    </SignInForm>
  )
}
