import { listCommitments, listVisits } from '../../../client/operations'
import { ask } from '../../../wire/query'

const lookMilliseconds = 10_000

export const mine = () => ask(listCommitments, { mine: true })
export const coming = () => ({ ...ask(listVisits, { days: 7 }), refetchInterval: lookMilliseconds })
