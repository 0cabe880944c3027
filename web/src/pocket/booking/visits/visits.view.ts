import { readTexts } from '../../../wire/view'

/** The address of my visits: the one that is open. */
export type VisitsView = { visit?: string | undefined }

export const parseVisitsView = (search: Record<string, unknown>): VisitsView =>
  readTexts(search, ['visit'], (_, text) => /^[0-9a-f-]{36}$/.test(text))
