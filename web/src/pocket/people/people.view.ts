import { readTexts } from '../../wire/view'

/** The address of what belongs to one person: a family member, or oneself when absent. */
export type PersonView = { person?: string | undefined }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const parsePersonView = (search: Record<string, unknown>): PersonView => readTexts(search, ['person'], (_, text) => uuid.test(text))

/** The address of the consent: whose, and whether it stands in the way of everything else. */
export type ConsentView = PersonView & { first?: true | undefined }

export const parseConsentView = (search: Record<string, unknown>): ConsentView => ({
  ...parsePersonView(search),
  ...(search.first === true ? { first: true } : {}),
})
