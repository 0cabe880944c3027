import { listVisits } from '../../client/operations'
import { ask } from '../../wire/query'

export const coming = (personId: string | undefined) => ({ ...ask(listVisits, { personId, days: 366 }), refetchInterval: 15_000 })
