import { type Static, Type as T, type TSchema } from 'typebox'
import { isFhirDate, isFhirDateTime } from './moment.ts'

// Elements of R4 that several resources have, with what is read of them.
export const text = T.String({ minLength: 1 })
export const dateTime = T.Refine(T.String(), isFhirDateTime, () => 'dateTime')
export const date = T.Refine(T.String(), isFhirDate, () => 'date')
export const oneOf = <const Values extends readonly string[]>(...values: Values) =>
  T.Unsafe<Values[number]>({ type: 'string', enum: [...values] })
export const may = <Shape extends TSchema>(shape: Shape) => T.Optional(shape)
export const list = <Shape extends TSchema>(shape: Shape) => T.Optional(T.Array(shape))

export const coding = T.Object({ system: may(text), code: may(text), display: may(text), userSelected: may(T.Boolean()) })
export const concept = T.Object({ coding: list(coding), text: may(text) })
export const reference = T.Object({ reference: may(text), display: may(text) })
export const period = T.Object({ start: may(dateTime), end: may(dateTime) })
export const quantity = T.Object({
  value: may(T.Number()),
  comparator: may(oneOf('<', '<=', '>=', '>', 'ad')),
  unit: may(text),
  code: may(text),
})
export const range = T.Object({ low: may(quantity), high: may(quantity) })
export const identifier = T.Object({ use: may(text), system: may(text), value: may(text) })
export const annotation = T.Object({ text })

/** Of any resource. */
export const common = { identifier: may(T.Unknown()), encounter: may(reference) }
export const subject = T.Object({ reference: text })

/** Of an observation and its components. */
export const value = {
  valueQuantity: may(quantity),
  valueCodeableConcept: may(concept),
  valueString: may(text),
  valueBoolean: may(T.Boolean()),
  valueInteger: may(T.Integer()),
  valueRange: may(range),
  valueRatio: may(T.Object({ numerator: may(quantity), denominator: may(quantity) })),
  valueTime: may(text),
  valueDateTime: may(dateTime),
  valuePeriod: may(period),
  interpretation: list(concept),
  referenceRange: list(T.Object({ low: may(quantity), high: may(quantity), text: may(text) })),
}

const valued = T.Object(value)

export type Concept = Static<typeof concept>
export type Quantity = Static<typeof quantity>
export type Valued = Static<typeof valued>
