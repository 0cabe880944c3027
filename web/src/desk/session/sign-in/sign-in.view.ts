import { readTexts } from '../../../wire/view'

export type SignInView = { to?: string | undefined }

/** Where to go after signing in: an address of this server only. */
export const parseSignInView = (search: Record<string, unknown>): SignInView =>
  readTexts(search, ['to'], (_, text) => /^\/(?![/\\])/.test(text))
