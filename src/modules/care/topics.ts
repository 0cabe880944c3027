import type { Id } from '../../kernel/id.ts'
import { tell } from '../../platform/live/index.ts'
import type { Work } from '../../platform/operation/index.ts'
import type { Order } from './domain/order.ts'

/** What screens of care follow: the orders of a department, the results of an institution, one visit. */
export const worklistTopic = 'care.worklist'
export const resultsTopic = 'care.results'
export const consultationTopic = 'care.consultation'

/** An order has changed: the department, the visit, and the institution that waits for it are told. */
export async function tellOrder(
  work: Work,
  { visitId, performerId, ordererId }: Pick<Order, 'visitId' | 'performerId' | 'ordererId'>,
): Promise<void> {
  await tell(work, worklistTopic, performerId)
  await tell(work, consultationTopic, visitId)
  await tell(work, resultsTopic, ordererId)
}

export const tellVisit = (work: Work, visitId: Id<'visit'>): Promise<void> => tell(work, consultationTopic, visitId)
