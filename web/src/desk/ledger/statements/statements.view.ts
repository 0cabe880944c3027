import { type Enum, enums } from '../../../client/enums'
import { readTexts } from '../../../wire/view'

/** The address of the list: the state to narrow it by. */
export type StatementsView = { state?: Enum<'statementState'> | undefined }

export const parseStatementsView = (search: Record<string, unknown>): StatementsView =>
  readTexts(search, ['state'], (_, text) => text in enums.statementState) as StatementsView
