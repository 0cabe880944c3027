import { divideByWeights, percentOf, percentText, sumOf, yuan } from '../../../kernel/money.ts'
import type { Name } from '../../../kernel/result.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { DenialCode } from './denial.ts'
import { leftOf, type Plan, type Used } from './plan.ts'

/** A charge as a benefit is calculated from it: the list price of the whole quantity, in fen. */
export type BenefitLine = {
  readonly lineId: string
  readonly system: string
  readonly itemCode: string
  readonly category: string
  readonly amountFen: bigint
  readonly date: PlainDate
}

/** list = discount + payer + patient, per line and in total. */
type Parts = { readonly listFen: bigint; readonly discountFen: bigint; readonly payerFen: bigint; readonly patientFen: bigint }

export const benefitSteps = ['not-covered', 'contract-price', 'copay', 'deductible', 'coinsurance', 'limit'] as const
/** A step that the patient reads; all but the contract price are parts of what she pays. */
type Step = { readonly step: (typeof benefitSteps)[number]; readonly amountFen: bigint; readonly sentence: Name }

export type Benefit = {
  readonly lines: readonly (Parts & { readonly lineId: string; readonly reason: DenialCode | null })[]
  readonly steps: readonly Step[]
  readonly totals: Parts
  /** What this adds to what is used up. */
  readonly usage: Used
}

const least = (one: bigint, other: bigint): bigint => (one < other ? one : other)

/**
 * What payer and patient pay for one visit, in fen, by the order of direct billing: lines that are not covered, contract price, copay,
 * deductible, coinsurance (rounded once), annual limit; the rest is the patient's. `copaySoFar`: what of the visit's copay is paid already.
 */
export function calculateBenefit(plan: Plan, used: Used, lines: readonly BenefitLine[], copaySoFar = 0n): Benefit {
  const priced = lines.map((line) => {
    const reason = whyNotCovered(plan, line)
    return { ...line, reason, discountFen: reason ? 0n : percentOf(line.amountFen, BigInt(plan.discountBasisPoints)) }
  })
  const covered = priced.filter(({ reason }) => reason === null)
  const contractFen = sumOf(covered.map(({ amountFen, discountFen }) => amountFen - discountFen))
  const left = leftOf(plan, used)

  // Sub-limits of a line come here, between contract price and copay.
  const copayFen = least(contractFen, copaySoFar < plan.copayFen ? plan.copayFen - copaySoFar : 0n)
  const deductibleFen = least(contractFen - copayFen, left.deductibleFen)
  const sharedFen = contractFen - copayFen - deductibleFen
  const coinsuranceFen = percentOf(sharedFen, BigInt(plan.coinsuranceBasisPoints))
  // The out-of-pocket maximum comes here: before the limits, so that they may push the patient above it.
  const wantedFen = sharedFen - coinsuranceFen
  const payerFen = left.benefitFen === null ? wantedFen : least(wantedFen, left.benefitFen)
  // A guarantee caps the payer's part here.

  const shares = coveredShares(
    covered.map(({ amountFen, discountFen }) => amountFen - discountFen),
    payerFen,
  )
  const payerOf = new Map(covered.map(({ lineId }, place) => [lineId, shares[place] as bigint]))
  const divided = priced.map(({ lineId, amountFen, discountFen, reason }) => {
    const payer = payerOf.get(lineId) ?? 0n
    return { lineId, listFen: amountFen, discountFen, payerFen: payer, patientFen: amountFen - discountFen - payer, reason }
  })
  const notCoveredFen = sumOf(priced.flatMap(({ reason, amountFen }) => (reason ? [amountFen] : [])))
  const steps: Step[] = [
    {
      step: 'not-covered',
      amountFen: notCoveredFen,
      sentence: { zh: `不在保障范围 ${yuan(notCoveredFen)}`, en: `not covered ${yuan(notCoveredFen)}` },
    },
    {
      step: 'contract-price',
      amountFen: contractFen,
      sentence: { zh: `折扣后应收 ${yuan(contractFen)}`, en: `contract price ${yuan(contractFen)}` },
    },
    { step: 'copay', amountFen: copayFen, sentence: { zh: `每次先自付 ${yuan(copayFen)}`, en: `copay of the visit ${yuan(copayFen)}` } },
    { step: 'deductible', amountFen: deductibleFen, sentence: deductibleSentence(deductibleFen, left.deductibleFen) },
    { step: 'coinsurance', amountFen: coinsuranceFen, sentence: coinsuranceSentence(sharedFen, plan.coinsuranceBasisPoints) },
    { step: 'limit', amountFen: wantedFen - payerFen, sentence: limitSentence(wantedFen - payerFen, left.benefitFen ?? 0n) },
  ]
  return {
    lines: divided,
    steps: steps.filter(({ amountFen }) => amountFen > 0n),
    totals: totalsOf(divided),
    usage: { deductibleFen, benefitFen: payerFen },
  }
}

/** Null: the plan covers the line. */
function whyNotCovered(plan: Plan, { system, itemCode, category, date }: BenefitLine): DenialCode | null {
  if (date < plan.validFrom || (plan.validUntil !== null && date > plan.validUntil)) return 'D02'
  const excluded = plan.excludedItems.some((item) => item.system === system && item.code === itemCode)
  return excluded || !plan.coveredCategories.includes(category) ? 'D04' : null
}

/** The payer's part over the covered lines by their contract price. */
const coveredShares = (prices: readonly bigint[], payerFen: bigint): readonly bigint[] =>
  payerFen === 0n ? prices.map(() => 0n) : divideByWeights(payerFen, prices)

export const totalsOf = (lines: readonly Parts[]): Parts => ({
  listFen: sumOf(lines.map(({ listFen }) => listFen)),
  discountFen: sumOf(lines.map(({ discountFen }) => discountFen)),
  payerFen: sumOf(lines.map(({ payerFen }) => payerFen)),
  patientFen: sumOf(lines.map(({ patientFen }) => patientFen)),
})

const deductibleSentence = (amountFen: bigint, leftFen: bigint): Name => ({
  zh: `年度免赔额还剩 ${yuan(leftFen)}，这次先扣 ${yuan(amountFen)}`,
  en: `deductible of the year: ${yuan(leftFen)} were left, ${yuan(amountFen)} of it now`,
})
const coinsuranceSentence = (sharedFen: bigint, basisPoints: number): Name => ({
  zh: `其余 ${yuan(sharedFen)} 自付 ${percentText(basisPoints)}`,
  en: `own part of the remaining ${yuan(sharedFen)}: ${percentText(basisPoints)}`,
})
const limitSentence = (overFen: bigint, leftFen: bigint): Name => ({
  zh: `年度限额只剩 ${yuan(leftFen)}，超出的 ${yuan(overFen)} 自付`,
  en: `${yuan(leftFen)} of the annual limit are left, own part above it: ${yuan(overFen)}`,
})
