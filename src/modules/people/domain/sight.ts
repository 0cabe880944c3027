import type { Id } from '../../../kernel/id.ts'
import type { OpeningReason } from '../../../platform/grant/index.ts'
import type { FactKind } from './fact.ts'

/** Who looks at a person, as `openPerson` has found, and whether she lets the institutions of her care see each other's facts. */
export type Viewer = {
  readonly institutionId: Id<'institution'> | null
  readonly reason: OpeningReason
  readonly agreed: boolean
}

export const sightReasons = [
  'own',
  'self',
  'proxy',
  'medicine-safety',
  'visit',
  'referral',
  'board',
  'contract',
  'consent',
  'break-glass',
] as const
/** Why one fact may be seen. */
export type SightReason = (typeof sightReasons)[number]

/** Of every institution to every institution that treats: who prescribes must know them. */
const safetyKinds: readonly FactKind[] = ['allergy', 'medication']

/** What a viewer sees: his own institution's facts, those of kinds that all who treat see, and for a reason all others. */
export type Sight = {
  readonly own: Id<'institution'> | null
  readonly kinds: readonly FactKind[]
  readonly others: SightReason | null
}

/**
 * A registration shows own facts; a reason of care shows those of others as well, where the person has agreed to it. She herself, and
 * the family member who acts for her, see everything.
 */
export function sightOf({ institutionId, reason, agreed }: Viewer): Sight {
  if (reason === 'self' || reason === 'proxy') return { own: null, kinds: [], others: reason }
  return { own: institutionId, kinds: safetyKinds, others: reason !== 'registration' && agreed ? reason : null }
}

/** Why a fact is seen; null: it is withheld. The store narrows by the same three parts. */
export function whySeen(
  { own, kinds, others }: Sight,
  fact: { readonly institutionId: Id<'institution'>; readonly kind: FactKind },
): SightReason | null {
  if (fact.institutionId === own) return 'own'
  return kinds.includes(fact.kind) ? 'medicine-safety' : others
}
