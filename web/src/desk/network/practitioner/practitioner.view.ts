import { isDate } from '../../../parts/moment'
import { readTexts } from '../../../wire/view'

/** The address of a practitioner: the day that is asked, and the institution where she is being filed. */
export type PractitionerView = { date?: string | undefined; file?: string | undefined }

const uuid = /^[0-9a-f-]{36}$/

export const parsePractitionerView = (search: Record<string, unknown>): PractitionerView =>
  readTexts(search, ['date', 'file'], (name, text) => (name === 'date' ? isDate(text) : uuid.test(text)))
