import { readTexts } from '../../../wire/view'

/** The address of the claims desk: which claims, and the one that is looked at. */
export type ClaimsView = { shows?: 'settled' | undefined; claim?: string | undefined }

const uuid = /^[0-9a-f-]{36}$/

export function parseClaimsView(search: Record<string, unknown>): ClaimsView {
  const { shows, claim } = readTexts(search, ['shows', 'claim'], (name, text) => (name === 'shows' ? text === 'settled' : uuid.test(text)))
  return { ...(shows ? { shows: 'settled' as const } : {}), ...(claim ? { claim } : {}) }
}
