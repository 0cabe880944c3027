import { readTexts } from '../../../wire/view'

/** The address of the offerings: the one that is open. */
export type OfferingsView = { offering?: string | undefined }

export const parseOfferingsView = (search: Record<string, unknown>): OfferingsView =>
  readTexts(search, ['offering'], (_, text) => /^[0-9a-f-]{36}$/.test(text))
