import { cancelVisit, listVisits } from '../../../client/operations'
import { askPages } from '../../../wire/query'

// What a family member looks at is written down: read again when told of a change, never by time.
export const visits = (personId: string | undefined) => ({ ...askPages(listVisits, { personId, days: 366 }), staleTime: 300_000 })
export const steps = { cancelVisit }
export const afterChange = [[listVisits.id]]
