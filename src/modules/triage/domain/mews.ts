import { isBeyond, type VitalSigns } from './facts.ts'
import type { Level } from './level.ts'
import type { RuleSet } from './rule-set.ts'

const needed = ['systolicMmHg', 'heartRatePerMinute', 'breathsPerMinute', 'temperatureCelsius'] as const

/** Points of the modified early warning score (MEWS); null: one of its five signs was not measured. */
export function mewsOf({ mews }: RuleSet, vitalSigns: VitalSigns): number | null {
  const { consciousness } = vitalSigns
  if (consciousness === undefined || needed.some((measure) => vitalSigns[measure] === undefined)) return null
  const pointsOf = (measure: (typeof needed)[number]) =>
    Math.max(0, ...mews.lines.filter((line) => line.measure === measure && isBeyond(vitalSigns, line)).map(({ points }) => points))
  return needed.reduce((sum, measure) => sum + pointsOf(measure), mews.consciousness[consciousness])
}

/** The level that a MEWS asks for; null: none, it may raise a level and never lowers one. */
export const levelOfMews = ({ mews }: RuleSet, points: number): Level | null =>
  mews.levels.find(({ atLeast }) => points >= atLeast)?.level ?? null
