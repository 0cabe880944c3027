import { readTexts } from '../../../wire/view'

/** The address of the visits: whose, and the one that is open. */
export type VisitsView = { person?: string | undefined; visit?: string | undefined }

export const parseVisitsView = (search: Record<string, unknown>): VisitsView =>
  readTexts(search, ['person', 'visit'], (_, text) => /^[0-9a-f-]{36}$/.test(text))
