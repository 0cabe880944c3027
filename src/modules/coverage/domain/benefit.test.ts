import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumOf } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { type BenefitLine, calculateBenefit } from './benefit.ts'
import type { Plan, Used } from './plan.ts'

const day = '2026-11-25' as PlainDate
const plan: Plan = {
  coveredCategories: ['professional', 'examination', 'drug'],
  excludedItems: [{ system: 'drug', code: 'vitamin' }],
  copayFen: 10_000n,
  deductibleFen: 0n,
  coinsuranceBasisPoints: 1000,
  annualLimitFen: null,
  discountBasisPoints: 500,
  validFrom: '2026-01-01' as PlainDate,
  validUntil: '2026-12-31' as PlainDate,
}
const nothing: Used = { deductibleFen: 0n, benefitFen: 0n }
const line = (amountFen: bigint, more: Partial<BenefitLine> = {}): BenefitLine => ({
  lineId: 'a',
  system: 'service',
  itemCode: 'injection',
  category: 'professional',
  amountFen,
  date: day,
  ...more,
})

test('the worked example of direct billing: of 12,000 the insurer pays 6,000, the patient 4,900, 1,100 are the discount', () => {
  const terms = { ...plan, copayFen: 20_000n, deductibleFen: 200_000n, coinsuranceBasisPoints: 2000, annualLimitFen: 1_000_000n }
  const { totals, steps, usage } = calculateBenefit(
    { ...terms, discountBasisPoints: 1000 },
    { deductibleFen: 50_000n, benefitFen: 400_000n },
    [line(1_100_000n), line(100_000n, { lineId: 'b', category: 'consumable' })],
  )
  expect(totals).toEqual({ listFen: 1_200_000n, discountFen: 110_000n, payerFen: 600_000n, patientFen: 490_000n })
  expect(steps.map(({ step, amountFen }) => [step, amountFen])).toEqual([
    ['not-covered', 100_000n],
    ['contract-price', 990_000n],
    ['copay', 20_000n],
    ['deductible', 150_000n],
    ['coinsurance', 164_000n],
    ['limit', 56_000n],
  ])
  expect(usage).toEqual({ deductibleFen: 150_000n, benefitFen: 600_000n })
})

test('each step is a sentence with its figures in both languages', () => {
  const { totals, steps } = calculateBenefit(plan, nothing, [line(168_000n)])
  expect(totals).toEqual({ listFen: 168_000n, discountFen: 8400n, payerFen: 134_640n, patientFen: 24_960n })
  expect(steps.map(({ sentence }) => sentence)).toEqual([
    { zh: '折扣后应收 ¥1,596.00', en: 'contract price ¥1,596.00' },
    { zh: '每次先自付 ¥100.00', en: 'copay of the visit ¥100.00' },
    { zh: '其余 ¥1,496.00 自付 10 %', en: 'own part of the remaining ¥1,496.00: 10 %' },
  ])
})

test('what is excluded, of another category or outside the days is the patient’s, at list price and with its reason', () => {
  const { lines } = calculateBenefit(plan, nothing, [
    line(5000n, { system: 'drug', itemCode: 'vitamin', category: 'drug' }),
    line(5000n, { lineId: 'b', category: 'consumable' }),
    line(5000n, { lineId: 'c', date: '2027-01-01' as PlainDate }),
  ])
  expect(lines.map(({ reason, patientFen, discountFen }) => [reason, patientFen, discountFen])).toEqual([
    ['D04', 5000n, 0n],
    ['D04', 5000n, 0n],
    ['D02', 5000n, 0n],
  ])
})

test('the first and the last day are covered, and a copay that was paid at this visit is not paid twice', () => {
  for (const date of ['2026-01-01', '2026-12-31'] as PlainDate[])
    expect(calculateBenefit(plan, nothing, [line(5000n, { date })]).lines[0]?.reason).toBeNull()
  expect(calculateBenefit(plan, nothing, [line(100_000n)], 4000n).steps.find(({ step }) => step === 'copay')?.amountFen).toBe(6000n)
})

const money = fc.bigInt({ min: 0n, max: 5_000_000n })
const plans = fc
  .record({
    copayFen: money,
    deductibleFen: money,
    coinsuranceBasisPoints: fc.integer({ min: 0, max: 10_000 }),
    discountBasisPoints: fc.integer({ min: 0, max: 10_000 }),
    annualLimitFen: fc.option(money),
  })
  .map((terms): Plan => ({ ...plan, ...terms }))
const used = fc.record({ deductibleFen: money, benefitFen: money })
const lines = fc
  .array(
    fc.record(
      { amountFen: money, category: fc.constantFrom('professional', 'drug', 'consumable'), late: fc.boolean() },
      { noNullPrototype: true },
    ),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.map(({ amountFen, category, late }, place) =>
      line(amountFen, { lineId: String(place), category, date: (late ? '2027-01-01' : day) as PlainDate }),
    ),
  )

test('discount, payer and patient add up to the list price in every line and in total, and nothing is negative', () => {
  fc.assert(
    fc.property(plans, used, lines, (terms, before, asked) => {
      const { lines: divided, totals, steps } = calculateBenefit(terms, before, asked)
      for (const { listFen, discountFen, payerFen, patientFen } of [...divided, totals]) {
        expect(discountFen + payerFen + patientFen).toBe(listFen)
        expect([discountFen, payerFen, patientFen].every((part) => part >= 0n)).toBe(true)
      }
      expect(totals.listFen).toBe(sumOf(asked.map(({ amountFen }) => amountFen)))
      expect(sumOf(steps.flatMap(({ step, amountFen }) => (step === 'contract-price' ? [] : [amountFen])))).toBe(totals.patientFen)
    }),
  )
})

test('to take a line away raises nobody’s part, and a higher limit never lowers the payer’s', () => {
  fc.assert(
    fc.property(plans, used, lines, fc.nat(7), money, (terms, before, asked, place, more) => {
      const { totals } = calculateBenefit(terms, before, asked)
      const without = calculateBenefit(
        terms,
        before,
        asked.filter((_, index) => index !== place),
      ).totals
      expect(
        without.payerFen <= totals.payerFen && without.patientFen <= totals.patientFen && without.discountFen <= totals.discountFen,
      ).toBe(true)
      const higher = { ...terms, annualLimitFen: terms.annualLimitFen === null ? null : terms.annualLimitFen + more }
      expect(calculateBenefit(higher, before, asked).totals.payerFen >= totals.payerFen).toBe(true)
    }),
  )
})

test('what is used up never passes the deductible or the limit that was left', () => {
  fc.assert(
    fc.property(plans, used, lines, (terms, before, asked) => {
      const { usage } = calculateBenefit(terms, before, asked)
      const most = (limit: bigint, spent: bigint) => (limit > spent ? limit - spent : 0n)
      expect(usage.deductibleFen <= most(terms.deductibleFen, before.deductibleFen)).toBe(true)
      if (terms.annualLimitFen !== null) expect(usage.benefitFen <= most(terms.annualLimitFen, before.benefitFen)).toBe(true)
    }),
  )
})
