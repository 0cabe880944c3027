import { readTexts } from '../../../wire/view'

/** The address of a statement: the line that is looked at. */
export type StatementView = { line?: string | undefined }

export const parseStatementView = (search: Record<string, unknown>): StatementView =>
  readTexts(search, ['line'], (_, text) => /^[0-9a-f-]{36}$/.test(text))
