import { type ShowPortraitAnswer, showPortrait } from '../../../client/operations'
import { ask } from '../../../wire/query'

export type Portrait = ShowPortraitAnswer
export type KnownFact = Portrait['visits'][number]

// What a family member looks at is written down: read again when told of a change, never by time.
export const portrait = (personId: string) => ({ ...ask(showPortrait, { personId }), staleTime: 300_000 })
