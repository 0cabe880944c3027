import { type Static, Type as T } from 'typebox'
import type { Name } from '../../../kernel/result.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { type Field, fieldOf, type SourceName, sourceNames } from './catalogue.ts'

const oneOf = <const Values extends readonly string[]>(values: Values) => T.Unsafe<Values[number]>({ type: 'string', enum: [...values] })
const record = <Fields extends Parameters<typeof T.Object>[0]>(fields: Fields) => T.Object(fields, { additionalProperties: false })

/** A number, or the name of a parameter of the version. */
const numeral = T.Union([T.Number(), record({ parameter: T.String() })])
export type Numeral = Static<typeof numeral>

const condition = T.Union([
  record({ field: T.String(), is: oneOf(['at-most', 'at-least']), value: numeral }),
  record({ field: T.String(), is: oneOf(['one-of', 'not-one-of']), codes: T.Array(T.String(), { minItems: 1 }) }),
  record({ field: T.String(), is: oneOf(['known', 'unknown', 'yes', 'no']) }),
])
/** One thing that has to hold of a field of a row; of what is unknown only `unknown` holds. */
export type Condition = Static<typeof condition>

const conditions = T.Array(condition)
const source = oneOf(sourceNames)

export const denominatorSchema = record({ source, where: conditions })
export const exclusionsSchema = T.Array(T.Array(condition, { minItems: 1 }))
export const numeratorSchema = T.Union([
  record({ of: oneOf(['share']), where: T.Array(condition, { minItems: 1 }) }),
  record({ of: oneOf(['mean']), field: T.String() }),
  record({ of: oneOf(['events']), source, where: conditions, exclusions: exclusionsSchema, per: T.Integer({ minimum: 1 }) }),
])
export const parametersSchema = T.Record(T.String(), T.Number())

/** How an indicator is counted, for a span of days. */
export type Definition = {
  readonly version: number
  readonly validFrom: PlainDate
  readonly unit: Name
  readonly digits: number
  readonly smallestCount: number
  readonly parameters: Readonly<Record<string, number>>
  readonly denominator: Static<typeof denominatorSchema>
  readonly exclusions: readonly (readonly Condition[])[]
  readonly numerator: Static<typeof numeratorSchema>
}
export type Better = 'higher' | 'lower'
export type Indicator = { readonly code: string; readonly name: Name; readonly better: Better; readonly definition: Definition }

/** Rows of one source that are counted: where all conditions hold, without those of which all of one exclusion hold. */
export type Counted = {
  readonly source: SourceName
  readonly where: readonly Condition[]
  readonly exclusions: readonly (readonly Condition[])[]
}

/** What makes up the denominator. */
export const baseOf = ({ denominator, exclusions }: Definition): Counted => ({ ...denominator, exclusions })
/** The numerator's own rows, where it counts other things than the denominator. */
const eventsOf = ({ numerator }: Definition): Counted | null => (numerator.of === 'events' ? numerator : null)

/** One source of a definition's rows: what makes up the denominator, or the numerator's own. */
export type Part = { readonly counted: Counted; readonly isBase: boolean }
export function partsOf(definition: Definition): Part[] {
  const events = eventsOf(definition)
  return [{ counted: baseOf(definition), isBase: true }, ...(events ? [{ counted: events, isBase: false }] : [])]
}

/** By what the quotient is multiplied: a share is shown in per cent. */
export const factorOf = ({ numerator }: Definition): number =>
  numerator.of === 'share' ? 100 : numerator.of === 'events' ? numerator.per : 1

/** What was counted of an indicator over some rows; the numerator of a mean is the sum. */
export type Tally = { readonly numerator: number; readonly denominator: number; readonly excluded: number }

/** The value of what was counted; null: there was nothing to count. */
export const quotientOf = (definition: Definition, { numerator, denominator }: Tally): number | null =>
  denominator === 0 ? null : (factorOf(definition) * numerator) / denominator

export const sumOfTallies = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, one) => ({
      numerator: sum.numerator + one.numerator,
      denominator: sum.denominator + one.denominator,
      excluded: sum.excluded + one.excluded,
    }),
    { numerator: 0, denominator: 0, excluded: 0 },
  )

export const numberOf = ({ parameters }: Pick<Definition, 'parameters'>, value: Numeral): number =>
  typeof value === 'number' ? value : (parameters[value.parameter] ?? Number.NaN)

const fits: Readonly<Record<Condition['is'], readonly Field['kind'][]>> = {
  'at-most': ['number', 'age'],
  'at-least': ['number', 'age'],
  'one-of': ['code', 'text'],
  'not-one-of': ['code', 'text'],
  known: ['moment', 'number', 'code', 'text'],
  unknown: ['moment', 'number', 'code', 'text'],
  yes: ['yes-no'],
  no: ['yes-no'],
}

function mistakesOfCondition(of: SourceName, condition: Condition, { parameters }: Definition): string[] {
  const field = fieldOf(of, condition.field)
  if (!field) return [`${of} has no field ${condition.field}`]
  if (!fits[condition.is].includes(field.kind)) return [`${of}.${condition.field} cannot be ${condition.is}`]
  if (condition.is === 'at-most' || condition.is === 'at-least') {
    const { value } = condition
    return typeof value === 'number' || Object.hasOwn(parameters, value.parameter) ? [] : [`no parameter ${value.parameter}`]
  }
  if (field.kind !== 'code' || !('codes' in condition)) return []
  return condition.codes.filter((code) => !Object.hasOwn(field.codes, code)).map((code) => `${of}.${condition.field} is never ${code}`)
}

/** What is wrong with a definition, each as a sentence; nothing: it can be computed. */
export function mistakesOf(definition: Definition): string[] {
  const { numerator, denominator } = definition
  const found = partsOf(definition).flatMap(({ counted: { source: of, where, exclusions } }) =>
    [where, ...exclusions].flat().flatMap((one) => mistakesOfCondition(of, one, definition)),
  )
  if (numerator.of === 'share') found.push(...numerator.where.flatMap((one) => mistakesOfCondition(denominator.source, one, definition)))
  if (numerator.of === 'mean' && fieldOf(denominator.source, numerator.field)?.kind !== 'number')
    found.push(`${denominator.source} has no number ${numerator.field}`)
  return found
}
