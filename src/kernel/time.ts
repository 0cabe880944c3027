import { Temporal } from 'temporal-polyfill'

declare const instant: unique symbol
declare const plainDate: unique symbol

/** A moment as ISO 8601 UTC text with milliseconds: it sorts as text, is JSON, and cannot be changed. */
export type Instant = string & { readonly [instant]: true }
/** A calendar day, `YYYY-MM-DD`, of no zone. */
export type PlainDate = string & { readonly [plainDate]: true }
/** From `from` (included) to `until` (excluded). */
export type Span = { readonly from: Instant; readonly until: Instant }

export const defaultZone = 'Asia/Shanghai'

/** @throws RangeError when the text is no moment. */
export const toInstant = (value: string | number | Date): Instant => new Date(value).toISOString() as Instant

export function plus(
  at: Instant,
  amount: { days?: number; hours?: number; minutes?: number; seconds?: number; milliseconds?: number },
): Instant {
  const { days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0 } = amount
  return toInstant(Date.parse(at) + ((days * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000 + milliseconds)
}

/** Milliseconds from one moment to another, negative when `until` is earlier. */
export const millisecondsBetween = (from: Instant, until: Instant): number => Date.parse(until) - Date.parse(from)

export const spansOverlap = (a: Span, b: Span): boolean => a.from < b.until && b.from < a.until
export const spanCovers = (outer: Span, inner: Span): boolean => outer.from <= inner.from && inner.until <= outer.until

const dayFormats = new Map<string, Intl.DateTimeFormat>()

function dayFormat(zone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  dayFormats.set(zone, format)
  return format
}

/** The calendar day of a moment at a site. */
export const dateIn = (zone: string, at: Instant): PlainDate => dayFormat(zone).format(Date.parse(at)) as PlainDate

/** The local time of a moment at a site, `HH:MM`. */
export const timeIn = (zone: string, at: Instant): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })

/** A moment as a person at a site reads it, `2026-11-25 09:30`. */
export const localText = (zone: string, at: Instant): string => `${dateIn(zone, at)} ${timeIn(zone, at)}`

/** The moment of a local time, `HH:MM`, on a day at a site. */
export function instantAt(zone: string, date: PlainDate, time: string): Instant {
  const local = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
  return toInstant(local.epochMilliseconds)
}

export const plusDays = (date: PlainDate, days: number): PlainDate => Temporal.PlainDate.from(date).add({ days }).toString() as PlainDate

/** Days at a site, both included, from midnight to midnight. */
export const spanOfDays = (zone: string, first: PlainDate, last: PlainDate): Span => ({
  from: instantAt(zone, first, '00:00'),
  until: instantAt(zone, plusDays(last, 1), '00:00'),
})

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: PlainDate): number => Temporal.PlainDate.from(date).dayOfWeek

/** Whether the text is a day that exists, as `YYYY-MM-DD`. */
export function isPlainDate(text: string): text is PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
