import { type Enum, enums } from '../../../client/enums'
import { readTexts } from '../../../wire/view'

/** The address of the list: the state and the other party to narrow it by. */
export type AgreementsView = { state?: Enum<'agreementState'> | undefined; party?: string | undefined }

export const parseAgreementsView = (search: Record<string, unknown>): AgreementsView =>
  readTexts(search, ['state', 'party'], (name, text) =>
    name === 'state' ? text in enums.agreementState : /^[0-9a-f-]{36}$/.test(text),
  ) as AgreementsView
