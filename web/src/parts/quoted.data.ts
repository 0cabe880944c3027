import { showQuote } from '../client/operations'
import { ask } from '../wire/query'

/** What a visit will cost; a look at a family member is written down, so it is not read again by time. */
export const quoteOf = (visitId: string) => ({ ...ask(showQuote, { visitId }), staleTime: 300_000 })
