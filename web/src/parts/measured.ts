import type { Enum } from '../client/enums'

/** A measured number as people read it: whole, or with at most two digits behind the point; very small ones keep two digits that count. */
export function numberText(value: number): string {
  if (Number.isInteger(value)) return String(value)
  return String(Number(Math.abs(value) < 0.1 ? value.toPrecision(2) : value.toFixed(2)))
}

/** A unit of UCUM as people write it: `mm[Hg]` is mmHg, `10*3/uL` is 10³/µL; a plain number has none. */
export function unitText(unit: string | null): string {
  const powers = { '3': '³', '6': '⁶', '9': '⁹', '12': '¹²' } as Record<string, string>
  if (unit === null || unit === '1') return ''
  return unit
    .replace(/10[*^](\d+)/g, (_, power: string) => `10${powers[power] ?? `^${power}`}`)
    .replace(/[[\]{}]/g, '')
    .replaceAll('_', ' ')
    .replace(/(?<=m)2\b/g, '²')
    .replace(/\bu(?=[A-Za-z])/g, 'µ')
}

/** The range in which a value is usual: `3.9–6.1`, `≥ 90`, `≤ 5`; null: none is known. */
export function rangeText(low: number | null, high: number | null): string | null {
  if (low !== null && high !== null) return `${numberText(low)}–${numberText(high)}`
  if (low !== null) return `≥ ${numberText(low)}`
  return high === null ? null : `≤ ${numberText(high)}`
}

const arrows: Readonly<Record<Enum<'factFlag'>, string>> = {
  low: '↓',
  high: '↑',
  'critical-low': '↓↓',
  'critical-high': '↑↑',
  abnormal: '',
}

export const arrowOf = (flag: Enum<'factFlag'> | null): string => (flag ? arrows[flag] : '')
