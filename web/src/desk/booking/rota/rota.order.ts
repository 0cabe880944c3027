import type { ShowCalendarAnswer } from '../../../client/operations'

type Planned = ShowCalendarAnswer['rota'][number]
export type Line = Pick<Planned, 'siteId' | 'weekday' | 'opens' | 'closes'>

/** The lines in force on a day. */
export const linesOn = (rota: readonly Planned[], date: string): Line[] =>
  rota
    .filter(({ validFrom, validUntil }) => validFrom <= date && (validUntil === null || validUntil >= date))
    .map(({ siteId, weekday, opens, closes }) => ({ siteId, weekday, opens, closes }))

/** The first day of the next rota that is planned after a day; null: none. */
export const nextPlanned = (rota: readonly Planned[], date: string): string | null =>
  rota
    .map(({ validFrom }) => validFrom)
    .filter((validFrom) => validFrom > date)
    .toSorted()[0] ?? null

const after = (time: string, hours: number): string =>
  `${String(Math.min(Number(time.slice(0, 2)) + hours, 23)).padStart(2, '0')}${time.slice(2)}`

/** One more stretch of a day: an hour after its last one, else the morning. */
export function addLine(lines: readonly Line[], weekday: number, siteId: string): Line[] {
  const last = lines
    .filter((line) => line.weekday === weekday)
    .toSorted((a, b) => (a.closes < b.closes ? -1 : 1))
    .at(-1)
  const next = last
    ? { siteId: last.siteId, weekday, opens: after(last.closes, 1), closes: after(last.closes, 4) }
    : { siteId, weekday, opens: '08:30', closes: '12:00' }
  return [...lines, next]
}

/** The stretches of one day on all working days. */
export function copyToWorkdays(lines: readonly Line[], weekday: number): Line[] {
  const pattern = lines.filter((line) => line.weekday === weekday)
  const others = [1, 2, 3, 4, 5].filter((day) => day !== weekday)
  return [
    ...lines.filter((line) => !others.includes(line.weekday)),
    ...others.flatMap((day) => pattern.map((line) => ({ ...line, weekday: day }))),
  ]
}

export const replaceLine = (lines: readonly Line[], place: number, change: Partial<Line>): Line[] =>
  lines.map((line, at) => (at === place ? { ...line, ...change } : line))
export const removeLine = (lines: readonly Line[], place: number): Line[] => lines.filter((_, at) => at !== place)
