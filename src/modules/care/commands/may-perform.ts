import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { findMemberships, membersOn } from '../../network/index.ts'
import { type Order, performs } from '../domain/order.ts'
import { refuse } from '../refusals.ts'
import { listServices } from '../store/department.ts'

/** Whether the department performs this item, and is in the network of the visit today. */
export async function mayPerform(work: Work, { kind, itemCode, item, performerId, networkId }: Order) {
  const services = await listServices(work, kind)
  const service = services.find(({ institutionId }) => institutionId === performerId)
  if (!service || !performs(service.itemCodes, itemCode)) return refuse('care.department-not-offering', { item })
  const members = membersOn(await findMemberships(work, networkId), dateIn(defaultZone, work.now))
  return members.has(performerId) ? ok(null) : refuse('care.department-not-member', { item })
}
