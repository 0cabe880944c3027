import { assert } from '../../kernel/assert.ts'

/** Weekly hours; 1 is Monday, times are local. */
export type Hours = { readonly weekdays: readonly number[]; readonly opens: string; readonly closes: string }

export const halfDays = {
  am: { opens: '08:30', closes: '12:00' },
  pm: { opens: '13:30', closes: '17:30' },
} as const

/** Reads a week as people write it: `1 2 3am 6pm` is Monday and Tuesday whole, Wednesday morning, Saturday afternoon. */
export function readWeek(text: string): Hours[] {
  const words = text.split(' ')
  for (const word of words) assert(/^[1-7](am|pm)?$/.test(word), `"${word}" is a half-day`)
  return (['am', 'pm'] as const).flatMap((half) => {
    const weekdays = words.filter((word) => word.length === 1 || word.endsWith(half)).map((word) => Number(word[0]))
    return weekdays.length ? [{ weekdays, ...halfDays[half] }] : []
  })
}

/** Where somebody works: weeks by site, as in `readWeek`. */
export type Weeks = Readonly<Record<string, string>>

export const rotaOf = (weeks: Weeks): ({ readonly site: string } & Hours)[] =>
  Object.entries(weeks).flatMap(([site, week]) => readWeek(week).map((hours) => ({ site, ...hours })))
