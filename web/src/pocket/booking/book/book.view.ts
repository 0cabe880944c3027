import { isDate } from '../../../parts/moment'
import { readTexts } from '../../../wire/view'

/** The address of booking: for whom, what, on which day, from which assessment, and the hold that waits for its yes. */
export type BookView = {
  person?: string | undefined
  offering?: string | undefined
  date?: string | undefined
  assessment?: string | undefined
  hold?: string | undefined
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const parseBookView = (search: Record<string, unknown>): BookView =>
  readTexts(search, ['person', 'offering', 'date', 'assessment', 'hold'], (name, text) =>
    name === 'date' ? isDate(text) : uuid.test(text),
  )
