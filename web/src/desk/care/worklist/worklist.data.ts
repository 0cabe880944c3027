import {
  acceptOrder,
  collectSpecimen,
  enterResult,
  listWorklist,
  rejectOrder,
  reportCriticalValue,
  showOrder,
  verifyResult,
} from '../../../client/operations'
import { ask, askPages } from '../../../wire/query'

export const worklist = (shows: 'open' | 'done') => askPages(listWorklist, { shows })
export const order = (orderId: string) => ask(showOrder, { orderId })
export const steps = { acceptOrder, collectSpecimen, rejectOrder, enterResult, verifyResult, reportCriticalValue }
export const afterChange = [[listWorklist.id], [showOrder.id]]
