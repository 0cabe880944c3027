import type { PlainDate } from '../../../kernel/time.ts'

export const severities = ['minor', 'major', 'critical'] as const
export type Severity = (typeof severities)[number]

/** What a severity means from a day on; all values are parameters of the network's custom, none is law. */
export type SeverityRule = {
  readonly severity: Severity
  readonly validFrom: PlainDate
  readonly rectifyMinutes: number
  readonly recheckMinutes: number
  /** How long a tier has it after the break of the one below. */
  readonly tierMinutes: number
  readonly points: number
  readonly repeatDays: number
  readonly repeatFactor: number
}
export type SeverityRules = ReadonlyMap<Severity, SeverityRule>

/** What a finding deducts: the points of its severity, multiplied when the same item was found there before within the days. */
export const pointsOf = ({ points, repeatFactor }: SeverityRule, repeated: boolean): number => (repeated ? points * repeatFactor : points)
