import { type Enum, enums } from '../../../client/enums'
import { readTexts } from '../../../wire/view'

/** The address of the list: the state to narrow it by. */
export type AgreementsView = { state?: Enum<'agreementState'> | undefined }

export const parseAgreementsView = (search: Record<string, unknown>): AgreementsView =>
  readTexts(search, ['state'], (_, text) => text in enums.agreementState) as AgreementsView
