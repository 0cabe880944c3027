import { present } from '../../../kernel/assert.ts'
import type { PlainDate } from '../../../kernel/time.ts'

/** Why somebody goes before others, with the mark that tells them so. */
export const priorityWords = {
  emergency: { zh: '急', en: 'urgent' },
  elderly: { zh: '老', en: 'elderly' },
  child: { zh: '幼', en: 'child' },
  military: { zh: '军', en: 'military' },
  none: { zh: '无', en: 'none' },
} as const
export type Priority = keyof typeof priorityWords
export const priorities = Object.keys(priorityWords) as [Priority, ...Priority[]]

export type QueueRules = {
  /** Minutes by which a class goes before who came as early. */
  readonly headStartMinutes: Readonly<Record<Priority, number>>
  readonly elderlyFromYears: number
  readonly childUnderYears: number
  /** How many go before who missed her call and comes back. */
  readonly returnPlaces: number
  /** How long a booked visit waits for who does not come. */
  readonly noShowMinutes: number
  /** How long who is here should wait at most. */
  readonly waitMinutes: number
  /** How long a call can be taken back. */
  readonly undoMinutes: number
  /** How long before her own time nobody is called. */
  readonly earlyMinutes: number
}

/** The rules by the day from which they hold, the newest last; ours until a network sets its own. */
const versions: readonly (QueueRules & { readonly validFrom: PlainDate })[] = [
  {
    validFrom: '2020-01-01' as PlainDate,
    headStartMinutes: { emergency: 60, elderly: 15, child: 10, military: 15, none: 0 },
    elderlyFromYears: 80,
    childUnderYears: 7,
    returnPlaces: 3,
    noShowMinutes: 30,
    waitMinutes: 15,
    undoMinutes: 2,
    earlyMinutes: 5,
  },
]

/** The rules of a day. */
export const queueRulesOn = (day: PlainDate): QueueRules =>
  present(
    versions.findLast(({ validFrom }) => validFrom <= day),
    `queue rules on ${day}`,
  )

/** The class of an age, where nobody has named another. */
export const priorityOf = (ageYears: number | null, { elderlyFromYears, childUnderYears }: QueueRules): Priority =>
  ageYears === null ? 'none' : ageYears >= elderlyFromYears ? 'elderly' : ageYears < childUnderYears ? 'child' : 'none'
