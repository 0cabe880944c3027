import type { CountedLine } from './claim.ts'

/** What was kept of a person's lines, each at its position. */
export type KeptLine = CountedLine & { readonly position: number }
export type KeptWithdrawal = { readonly lineId: string; readonly position: number; readonly quantity: number }

/**
 * A person's lines as they were known before a position (null: now): of a line that was reviewed more than once the latest, less all
 * that was taken back of it by then.
 */
export function linesBefore(lines: readonly KeptLine[], withdrawals: readonly KeptWithdrawal[], position: number | null): CountedLine[] {
  const isKnown = (kept: { readonly position: number }) => position === null || kept.position < position
  const latest = new Map<string, KeptLine>()
  for (const line of lines) {
    const other = latest.get(line.lineId)
    if (isKnown(line) && (other === undefined || other.position < line.position)) latest.set(line.lineId, line)
  }
  const takenBack = new Map<string, number>()
  for (const { lineId, quantity } of withdrawals.filter(isKnown)) takenBack.set(lineId, (takenBack.get(lineId) ?? 0) + quantity)
  return [...latest.values()].map((line) => ({ ...line, quantity: Math.max(0, line.quantity - (takenBack.get(line.lineId) ?? 0)) }))
}
