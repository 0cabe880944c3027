import { listCommitments, listVisits } from '../../../client/operations'
import { ask } from '../../../wire/query'

const lookMilliseconds = 10_000

export const commitments = () => ({ ...ask(listCommitments, {}), refetchInterval: lookMilliseconds })
export const coming = () => ({ ...ask(listVisits, { days: 7 }), refetchInterval: lookMilliseconds })
