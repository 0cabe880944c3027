import { readTexts } from '../../wire/view'

/** The address of one bill: which, and of whom. */
export type BillView = { person?: string | undefined; bill?: string | undefined }

export const parseBillView = (search: Record<string, unknown>): BillView =>
  readTexts(search, ['person', 'bill'], (_, text) => /^[0-9a-f-]{36}$/.test(text))
