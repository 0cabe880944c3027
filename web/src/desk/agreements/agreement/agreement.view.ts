import { readTexts } from '../../../wire/view'

/** The address of an agreement: which version is open; absent: the leading one. */
export type AgreementView = { version?: string | undefined }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const parseAgreementView = (search: Record<string, unknown>): AgreementView =>
  readTexts(search, ['version'], (_, text) => uuid.test(text))
