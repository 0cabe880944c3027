import type { Name } from '../../../kernel/result.ts'
import { ok } from '../../../kernel/result.ts'
import type { Instant } from '../../../kernel/time.ts'
import { refuse } from '../refusals.ts'
import type { Severity } from './severity.ts'

export const confirmationStates = ['to-confirm', 'confirmed', 'superseded'] as const
export type ConfirmationState = (typeof confirmationStates)[number]

export type Section = { readonly heading: Name; readonly text: Name }
/** One thing to look at; its code stays the same from version to version, so that what is found again is known again. */
export type ChecklistItem = {
  readonly code: string
  readonly text: Name
  /** Of a finding, when it is not passed. */
  readonly severity: Severity
  /** Of the 18 core systems the one it belongs to. */
  readonly coreSystem: number | null
  /** The indicator that suffers where it is not kept. */
  readonly indicatorCode: string | null
}

/** A version can be published when each item has a code of its own and the time to confirm lies ahead. */
export function checkVersion({ items, confirmBy }: { items: readonly ChecklistItem[]; confirmBy: Instant }, now: Instant) {
  const twice = items.find(({ code }, place) => items.findIndex((item) => item.code === code) !== place)
  if (twice) return refuse('quality.item-twice', { code: twice.code })
  if (confirmBy <= now) return refuse('quality.confirm-by-past')
  return ok(null)
}
