import { cancelVisit, findVisit, listVisits } from '../../../client/operations'
import { ask, askPages } from '../../../wire/query'

export const visits = (from: string | undefined) => askPages(listVisits, { from })
export const visit = (visitId: string) => ask(findVisit, { visitId })
export const steps = { cancelVisit }
export const afterChange = [[listVisits.id], [findVisit.id]]
