import { kindWords } from '../../modules/network/index.ts'
import type { Name } from './names.ts'
import type { PlannedPlace } from './plan.ts'
import { readWeek } from './week.ts'

/** Rooms or devices of one kind that one institution keeps at a site, by their doors or numbers. */
export type PlaceLine = {
  readonly site: string
  readonly owner: string
  readonly kind: string
  /** Separated by spaces. */
  readonly doors: string
  /** As in `readWeek`; six days where it does not say. */
  readonly week?: string
  /** What comes before the number, where it is not the word of the kind. */
  readonly called?: Name
}

export const workdays = '1 2 3 4 5 6'
export const everyDay = '1 2 3 4 5 6 7'

export const planPlaces = ({ site, owner, kind, doors, week = workdays, called }: PlaceLine): PlannedPlace[] => {
  const { zh, en } = called ?? kindWords(kind)
  const before = `${en.charAt(0).toUpperCase()}${en.slice(1)}`
  return doors.split(' ').map((door) => ({
    site,
    owner,
    kind,
    name: { zh: `${zh} ${door}`, en: `${before} ${door}` },
    hours: readWeek(week),
  }))
}
