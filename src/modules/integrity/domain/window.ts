import type { Name } from '../../../kernel/result.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { CountedLine } from './claim.ts'
import type { Window } from './rule.ts'

const dayNumber = (date: PlainDate): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8))) / 86_400_000

/** Days from one date to another, negative when the other is earlier. */
export const daysBetween = (from: PlainDate, until: PlainDate): number => dayNumber(until) - dayNumber(from)

const quarterOf = (date: PlainDate): string => `${date.slice(0, 4)} ${Math.ceil(Number(date.slice(5, 7)) / 3)}`

/** Whether an earlier line lies in the window of a line. */
export function inWindow(window: Window, earlier: CountedLine, line: CountedLine): boolean {
  switch (window.span) {
    case 'visit':
      return earlier.visitId === line.visitId
    case 'day':
      return earlier.date === line.date
    case 'month':
      return earlier.date.slice(0, 7) === line.date.slice(0, 7)
    case 'quarter':
      return quarterOf(earlier.date) === quarterOf(line.date)
    case 'year':
      return earlier.date.slice(0, 4) === line.date.slice(0, 4)
    case 'cycle': {
      const days = daysBetween(earlier.date, line.date)
      return days >= 0 && days < window.days
    }
  }
}

/** How many days before a line its window can begin; a visit is over within a year. */
export const longestDays = (window: Window): number => (window.span === 'cycle' ? window.days : 366)

export function windowWords(window: Window): Name {
  switch (window.span) {
    case 'visit':
      return { zh: '一次就诊', en: 'one visit' }
    case 'day':
      return { zh: '一天', en: 'one day' }
    case 'month':
      return { zh: '一个自然月', en: 'one calendar month' }
    case 'quarter':
      return { zh: '一个自然季度', en: 'one calendar quarter' }
    case 'year':
      return { zh: '一个自然年', en: 'one calendar year' }
    case 'cycle':
      return { zh: `${window.days} 天`, en: `${window.days} days` }
  }
}
