import type { PlainDate } from '../../kernel/time.ts'
import type { Work } from '../operation/index.ts'
import { findTermsByCode } from './store.ts'
import type { Term } from './term.ts'

export type { Analyte, DrugDetail, LabDetail, ReferenceRange } from './detail.ts'
export { importTerms } from './import-terms.ts'
export { loadOwnTerms } from './load-own-terms.ts'
export { searchTerms } from './search-terms.ts'
export { readTermHeader, type TermRow, termColumns } from './sheet.ts'
export type { Term } from './term.ts'

/** The terms of these codes that may be used on a day, by code; what is missing is no term of the system then. */
export const findTerms = ({ db }: Work, system: string, codes: readonly string[], date: PlainDate): Promise<Map<string, Term>> =>
  findTermsByCode(db, system, codes, date)

/** The term of one code on a day. */
export const findTerm = async (work: Work, system: string, code: string, date: PlainDate): Promise<Term | undefined> =>
  (await findTerms(work, system, [code], date)).get(code)
