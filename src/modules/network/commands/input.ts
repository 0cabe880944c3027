import { Type as T } from 'typebox'
import { nullable, plainDate } from '../../../platform/operation/schema.ts'

export const specialty = T.String({ pattern: '^[a-z][a-z0-9-]{1,39}$', description: 'specialty, in kebab-case' })
export const scope = T.Array(specialty, { minItems: 1, maxItems: 60 })
export const licenceNumber = T.String({ minLength: 2, maxLength: 40 })
/** Days included; null: without a last day. */
export const period = { validFrom: plainDate, validUntil: nullable(plainDate) }
export const licence = T.Object({ number: licenceNumber, scope, ...period })
