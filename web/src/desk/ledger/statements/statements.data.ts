import { listStatements } from '../../../client/operations'
import { askPages } from '../../../wire/query'
import type { StatementsView } from './statements.view'

export const statements = ({ state }: StatementsView) => askPages(listStatements, { state })
