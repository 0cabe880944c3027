import {
  listClaims,
  listCommitments,
  listDay,
  listParkedDeliveries,
  listSiteDay,
  listWorklist,
  openPerson,
  previewSettlement,
  retryDelivery,
  showAttendance,
} from '../../../client/operations'
import { ask, askPages } from '../../../wire/query'

export const mine = () => ask(listCommitments, { mine: true })
export const ours = () => ask(listCommitments, {})
export const ownDay = () => askPages(listDay, {})
export const siteDay = (siteId: string) => askPages(listSiteDay, { siteId })
export const worklist = () => askPages(listWorklist, { shows: 'open' })
export const claims = () => askPages(listClaims, { filter: 'open' })
export const settlement = () => ask(previewSettlement, {})
export const parked = () => ask(listParkedDeliveries, {})
export const attendance = (visitId: string) => ask(showAttendance, { visitId })
export const person = (personId: string) => ask(openPerson, { personId })
export const retry = retryDelivery
export const afterRetry = [[listParkedDeliveries.id]]
