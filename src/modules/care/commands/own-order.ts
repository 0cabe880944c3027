import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import type { Order } from '../domain/order.ts'
import { lockOrder } from '../store/order.ts'

/** On which side of an order an institution stands. */
export type Side = 'ordererId' | 'performerId'

/** The order, locked, if the acting institution is on this side of it; a draft is nobody else's. */
export async function lockOwnOrder(work: Work, orderId: Id<'order'>, side: Side): Promise<Result<Order, 'platform.not-found'>> {
  const order = await lockOrder(work, orderId)
  const own = order && order.state !== 'draft' && order[side] === work.actor.institutionId
  return own ? ok(order) : refusePlatform('platform.not-found')
}
