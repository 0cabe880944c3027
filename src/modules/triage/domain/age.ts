import type { PlainDate } from '../../../kernel/time.ts'

const numbersOf = (date: PlainDate) => date.split('-').map(Number) as [year: number, month: number, day: number]

/** Whole months on a day; a month is full on the day of birth. */
export function ageMonthsOn(birthDate: PlainDate, today: PlainDate): number {
  const [year, month, day] = numbersOf(birthDate)
  const [thisYear, thisMonth, thisDay] = numbersOf(today)
  return (thisYear - year) * 12 + thisMonth - month - (thisDay < day ? 1 : 0)
}
