import { type Static, Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import { chargeCategories } from '../../agreements/index.ts'

const fen = (description: string) => T.Integer({ minimum: 0, maximum: 1_000_000_000_000, description })

/** What a product pays, as data. The year of its money is the calendar year. */
export const planTermsSchema = T.Object(
  {
    coveredCategories: T.Array(T.Unsafe<(typeof chargeCategories)[number]>({ type: 'string', enum: [...chargeCategories] }), {
      uniqueItems: true,
    }),
    excludedItems: T.Array(
      T.Object({ system: T.String({ maxLength: 40 }), code: T.String({ maxLength: 80 }) }, { additionalProperties: false }),
      {
        maxItems: 2000,
        description: 'items that are not covered although their category is',
      },
    ),
    copayFen: fen('paid by the patient at each visit'),
    deductibleFen: fen('paid by the patient before the payer pays, per year'),
    coinsuranceBasisPoints: T.Integer({ minimum: 0, maximum: 10_000, description: 'the part of the patient of what is left' }),
    annualLimitFen: T.Union([fen('the most that the payer pays per year'), T.Null()]),
  },
  { additionalProperties: false },
)
export type PlanTerms = Static<typeof planTermsSchema>

/** The terms of a version with the discount of the payer's contract and the days of the cover, both included. */
export type Plan = {
  readonly coveredCategories: readonly string[]
  readonly excludedItems: readonly { readonly system: string; readonly code: string }[]
  readonly copayFen: bigint
  readonly deductibleFen: bigint
  readonly coinsuranceBasisPoints: number
  readonly annualLimitFen: bigint | null
  readonly discountBasisPoints: number
  readonly validFrom: PlainDate
  readonly validUntil: PlainDate | null
}

/** Of a plan year: what counts against the deductible, and what the payer has paid or is asked for. */
export type Used = { readonly deductibleFen: bigint; readonly benefitFen: bigint }

export const eligibilityStates = ['confirmed', 'not-confirmed', 'refused'] as const
export type Eligibility = { readonly state: (typeof eligibilityStates)[number]; readonly asOf: Instant | null }

/** A member's product as it holds on a day. */
export type Cover = {
  readonly memberId: Id<'member'>
  readonly payerId: Id<'payer'>
  readonly payerName: Name
  readonly productName: Name
  readonly policyNumber: string
  readonly planVersionId: Id<'plan-version'>
  readonly plan: Plan
  readonly used: Used
  readonly eligibility: Eligibility
}

type Days = { readonly validFrom: PlainDate; readonly validUntil: PlainDate | null }

/** The days that all of these have in common; a version, a contract and a membership hold together. */
export const commonDays = (spans: readonly Days[]): Days => ({
  validFrom: spans
    .map(({ validFrom }) => validFrom)
    .toSorted()
    .at(-1) as PlainDate,
  validUntil: spans.flatMap(({ validUntil }) => validUntil ?? []).toSorted()[0] ?? null,
})

/** The plan of a cover from the terms of its version and the contract of its payer. */
export const planOf = (terms: PlanTerms, discountBasisPoints: number, days: Days): Plan => ({
  ...terms,
  copayFen: BigInt(terms.copayFen),
  deductibleFen: BigInt(terms.deductibleFen),
  annualLimitFen: terms.annualLimitFen === null ? null : BigInt(terms.annualLimitFen),
  discountBasisPoints,
  ...days,
})

export const planYearOf = (date: PlainDate): number => Number(date.slice(0, 4))

const atLeastZero = (amount: bigint): bigint => (amount > 0n ? amount : 0n)

/** What is left of the deductible and, where there is one, of the annual limit. */
export const leftOf = ({ deductibleFen, annualLimitFen }: Pick<Plan, 'deductibleFen' | 'annualLimitFen'>, used: Used) => ({
  deductibleFen: atLeastZero(deductibleFen - used.deductibleFen),
  benefitFen: annualLimitFen === null ? null : atLeastZero(annualLimitFen - used.benefitFen),
})
