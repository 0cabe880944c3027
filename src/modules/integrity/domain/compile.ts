import { assert } from '../../../kernel/assert.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { CountedLine } from './claim.ts'
import type { Point, RuleVersion } from './rule.ts'
import { longestDays } from './window.ts'

/** A point of a rule version, ready to be asked about a line. */
export type CompiledPoint = {
  readonly rule: RuleVersion
  readonly condition: Point['condition']
  covers(item: Pick<CountedLine, 'system' | 'code'>): boolean
}

/** Rule versions found by the item of a line, so that what it costs does not grow with rules about other items. */
export type RuleSet = {
  readonly versions: readonly RuleVersion[]
  /** How many days of earlier lines its windows reach back; 0: it has none. */
  readonly lookBackDays: number
  pointsOf(line: Pick<CountedLine, 'system' | 'code' | 'date'>): readonly CompiledPoint[]
  /** How many rules are in force on a day. */
  countOn(date: PlainDate): number
}

export const inForceOn = ({ validFrom, validUntil }: RuleVersion, date: PlainDate): boolean =>
  validFrom <= date && (validUntil === null || date <= validUntil)

/** Builds the index; a version names an item once, and its basis of the amount fits what it looks at. */
export function compileRules(versions: readonly RuleVersion[]): RuleSet {
  const index = new Map<string, Map<string, CompiledPoint[]>>()
  let lookBackDays = 0
  for (const rule of versions.toSorted(byCodeAndVersion)) {
    for (const point of rule.points) {
      assertBasisFits(rule, point)
      if (point.condition.kind === 'frequency') lookBackDays = Math.max(lookBackDays, longestDays(point.condition.window))
      const compiled = compilePoint(rule, point)
      for (const { system, codes } of point.items) for (const code of codes) enter(index, system, code, compiled)
    }
  }
  return {
    versions,
    lookBackDays,
    pointsOf({ system, code, date }) {
      const found = index.get(system)?.get(code)
      if (found === undefined) return none
      return found.every(({ rule }) => inForceOn(rule, date)) ? found : found.filter(({ rule }) => inForceOn(rule, date))
    },
    countOn: (date) => new Set(versions.filter((version) => inForceOn(version, date)).map(({ code }) => code)).size,
  }
}

const none: readonly CompiledPoint[] = []

const byCodeAndVersion = (one: RuleVersion, other: RuleVersion): number =>
  one.code < other.code ? -1 : one.code > other.code ? 1 : one.version - other.version

function compilePoint(rule: RuleVersion, { items, condition }: Point): CompiledPoint {
  const codesOf = new Map(items.map(({ system, codes }) => [system, new Set(codes)]))
  return { rule, condition, covers: ({ system, code }) => codesOf.get(system)?.has(code) ?? false }
}

function enter(index: Map<string, Map<string, CompiledPoint[]>>, system: string, code: string, point: CompiledPoint): void {
  const ofSystem = index.get(system) ?? new Map<string, CompiledPoint[]>()
  index.set(system, ofSystem)
  const ofItem = ofSystem.get(code) ?? []
  assert(!ofItem.some(({ rule }) => rule === point.rule), `${point.rule.code} version ${point.rule.version} names ${system} ${code} once`)
  ofSystem.set(code, [...ofItem, point])
}

function assertBasisFits({ code, amountBasis }: RuleVersion, { condition: { kind } }: Point): void {
  const fits =
    (amountBasis === 'excess-quantity' && (kind === 'quantity' || kind === 'frequency')) ||
    (amountBasis === 'excess-price' && kind === 'price') ||
    amountBasis === 'whole-line' ||
    amountBasis === 'none'
  assert(fits, `the amount basis ${amountBasis} of ${code} fits the condition ${kind}`)
}
