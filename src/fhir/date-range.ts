import { defaultZone, instantAt, isPlainDate, type PlainDate, plusDays, toInstant } from '../kernel/time.ts'

const prefixed = /^(eq|lt|le|gt|ge|sa|eb)?(\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?)?)?)$/

export type Range = { readonly from: string | null; readonly until: string | null }

/**
 * A date of a FHIR search as a half-open span, by its prefix (eq, lt, le, gt, ge, sa, eb); a value without a zone means Chinese standard
 * time, as everywhere on the screens. Null: no date, or a prefix that is not offered (ne, ap).
 */
export function rangeOf(value: string, kind: 'instant' | 'day'): Range | null {
  const [, prefix = 'eq', date = ''] = prefixed.exec(value) ?? []
  const span = kind === 'day' ? daySpan(date) : instantSpan(date)
  if (!span) return null
  const [from, until] = span
  if (prefix === 'eq') return { from, until }
  if (prefix === 'lt' || prefix === 'eb') return { from: null, until: from }
  if (prefix === 'le') return { from: null, until }
  return prefix === 'ge' ? { from, until: null } : { from: until, until: null }
}

function daySpan(date: string): readonly [string, string] | null {
  const parts = date.slice(0, 10).split('-')
  const first = [parts[0], parts[1] ?? '01', parts[2] ?? '01'].join('-')
  if (!isPlainDate(first)) return null
  return [first, parts[2] ? plusDays(first, 1) : parts[1] ? nextMonth(first) : `${String(Number(parts[0]) + 1).padStart(4, '0')}-01-01`]
}

const nextMonth = (first: PlainDate): string => `${plusDays(first, 31).slice(0, 7)}-01`

function instantSpan(date: string): readonly [string, string] | null {
  if (!date.includes('T')) {
    const days = daySpan(date)
    return days && [instantAt(defaultZone, days[0] as PlainDate, '00:00'), instantAt(defaultZone, days[1] as PlainDate, '00:00')]
  }
  const at = Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(date) ? date : `${date}+08:00`)
  if (Number.isNaN(at)) return null
  const length = date.includes('.') ? 1 : /T\d{2}:\d{2}:\d{2}/.test(date) ? 1000 : 60_000
  return [toInstant(at), toInstant(at + length)]
}
