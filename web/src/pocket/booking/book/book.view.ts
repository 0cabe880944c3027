import { isDate } from '../../../parts/moment'
import { readTexts } from '../../../wire/view'

/** The address of booking: what, on which day, and the hold that waits for its yes. */
export type BookView = { offering?: string | undefined; date?: string | undefined; hold?: string | undefined }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const parseBookView = (search: Record<string, unknown>): BookView =>
  readTexts(search, ['offering', 'date', 'hold'], (name, text) => (name === 'date' ? isDate(text) : uuid.test(text)))
