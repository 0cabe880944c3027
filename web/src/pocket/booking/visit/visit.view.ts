import { readTexts } from '../../../wire/view'

/** The address of one visit on its day: which, and of whom. */
export type VisitView = { person?: string | undefined; visit?: string | undefined }

export const parseVisitView = (search: Record<string, unknown>): VisitView =>
  readTexts(search, ['person', 'visit'], (_, text) => /^[0-9a-f-]{36}$/.test(text))
