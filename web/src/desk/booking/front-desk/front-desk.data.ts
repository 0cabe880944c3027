import {
  admitWalkIn,
  callNext,
  findDays,
  type ListQueueAnswer,
  listOfferings,
  listQueue,
  listSiteDay,
  reassignVisit,
} from '../../../client/operations'
import { ask, askPages } from '../../../wire/query'

export type Queue = ListQueueAnswer
export type Lane = Queue['lanes'][number]

export const queue = (siteId: string) => ask(listQueue, { siteId })
export const coming = (siteId: string, text: string) => askPages(listSiteDay, { siteId, text, booked: true })
export const offerings = () => ask(listOfferings, {})
/** Who does an offering at a site. */
export const expertsOf = (offeringId: string, siteId: string) => ask(findDays, { offeringId, siteId })
export const verbs = { callNext, admitWalkIn, reassignVisit }
