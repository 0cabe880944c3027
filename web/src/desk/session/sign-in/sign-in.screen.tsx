import { useNavigate, useSearch } from '@tanstack/react-router'
import { SignInForm } from '../../../parts/sign-in-form'

export function SignInScreen() {
  const { to } = useSearch({ from: '/sign-in' })
  const navigate = useNavigate()
  return (
    <SignInForm
      onDone={(session) => {
        if (session.kind === 'patient') location.assign('/pocket/')
        else void navigate({ href: to ?? '/' })
      }}
    />
  )
}
