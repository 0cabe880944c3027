const bound = /^[0-9a-f]{64}$/
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export type BoundId = { readonly personId: string; readonly rowId: string }

/**
 * The FHIR id of a row about a person names the person as well: who reads it by id alone opens her first, and no row has to be looked up
 * before it is known whether it may be. Two UUIDs without their dashes: 64 characters, as many as FHIR allows.
 */
export const boundIdOf = ({ personId, rowId }: BoundId): string => `${personId}${rowId}`.replaceAll('-', '')

/** Person and row of such an id; null: it is none. */
export const readBoundId = (id: string): BoundId | null =>
  bound.test(id) ? { personId: dashed(id.slice(0, 32)), rowId: dashed(id.slice(32)) } : null

const dashed = (hex: string): string => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`

export const isUuid = (text: string): boolean => uuid.test(text)
