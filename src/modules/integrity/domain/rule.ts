import { Type as T } from 'typebox'
import type { Name } from '../../../kernel/result.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { bilingual, nullable } from '../../../platform/operation/schema.ts'
import { itemSystems } from './claim.ts'

const oneOf = <const Values extends readonly string[]>(values: Values) => T.Unsafe<Values[number]>({ type: 'string', enum: [...values] })
const count = T.Integer({ minimum: 0 })

/** Calendar spans, the visit, or so many days up to a line's own: a difference of dates below `days`. */
const window = T.Union([
  T.Object({ span: oneOf(['visit', 'day', 'month', 'quarter', 'year']) }),
  T.Object({ span: T.Literal('cycle'), days: T.Integer({ minimum: 1, maximum: 366 }) }),
])

/** What has to hold of a line; a new kind is one more member here and one more function in `judge.ts`. */
const condition = T.Union([
  T.Object({ kind: T.Literal('age'), unit: oneOf(['days', 'years']), least: nullable(count), most: nullable(count) }),
  T.Object({ kind: T.Literal('sex'), only: oneOf(['female', 'male']) }),
  /** One diagnosis begins with one of these. */
  T.Object({ kind: T.Literal('diagnosis'), named: bilingual, codes: T.Array(T.String({ minLength: 1 }), { minItems: 1 }) }),
  T.Object({ kind: T.Literal('quantity'), most: count }),
  T.Object({ kind: T.Literal('price'), mostFen: count }),
  T.Object({ kind: T.Literal('frequency'), most: count, window }),
])

/** Items with what has to hold of them: a piece of knowledge, by codes. */
const point = T.Object({
  items: T.Array(T.Object({ system: oneOf(itemSystems), codes: T.Array(T.String({ minLength: 1 }), { minItems: 1 }) }), { minItems: 1 }),
  condition,
})
export const pointsSchema = T.Array(point, { minItems: 1 })

export type Condition = T.Static<typeof condition>
export type ConditionOf<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>
export type Window = T.Static<typeof window>
export type Point = T.Static<typeof point>

/** What a rule that finds something says of it. */
export const ruleResults = ['violation', 'doubtful'] as const
/** Which part of a line is in question. */
export const amountBases = ['whole-line', 'excess-quantity', 'excess-price', 'none'] as const

/** One version of a rule, whole: nothing of it changes once it is in force, but its last day may be set. */
export type RuleVersion = {
  readonly code: string
  readonly version: number
  readonly name: Name
  readonly validFrom: PlainDate
  readonly validUntil: PlainDate | null
  readonly result: (typeof ruleResults)[number]
  readonly basis: Name
  readonly amountBasis: (typeof amountBases)[number]
  /** With slots: `item`, and the figures that the condition's kind gives (`judge.ts`). */
  readonly sentence: Name
  /** Why it may be right all the same, to choose from. */
  readonly reasons: readonly Name[]
  readonly points: readonly Point[]
}
