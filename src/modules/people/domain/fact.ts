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

/** A fact as the portrait shows it, with the key under which it lies. */
export type KnownFact = Omit<Fact, 'personId' | 'source' | 'sourceId'> & { readonly id: Id<'fact'> }

/** One measured thing in one unit: the latest value, and the points of its curve, the oldest first. */
export type Series = { readonly latest: KnownFact; readonly points: { readonly at: Instant; readonly value: number }[] }

/** What the portrait shows of each kind beside measurements, the newest first. What can end is shown apart while it lasts. */
export const portraitSections: readonly { readonly kind: FactKind; readonly status: FactStatus | null; readonly most: number }[] = [
  { kind: 'problem', status: 'active', most: 100 },
  { kind: 'problem', status: 'ended', most: 50 },
  { kind: 'medication', status: 'active', most: 100 },
  { kind: 'medication', status: 'ended', most: 50 },
  { kind: 'allergy', status: 'active', most: 100 },
  { kind: 'imaging', status: null, most: 10 },
  { kind: 'procedure', status: null, most: 10 },
  { kind: 'immunisation', status: null, most: 10 },
  { kind: 'document', status: null, most: 10 },
  { kind: 'visit', status: null, most: 20 },
]

/** How many points a curve has at most. */
export const pointsOfCurve = 40
