import { Type as T } from 'typebox'
import { nullable } from '../operation/schema.ts'

const bilingual = T.Object({ zh: T.String({ minLength: 1 }), en: T.String({ minLength: 1 }) })
const bound = nullable(T.Number())

/** A reference range of one sex (null: both) from an age on (in whole years) until before another. */
const referenceRange = T.Object({
  sex: nullable(T.Unsafe<'female' | 'male'>({ type: 'string', enum: ['female', 'male'] })),
  fromYears: T.Optional(T.Integer({ minimum: 0 })),
  untilYears: T.Optional(T.Integer({ minimum: 1 })),
  low: bound,
  high: bound,
})
const analyte = T.Object({
  code: T.String({ minLength: 1 }),
  name: bilingual,
  unit: T.String({ minLength: 1 }),
  ranges: T.Array(referenceRange),
  /** At or below, at or above: somebody has to be told at once. */
  criticalLow: bound,
  criticalHigh: bound,
  /** A value outside was typed wrongly. */
  plausibleLow: T.Number(),
  plausibleHigh: T.Number(),
})

/** What a term of each system says beside its name; a system that is not listed says nothing. */
export const detailSchemas = {
  lab: T.Object({ specimen: T.String({ minLength: 1 }), analytes: T.Array(analyte, { minItems: 1 }) }),
  drug: T.Object({
    form: T.String({ minLength: 1 }),
    strength: T.String({ minLength: 1 }),
    doseUnit: T.String({ minLength: 1 }),
    routes: T.Array(T.String(), { minItems: 1 }),
    /** Codes of the system `substance` by which an allergy forbids it. */
    substances: T.Array(T.String()),
  }),
  imaging: T.Object({ modality: T.String({ minLength: 1 }), bodyPart: T.String({ minLength: 1 }) }),
} as const

export type ReferenceRange = T.Static<typeof referenceRange>
export type Analyte = T.Static<typeof analyte>
export type LabDetail = T.Static<typeof detailSchemas.lab>
export type DrugDetail = T.Static<typeof detailSchemas.drug>
export type ImagingDetail = T.Static<typeof detailSchemas.imaging>
