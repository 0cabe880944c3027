import { searchTerms } from '../../client/operations'
import { ask } from '../../wire/query'

/** Codes of a system that fit a text; a list does not change while it is looked at. */
export const terms = (system: string, text: string) => ({ ...ask(searchTerms, { system, text }), staleTime: 300_000 })
