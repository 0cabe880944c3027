import { type Name, ok, type Refused } from '../../../kernel/result.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Analyte, LabDetail, ReferenceRange } from '../../../platform/terms/index.ts'
import type { Fact, FactFlag } from '../../people/index.ts'
import { refuse } from '../refusals.ts'
import type { Order } from './order.ts'

export const resultFlags = ['low', 'high', 'critical-low', 'critical-high'] as const
export type ResultFlag = (typeof resultFlags)[number]

/** A measured value with the range it was judged by. */
export type LabValue = {
  readonly code: string
  readonly name: Name
  readonly value: number
  readonly unit: string
  readonly low: number | null
  readonly high: number | null
  readonly flag: ResultFlag | null
}
/** What came of an order: values, a report, or what was handed out. */
export type ResultContent =
  | { readonly kind: 'laboratory'; readonly values: readonly LabValue[] }
  | { readonly kind: 'imaging'; readonly finding: string; readonly impression: string }
  | { readonly kind: 'drug'; readonly quantity: number; readonly unit: string; readonly batch: string }

export type Patient = { readonly sex: string; readonly ageYears: number }

/** The range of this person; null: the test has none for her. */
export const rangeFor = (ranges: readonly ReferenceRange[], { sex, ageYears }: Patient): ReferenceRange | null =>
  ranges.find(
    (range) =>
      (range.sex === null || range.sex === sex) &&
      ageYears >= (range.fromYears ?? 0) &&
      ageYears < (range.untilYears ?? Number.POSITIVE_INFINITY),
  ) ?? null

/** How a value lies to its bounds; a critical bound is critical itself, a reference bound is still in range. */
export function flagOf(
  value: number,
  analyte: Pick<Analyte, 'criticalLow' | 'criticalHigh'>,
  range: Pick<ReferenceRange, 'low' | 'high'> | null,
): ResultFlag | null {
  if (analyte.criticalLow !== null && value <= analyte.criticalLow) return 'critical-low'
  if (analyte.criticalHigh !== null && value >= analyte.criticalHigh) return 'critical-high'
  if (range?.low != null && value < range.low) return 'low'
  if (range?.high != null && value > range.high) return 'high'
  return null
}

export const isCritical = (flag: ResultFlag | null): flag is 'critical-low' | 'critical-high' =>
  flag === 'critical-low' || flag === 'critical-high'

type Measured = { readonly code: string; readonly value: number; readonly unit: string }

/** Judges what was measured: every analyte of the test, in its unit, within what is possible. */
export function judge({ analytes }: LabDetail, measured: readonly Measured[], patient: Patient) {
  const values: LabValue[] = []
  for (const analyte of analytes) {
    const found = measured.find(({ code }) => code === analyte.code)
    const wrong = whatIsWrong(analyte, found)
    if (wrong) return wrong
    const value = found?.value ?? 0
    const range = rangeFor(analyte.ranges, patient)
    const { code, name, unit } = analyte
    values.push({ code, name, value, unit, low: range?.low ?? null, high: range?.high ?? null, flag: flagOf(value, analyte, range) })
  }
  return ok<readonly LabValue[]>(values)
}

function whatIsWrong(
  { name, unit, plausibleLow, plausibleHigh }: Analyte,
  found: Measured | undefined,
): Refused<'care.value-missing' | 'care.unit-wrong' | 'care.value-implausible'> | null {
  if (!found) return refuse('care.value-missing', { analyte: name })
  if (found.unit !== unit) return refuse('care.unit-wrong', { analyte: name, unit, given: found.unit })
  if (found.value < plausibleLow || found.value > plausibleHigh)
    return refuse('care.value-implausible', { analyte: name, value: found.value, low: plausibleLow, high: plausibleHigh, unit })
  return null
}

/** What the portrait learns of a released result; a drug that was handed out is known from its order. */
export function factsOfResult(order: Order, content: ResultContent, happenedAt: Instant): Fact[] {
  const { id, personId, performerId, itemCode, item } = order
  const base = { personId, institutionId: performerId, status: 'active' as const, happenedAt, endedAt: null, source: 'care.result' }
  const unmeasured = { value: null, unit: null, low: null, high: null, flag: null }
  if (content.kind === 'imaging')
    return [
      {
        ...base,
        ...unmeasured,
        kind: 'imaging',
        code: { system: 'imaging', code: itemCode },
        name: item,
        note: content.impression,
        sourceId: id,
      },
    ]
  if (content.kind === 'drug') return []
  return content.values.map(({ code, name, value, unit, low, high, flag }) => ({
    ...base,
    kind: 'measurement' as const,
    code: { system: 'analyte', code },
    name,
    value,
    unit,
    low,
    high,
    flag: flag as FactFlag | null,
    note: null,
    sourceId: `${id}/${code}`,
  }))
}
