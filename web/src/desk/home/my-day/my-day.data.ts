import { listCommitments, listVisits } from '../../../client/operations'
import { ask } from '../../../wire/query'

export const mine = () => ask(listCommitments, { mine: true })
export const coming = () => ask(listVisits, { days: 7 })
