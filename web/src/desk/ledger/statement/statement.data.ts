import {
  confirmStatement,
  listStatements,
  type ShowDraftInput,
  showDraft,
  showDraftLine,
  showLine,
  showStatement,
} from '../../../client/operations'
import { ask, askPages } from '../../../wire/query'

export const statement = (statementId: string) => askPages(showStatement, { statementId })
export const line = (lineId: string) => ask(showLine, { lineId })
type Whose = Pick<ShowDraftInput, 'networkId' | 'partyId'>
export const draft = (whose: ShowDraftInput) => askPages(showDraft, whose)
export const draftLine = (whose: Whose, serviceId: string) => ask(showDraftLine, { ...whose, serviceId })
export const steps = { confirmStatement }
export const afterChange = [[showStatement.id], [listStatements.id]]
