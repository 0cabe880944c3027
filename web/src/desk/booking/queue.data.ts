import {
  callVisit,
  checkInVisit,
  finishVisit,
  type ListQueueAnswer,
  listDay,
  listQueue,
  listSiteDay,
  listSites,
  missVisit,
  recallVisit,
  returnVisit,
  startVisit,
  undoCall,
} from '../../client/operations'
import { ask } from '../../wire/query'

export type QueuedVisit = ListQueueAnswer['lanes'][number]['rows'][number]

export const sites = () => ask(listSites, {})
export const checkIn = checkInVisit
/** The steps that need nothing but the visit. */
export const steps = {
  call: callVisit,
  recall: recallVisit,
  'undo-call': undoCall,
  miss: missVisit,
  return: returnVisit,
  start: startVisit,
  finish: finishVisit,
} as const
export type PlainStep = keyof typeof steps
export const afterStep = [[listQueue.id], [listDay.id], [listSiteDay.id]]
