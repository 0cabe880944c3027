import { type Enum, enums } from '../../../client/enums'
import { isDate } from '../../../parts/moment'
import { readTexts } from '../../../wire/view'

/** The address of find and book: for whom, what, where, when, from which assessment, and the hold that waits for its yes. */
export type FindView = {
  person?: string | undefined
  offering?: string | undefined
  expert?: string | undefined
  site?: string | undefined
  date?: string | undefined
  assessment?: string | undefined
  /** Only services of its experts. */
  specialty?: Enum<'specialty'> | undefined
  hold?: string | undefined
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const parseFindView = (search: Record<string, unknown>): FindView =>
  readTexts(search, ['person', 'offering', 'expert', 'site', 'date', 'assessment', 'specialty', 'hold'], (name, text) => {
    if (name === 'specialty') return Object.hasOwn(enums.specialty, text)
    return name === 'date' ? isDate(text) : uuid.test(text)
  }) as FindView
