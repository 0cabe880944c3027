import { useLanguage, useWords } from '../words/use-words'

const defaultZone = 'Asia/Shanghai'

const parts = (iso: string, zone: string) => {
  const fields = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(iso))
  return Object.fromEntries(fields.map(({ type, value }) => [type, value])) as Record<
    'year' | 'month' | 'day' | 'hour' | 'minute' | 'second',
    string
  >
}

/** `09:30`, in the site's zone. */
export function timeOf(iso: string, zone = defaultZone): string {
  const { hour, minute } = parts(iso, zone)
  return `${hour}:${minute}`
}

/** `09:31:05` of this browser's own milliseconds. */
export function clockOf(milliseconds: number, zone = defaultZone): string {
  const { hour, minute, second } = parts(new Date(milliseconds).toISOString(), zone)
  return `${hour}:${minute}:${second}`
}

/** `2026-11-25`, in the site's zone. */
export function dateOf(iso: string, zone = defaultZone): string {
  const { year, month, day } = parts(iso, zone)
  return `${year}-${month}-${day}`
}

/** The last moment of a day of the network's usual zone, which has no summer time. */
export const endOfDay = (iso: string): string => `${dateOf(iso)}T15:59:59.999Z`

/** Day and time to the second, `11-25 09:30:05`: what systems say to each other comes within seconds. */
export const stampOf = (iso: string, zone = defaultZone): string => `${dateOf(iso, zone).slice(5)} ${clockOf(Date.parse(iso), zone)}`

/** The day of a moment in milliseconds, for an axis of time. */
export const dayOf = (milliseconds: number): string => dateOf(new Date(milliseconds).toISOString())

export const hourOf = (iso: string, zone = defaultZone): number => Number(parts(iso, zone).hour)

const weekdays = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const

/** The name of a weekday, 1 is Monday, in the reader's language. */
export function useWeekday(): (weekday: number) => string {
  const language = useLanguage()
  return (weekday) => weekdays[language][weekday % 7] ?? ''
}

/** Formatters of days in the reader's language; a day is `YYYY-MM-DD`. */
export function useDays(today: string) {
  const language = useLanguage()
  const { booking } = useWords()
  const weekday = (date: string) => weekdays[language][new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''
  const nearness = (date: string) => (date === today ? booking.today : date === tomorrowOf(today) ? booking.tomorrow : null)
  return {
    weekday,
    short: (date: string) => date.slice(5),
    /** 今天, or 周四: for a narrow strip of days */
    strip: (date: string) => (date === today ? booking.today : weekday(date)),
    /** 今天 周三, or 周四 */
    near: (date: string) => [nearness(date), weekday(date)].filter(Boolean).join(' '),
    /** 2026-11-25 周三 */
    full: (date: string) => `${date} ${weekday(date)}`,
  }
}

const tomorrowOf = (date: string): string => plusDays(date, 1)

export const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Whether the text is a day, `YYYY-MM-DD`. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)

/** Minutes from one moment to another. */
export const minutesBetween = (from: string, until: string): number => Math.round((Date.parse(until) - Date.parse(from)) / 60_000)
/** Seconds since a moment, at a time in milliseconds. */
export const secondsSince = (iso: string, now: number): number => (now - Date.parse(iso)) / 1000
export const plusMinutes = (iso: string, minutes: number): string => new Date(Date.parse(iso) + minutes * 60_000).toISOString()

/** Where a moment lies in a window, in per cent, cut to it. */
export function percentOf(window: { readonly from: string; readonly until: string }, at: string): number {
  const share = (Date.parse(at) - Date.parse(window.from)) / (Date.parse(window.until) - Date.parse(window.from))
  return Math.min(100, Math.max(0, share * 100))
}
