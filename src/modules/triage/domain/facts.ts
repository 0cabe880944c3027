/** Alert, answers to voice, answers to pain, unresponsive. */
export const consciousnesses = ['A', 'V', 'P', 'U'] as const
export type Consciousness = (typeof consciousnesses)[number]

export type Measurements = {
  readonly temperatureCelsius?: number
  readonly heartRatePerMinute?: number
  readonly systolicMmHg?: number
  /** What is usual for the person, when it is known. */
  readonly usualSystolicMmHg?: number
  readonly diastolicMmHg?: number
  readonly breathsPerMinute?: number
  readonly oxygenPercent?: number
  readonly glucoseMmolPerLitre?: number
  /** 0 none to 10 unbearable, as the person says it. */
  readonly painScore?: number
}
export type Measure = keyof Measurements
export type VitalSigns = Measurements & { readonly consciousness?: Consciousness }

/** All that one assessment is made from. */
export type Facts = {
  /** What hurts, in the person's own words, Chinese or English. */
  readonly complaint: string
  readonly ageMonths: number
  readonly sex: string
  readonly pregnant: boolean
  readonly vitalSigns: VitalSigns
  /** Answers to questions about red flags, by their keys; what nobody answered is absent. */
  readonly answers: Readonly<Partial<Record<string, boolean>>>
}

/** A bound of one measure; a range is closed, so a value on it belongs to it. */
export type Bound = { readonly measure: Measure } & (
  | { readonly atLeast: number }
  | { readonly above: number }
  | { readonly atMost: number }
  | { readonly below: number }
)

/** Whether a measured value is beyond a bound; what was not measured is not. */
export function isBeyond(vitalSigns: VitalSigns, bound: Bound): boolean {
  const value = vitalSigns[bound.measure]
  if (value === undefined) return false
  if ('atLeast' in bound) return value >= bound.atLeast
  if ('above' in bound) return value > bound.above
  return 'atMost' in bound ? value <= bound.atMost : value < bound.below
}
