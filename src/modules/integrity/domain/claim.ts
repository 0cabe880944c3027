import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { Sex } from '../../people/index.ts'

/** When a claim is looked at: as orders are signed, before it is billed, and later from what was stored. */
export const reviewMoments = ['order', 'checkout'] as const
export type ReviewMoment = (typeof reviewMoments)[number]

export const itemSystems = ['service', 'lab', 'imaging', 'drug'] as const
export type ItemSystem = (typeof itemSystems)[number]

/** What a rule counts of a line, whoever's claim it is in. */
export type CountedLine = {
  readonly lineId: string
  readonly visitId: Id<'visit'>
  readonly system: ItemSystem
  readonly code: string
  readonly quantity: number
  /** Ordered or delivered; with the id it is a line's place among all lines of a person. */
  readonly at: Instant
  readonly date: PlainDate
}

/** One line of a claim. The id is one of the line for life: at order entry, at checkout and in every later review. */
export type ClaimLine = Omit<CountedLine, 'visitId'> & {
  readonly name: Name
  readonly category: string
  /** Null: it has no price yet. */
  readonly amountFen: bigint | null
}

/** Lines of one visit with what is known of the person. */
export type Claim = {
  readonly claimId: string
  readonly networkId: Id<'network'>
  readonly personId: Id<'person'>
  readonly visitId: Id<'visit'>
  /** Who orders or delivers. */
  readonly institutionId: Id<'institution'>
  readonly sex: Sex
  /** Null: unknown. */
  readonly birthDate: PlainDate | null
  readonly visitType: 'outpatient'
  /** Codes of icd-10; null: none is recorded yet. */
  readonly diagnoses: readonly string[] | null
  readonly lines: readonly ClaimLine[]
}

/** The order of a person's lines: a verdict looks at what comes before, never at what comes after. */
export const comesBefore = (one: Pick<CountedLine, 'at' | 'lineId'>, other: Pick<CountedLine, 'at' | 'lineId'>): boolean =>
  one.at < other.at || (one.at === other.at && one.lineId < other.lineId)
