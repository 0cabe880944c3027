import { useNavigate } from '@tanstack/react-router'
import { SignInForm } from '../../../parts/sign-in-form'

export function SignInScreen() {
  const navigate = useNavigate()
  return (
    <SignInForm
      onDone={(session) => {
        if (session.kind === 'staff') location.assign('/')
        else void navigate({ to: '/' })
      }}
    />
  )
}
