import type { Id } from '../../../kernel/id.ts'
import type { Actor } from '../../../platform/operation/index.ts'

/** Reads the indicators of all institutions that its own runs or looks after, and sets what they aim at. */
export const leading = 'quality.network.lead'

/** How far somebody sees into a network. */
export type Reach = {
  /** Speaks for the network: its institution runs it or looks after others in the line of quality. */
  readonly leads: boolean
  /** Whose rows are open; null: everybody's. */
  readonly institutionIds: readonly Id<'institution'>[] | null
}

/** With the right to lead: all at the operator, at a superior its own and all below it; everybody else sees the own institution's rows. */
export function reachOf(
  { kind, institutionId, permissions }: Actor,
  operatorId: Id<'institution'>,
  supervised: readonly Id<'institution'>[],
): Reach {
  if (kind === 'system') return { leads: true, institutionIds: null }
  if (institutionId === null) return { leads: false, institutionIds: [] }
  if (!permissions.has(leading)) return { leads: false, institutionIds: [institutionId] }
  if (institutionId === operatorId) return { leads: true, institutionIds: null }
  return { leads: supervised.length > 0, institutionIds: [institutionId, ...supervised] }
}

export const isOpen = ({ institutionIds }: Reach, institutionId: Id<'institution'>): boolean =>
  institutionIds === null || institutionIds.includes(institutionId)
