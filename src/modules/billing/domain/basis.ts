import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { type Benefit, type BenefitLine, type Cover, calculateBenefit } from '../../coverage/index.ts'
import type { Parts } from './bill.ts'

/** By what a bill is divided: kept with it, so that a refund is computed by the same. Null: nobody covers the person. */
export type Basis = Cover & {
  /** What of the visit's copay earlier bills have taken. */
  readonly copaySoFarFen: bigint
}

/** One step of the explanation, as the patient reads it. */
export type Step = { readonly step: string; readonly amountFen: bigint; readonly sentence: Name }

/** A charge as it is divided: its list price, or what is left of it. */
export type DividedLine = {
  readonly chargeId: Id<'charge'>
  readonly system: string
  readonly itemCode: string
  readonly category: string
  readonly date: PlainDate
  readonly amountFen: bigint
}

export type Division = {
  readonly parts: ReadonlyMap<Id<'charge'>, Parts & { readonly denial: string | null }>
  readonly totals: Parts
  readonly steps: readonly Step[]
  /** What it takes of the plan year. */
  readonly usage: Benefit['usage']
}

/** Who pays what of these charges and why; without a cover the patient pays all of it. */
export function divide(basis: Basis | null, lines: readonly DividedLine[]): Division {
  if (!basis) return undivided(lines)
  const asked = lines.map(({ chargeId, ...line }): BenefitLine => ({ ...line, lineId: chargeId }))
  const { lines: divided, totals, steps, usage } = calculateBenefit(basis.plan, basis.used, asked, basis.copaySoFarFen)
  const parts = new Map(divided.map(({ lineId, reason, ...part }) => [lineId as Id<'charge'>, { ...part, denial: reason }]))
  return { parts, totals, steps, usage }
}

function undivided(lines: readonly DividedLine[]): Division {
  const partsOf = (listFen: bigint): Parts => ({ listFen, discountFen: 0n, payerFen: 0n, patientFen: listFen })
  return {
    parts: new Map(lines.map(({ chargeId, amountFen }) => [chargeId, { ...partsOf(amountFen), denial: null }])),
    totals: partsOf(lines.reduce((sum, { amountFen }) => sum + amountFen, 0n)),
    steps: [],
    usage: { deductibleFen: 0n, benefitFen: 0n },
  }
}

/** The copay that some steps have taken, fen. */
export const copayOf = (steps: readonly Step[]): bigint => steps.find(({ step }) => step === 'copay')?.amountFen ?? 0n
