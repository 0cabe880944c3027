import { type ListMyResultsAnswer, listMyResults } from '../../../client/operations'
import { askPages } from '../../../wire/query'

export type MyResult = ListMyResultsAnswer['items'][number]

// What a family member looks at is written down: read again when told of a change, never by time.
export const results = (personId: string | undefined) => ({ ...askPages(listMyResults, { personId }), staleTime: 300_000 })
