import type { FactFlag, FactStatus } from '../fact.ts'
import { isCoded, namedBy, noteOf, sayConcept, sayQuantity } from './concept.ts'
import { type Context, type Draft, draft } from './draft.ts'
import type { Valued } from './element.ts'
import type { Shape } from './shape.ts'

/** A measurement for the value, and one for each component, such as systolic and diastolic pressure. */
export function observationFacts(observation: Shape<'Observation'>, context: Context): Draft[] {
  const { status, effectiveDateTime, effectivePeriod, effectiveInstant, issued, component = [] } = observation
  if (status === 'registered' || status === 'cancelled') return []
  const begins = [effectiveDateTime, effectiveInstant, effectivePeriod?.start, issued]
  const stands: FactStatus = status === 'entered-in-error' ? status : 'active'
  const measured = (part: string, one: Valued & Pick<Shape<'Observation'>, 'code'>, note?: string): Draft[] => {
    const named = namedBy(one.code)
    const value = readValue(one)
    if (!named || !value) return []
    return [draft(context, { begins }, { kind: 'measurement', status: stands, part, ...named, ...value, note: noteOf(value.note, note) })]
  }
  const note = observation.note?.map(({ text }) => text).join('; ')
  return [...measured('', observation, note), ...component.flatMap((one, place) => measured(`component[${place}]`, one))]
}

type Value = { readonly value: number | null; readonly note?: string | undefined } & Partial<Pick<Draft, 'unit' | 'low' | 'high' | 'flag'>>

/** A number with its range; what is no exact number is a text. */
function readValue(valued: Valued): Value | null {
  const { valueQuantity: quantity, valueInteger: integer, referenceRange = [] } = valued
  const flag = flagOf(valued)
  const exact = quantity?.value !== undefined && quantity.comparator === undefined
  if (!exact && integer === undefined) {
    const note = sayValue(valued)
    return note === undefined ? null : { value: null, flag, note: noteOf(note, referenceRange[0]?.text) ?? undefined }
  }
  const value = integer ?? quantity?.value ?? null
  const range = referenceRange.find(({ low, high }) => low?.value !== undefined || high?.value !== undefined)
  const low = range?.low?.value ?? null
  const high = range?.high?.value ?? null
  return { value, unit: quantity?.unit ?? quantity?.code ?? null, low, high, flag: flag ?? outside(value, low, high) }
}

function sayValue(valued: Valued): string | undefined {
  const { valueRange: range, valueRatio: ratio, valuePeriod: period, valueBoolean: yes } = valued
  const between = (one: string | undefined, sign: string, other: string | undefined) =>
    one === undefined && other === undefined ? undefined : `${one ?? ''}${sign}${other ?? ''}`
  return (
    sayQuantity(valued.valueQuantity) ??
    sayConcept(valued.valueCodeableConcept) ??
    valued.valueString ??
    (yes === undefined ? undefined : String(yes)) ??
    valued.valueDateTime ??
    valued.valueTime ??
    (range && between(sayQuantity(range.low), ' – ', sayQuantity(range.high))) ??
    (ratio && between(sayQuantity(ratio.numerator), ' : ', sayQuantity(ratio.denominator))) ??
    (period && between(period.start, ' – ', period.end))
  )
}

/** Codes of HL7's ObservationInterpretation; the gravest first. */
const flags: readonly (readonly [FactFlag, readonly string[]])[] = [
  ['critical-low', ['LL']],
  ['critical-high', ['HH']],
  ['low', ['L', 'LU', 'LX']],
  ['high', ['H', 'HU', 'HX']],
  ['abnormal', ['A', 'AA']],
]

function flagOf({ interpretation = [] }: Valued): FactFlag | null {
  return flags.find(([, codes]) => interpretation.some((concept) => isCoded(concept, ...codes)))?.[0] ?? null
}

function outside(value: number | null, low: number | null, high: number | null): FactFlag | null {
  if (value === null) return null
  if (low !== null && value < low) return 'low'
  return high !== null && value > high ? 'high' : null
}
