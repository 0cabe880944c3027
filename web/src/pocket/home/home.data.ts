import { listVisits } from '../../client/operations'
import { ask } from '../../wire/query'

export const coming = () => ({ ...ask(listVisits, { days: 366 }), refetchInterval: 15_000 })
