import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/time.ts'

export const factKinds = [
  'problem',
  'medication',
  'allergy',
  'measurement',
  'imaging',
  'procedure',
  'immunisation',
  'visit',
  'document',
] as const
export type FactKind = (typeof factKinds)[number]

export const factStatuses = ['active', 'ended', 'entered-in-error'] as const
export type FactStatus = (typeof factStatuses)[number]

/** How a measurement lies to its range; `abnormal` where there is no number. */
export const factFlags = ['low', 'high', 'critical-low', 'critical-high', 'abnormal'] as const
export type FactFlag = (typeof factFlags)[number]

/** One thing that is known of a person, and where it comes from. */
export type Fact = {
  readonly personId: Id<'person'>
  /** The institution that knows it first. */
  readonly institutionId: Id<'institution'>
  readonly kind: FactKind
  readonly status: FactStatus
  /** In a code system of `platform/terms`, or one of the sender. */
  readonly code: { readonly system: string; readonly code: string } | null
  /** At least one of the two. */
  readonly name: { readonly zh: string | null; readonly en: string | null }
  /** Of a measurement, in `unit`. */
  readonly value: number | null
  readonly unit: string | null
  readonly low: number | null
  readonly high: number | null
  readonly flag: FactFlag | null
  /** What there is to say beside the name: dose, reading of an image, reaction. */
  readonly note: string | null
  /** When it was measured or began. */
  readonly happenedAt: Instant
  readonly endedAt: Instant | null
  /** What it was taken from, such as `care.note`, and the key in it: a second time changes the fact, never doubles it. */
  readonly source: string
  readonly sourceId: string
}

/** Of every institution to every institution that treats: who prescribes must know them. */
const safetyKinds: readonly FactKind[] = ['allergy', 'medication']

/** Whether a fact may be read by who has opened its person: at a registration only one's own facts, and those of medicine safety. */
export const maySeeFact = (
  reason: string,
  institutionId: Id<'institution'> | null,
  fact: { readonly institutionId: Id<'institution'>; readonly kind: FactKind },
): boolean => reason !== 'registration' || fact.institutionId === institutionId || safetyKinds.includes(fact.kind)
