import { type ListFactsAnswer, listFacts, type ShowPortraitAnswer, showPortrait } from '../../../client/operations'
import { useLive, useLivePages } from '../../../wire/live'
import { ask, askPages } from '../../../wire/query'

export type Portrait = ShowPortraitAnswer
export type KnownFact = ListFactsAnswer['items'][number]
export type Series = Portrait['measurements'][number]
export type TimelineFilter = { readonly kind?: KnownFact['kind'] | undefined; readonly institution?: string | undefined }

// Every read of these is a look at the person and is written down: they are read again when told of a change, never by time.
const longMilliseconds = 300_000
const told = { net: false }

/** Who a person is over all institutions; asked once for all parts on the screen that show some of it. */
export const usePortrait = (personId: string) => useLive({ ...ask(showPortrait, { personId }), staleTime: longMilliseconds }, told)

/** The facts of a person, page by page. */
export const useFacts = (personId: string, { kind, institution }: TimelineFilter) =>
  useLivePages({ ...askPages(listFacts, { personId, kind, institutionId: institution }), staleTime: longMilliseconds }, told)
