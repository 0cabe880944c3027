import type { Condition, Definition, Part, Tally } from './indicator.ts'

/** How a row behind a number counts. */
export const rowParts = ['numerator', 'denominator', 'excluded'] as const
export type RowPart = (typeof rowParts)[number]

/** Of a share what is in the numerator is in the denominator too; `denominator` is what is there alone. */
export function partOfRow(
  { numerator, excludedBy }: { numerator: number; excludedBy: number | null },
  { numerator: { of } }: Definition,
): RowPart {
  if (excludedBy !== null) return 'excluded'
  return of === 'mean' || numerator > 0 ? 'numerator' : 'denominator'
}

/** How many rows a tally was counted from, by part. */
export function countsByPart({ numerator: { of } }: Definition, { numerator, denominator, excluded }: Tally): Record<RowPart, number> {
  if (of === 'mean') return { numerator: denominator, denominator: 0, excluded }
  return { numerator, denominator: of === 'share' ? denominator - numerator : denominator, excluded }
}

/** The fields of a source by which a definition counts: what a row has to show of itself to be understood. */
export function fieldsNamedIn({ numerator }: Definition, { counted, isBase }: Part): string[] {
  const ofNumerator = !isBase || numerator.of === 'events' ? [] : numerator.of === 'mean' ? [numerator.field] : namesIn(numerator.where)
  return [...new Set([...ofNumerator, ...namesIn(counted.where), ...namesIn(counted.exclusions.flat())])]
}

const namesIn = (conditions: readonly Condition[]): string[] => conditions.map(({ field }) => field)
