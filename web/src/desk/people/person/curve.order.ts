import type { Series } from '../../frame/portrait/reads'

/** What names a curve in the address: its code, or else its name, and its unit. */
export const measureOf = ({ latest: { code, name, unit } }: Series): string => [code?.code ?? name.zh, unit ?? ''].join(' ').trim()

/** Where a value lies to its range: above, below, or neither. */
export function sideOf(value: number, { low, high }: Pick<Series['latest'], 'low' | 'high'>): 'low' | 'high' | null {
  if (low !== null && value < low) return 'low'
  return high !== null && value > high ? 'high' : null
}
