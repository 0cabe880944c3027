import { cancelVisit, listVisits } from '../../../client/operations'
import { askPages } from '../../../wire/query'

export const visits = (personId: string | undefined) => ({ ...askPages(listVisits, { personId, days: 366 }), refetchInterval: 10_000 })
export const steps = { cancelVisit }
export const afterChange = [[listVisits.id]]
