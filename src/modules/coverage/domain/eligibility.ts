import type { Used } from './plan.ts'

/** What a payer says of a member on a day. */
export type EligibilityAnswer = {
  readonly state: 'confirmed' | 'refused'
  readonly reason: string | null
  /** What it has counted in the plan year, the claims of ours included that it has answered. */
  readonly used: Used
}

const atLeastZero = (amount: bigint): bigint => (amount > 0n ? amount : 0n)

/** Used up elsewhere: what the payer counts beyond what it has answered us. */
export const usedElsewhere = (atPayer: Used, answered: Used): Used => ({
  deductibleFen: atLeastZero(atPayer.deductibleFen - answered.deductibleFen),
  benefitFen: atLeastZero(atPayer.benefitFen - answered.benefitFen),
})
