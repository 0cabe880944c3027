import type { Words } from '../shape'
import type { session as zh } from '../zh/session'

export const session: Words<typeof zh> = {
  title: 'Sign in',
  lead: 'Many institutions, one booking.',
  login: 'Account',
  password: 'Password',
  submit: 'Sign in',
  demoHint: 'Demo accounts and passwords are printed where you started Careloom.',
}
