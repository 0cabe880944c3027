import { present } from '../../../kernel/assert.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Bound, Consciousness, Measure } from './facts.ts'
import type { Level } from './level.ts'

/** Points of one measure: of the bounds a value is beyond, the highest counts. */
type ScoreLine = Bound & { readonly points: number }

/** Numbers that an institution may set otherwise, from a day on. Symptoms and red flags are of the same version. */
export type RuleSet = {
  readonly version: string
  readonly validFrom: PlainDate
  /** Within how many minutes a doctor should see the person. */
  readonly responseMinutes: Readonly<Record<Level, number>>
  /** Younger ones have a table of their own, which is not here: their vital signs cannot be judged. */
  readonly adultFromYears: number
  readonly vitalSigns: readonly (Bound & { readonly level: Level })[]
  /** Level I: so far below what is usual for the person, and below this value. */
  readonly pressureDrop: { readonly dropMmHg: number; readonly belowMmHg: number }
  readonly consciousness: Readonly<Partial<Record<Consciousness, Level>>>
  readonly pain: readonly (Bound & { readonly level: Level })[]
  readonly mews: {
    readonly lines: readonly ScoreLine[]
    readonly consciousness: Readonly<Record<Consciousness, number>>
    /** The level of a sum of at least so many points. */
    readonly levels: readonly { readonly atLeast: number; readonly level: Level }[]
  }
  /** How many questions about red flags are asked at most. */
  readonly questionsAtMost: number
  /** Hours in which an assessment without a doctor's decision stands against a booking. */
  readonly standsHours: number
}

const at = <Rest extends object>(measure: Measure, lines: readonly Rest[]) => lines.map((line) => ({ measure, ...line }))

/** domain.md 7.1, 7.2 and the readings of section 12; minutes, breaths and consciousness are from general knowledge. */
const first: RuleSet = {
  version: '2026-1',
  validFrom: '2026-01-01' as PlainDate,
  responseMinutes: { I: 0, II: 10, III: 30, IVa: 60, IVb: 120 },
  adultFromYears: 14,
  vitalSigns: [
    ...at('heartRatePerMinute', [
      { level: 'I', below: 40 },
      { level: 'I', above: 180 },
      { level: 'II', atMost: 50 },
      { level: 'II', atLeast: 150 },
      { level: 'III', atMost: 55 },
      { level: 'III', atLeast: 100 },
    ] as const),
    ...at('systolicMmHg', [
      { level: 'I', below: 70 },
      { level: 'II', atMost: 80 },
      { level: 'II', above: 200 },
      { level: 'III', atMost: 90 },
      { level: 'III', atLeast: 180 },
    ] as const),
    ...at('oxygenPercent', [
      { level: 'I', below: 80 },
      { level: 'II', atMost: 90 },
      { level: 'III', atMost: 94 },
    ] as const),
    ...at('breathsPerMinute', [
      { level: 'I', below: 8 },
      { level: 'I', above: 35 },
      { level: 'II', atLeast: 30 },
      { level: 'III', atLeast: 25 },
    ] as const),
    ...at('temperatureCelsius', [
      { level: 'I', above: 41 },
      { level: 'III', atLeast: 39.1 },
    ] as const),
    ...at('glucoseMmolPerLitre', [{ level: 'I', below: 3.33 }] as const),
  ],
  pressureDrop: { dropMmHg: 30, belowMmHg: 100 },
  consciousness: { V: 'II', P: 'I', U: 'I' },
  pain: at('painScore', [
    { level: 'II', atLeast: 7 },
    { level: 'III', atLeast: 4 },
  ] as const),
  mews: {
    lines: [
      ...at('systolicMmHg', [
        { points: 3, atMost: 70 },
        { points: 2, atMost: 80 },
        { points: 1, atMost: 100 },
        { points: 2, atLeast: 200 },
      ]),
      ...at('heartRatePerMinute', [
        { points: 2, atMost: 40 },
        { points: 1, atMost: 50 },
        { points: 1, above: 100 },
        { points: 2, above: 110 },
        { points: 3, atLeast: 130 },
      ]),
      ...at('breathsPerMinute', [
        { points: 2, below: 9 },
        { points: 1, atLeast: 15 },
        { points: 2, atLeast: 21 },
        { points: 3, atLeast: 30 },
      ]),
      ...at('temperatureCelsius', [
        { points: 2, below: 35 },
        { points: 2, atLeast: 38.5 },
      ]),
    ],
    consciousness: { A: 0, V: 1, P: 2, U: 3 },
    levels: [
      { atLeast: 6, level: 'I' },
      { atLeast: 4, level: 'II' },
      { atLeast: 2, level: 'III' },
    ],
  },
  questionsAtMost: 6,
  standsHours: 24,
}

const ruleSets: readonly RuleSet[] = [first]

/** The rules in force on a day; before the first version, the first. */
export const rulesOn = (date: PlainDate): RuleSet =>
  present(ruleSets.findLast(({ validFrom }) => validFrom <= date) ?? ruleSets[0], 'a rule set')
