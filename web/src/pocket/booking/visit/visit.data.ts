import { checkInVisit, listVisits, showAttendance } from '../../../client/operations'
import { ask } from '../../../wire/query'

/** Where one visit stands today. */
export const attendance = (visitId: string, personId: string | undefined) => ask(showAttendance, { visitId, personId })
export const steps = { checkInVisit }
export const afterChange = [[showAttendance.id], [listVisits.id]]
