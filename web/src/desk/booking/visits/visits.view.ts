import { isDate } from '../../../parts/moment'
import { readTexts } from '../../../wire/view'

/** The address of the visits: from which day, and the one that is open. */
export type VisitsView = { from?: string | undefined; visit?: string | undefined }

const uuid = /^[0-9a-f-]{36}$/

export const parseVisitsView = (search: Record<string, unknown>): VisitsView =>
  readTexts(search, ['from', 'visit'], (name, text) => (name === 'from' ? isDate(text) : uuid.test(text)))
