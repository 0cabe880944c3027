import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { dateIn, defaultZone, type Instant, type PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { chargeService, findPrices, itemKey, type PricedService, refusePriceMissing, type SystemCode } from '../../billing/index.ts'
import { quantityOf } from '../domain/claim-line.ts'
import { type Order, systemOf } from '../domain/order.ts'
import { findInstitutionNames } from '../store/department.ts'

export type PricedOrder = { readonly order: Order; readonly priced: PricedService }

/** Each order with what it costs at who performs it today; null: it has no price there. */
export async function findOrderPrices(work: Work, orders: readonly Order[]): Promise<{ order: Order; priced: PricedService | null }[]> {
  const date = dateIn(defaultZone, work.now)
  const byPerformer = new Map<Id<'institution'>, Awaited<ReturnType<typeof findPrices>>>()
  for (const performerId of new Set(orders.map((order) => order.performerId))) {
    const items = orders.filter((order) => order.performerId === performerId).map(itemOf)
    byPerformer.set(performerId, await findPrices(work, performerId, items, date))
  }
  return orders.map((order) => {
    const price = byPerformer.get(order.performerId)?.get(itemKey(itemOf(order)))
    return { order, priced: price ? priceOrder(order, price, work.now, date) : null }
  })
}

/** The same where every order has a price; the first that has none refuses. */
export async function priceOrders(work: Work, orders: readonly Order[]): Promise<Result<readonly PricedOrder[], 'billing.price-missing'>> {
  const found: PricedOrder[] = []
  for (const { order, priced } of await findOrderPrices(work, orders)) {
    if (!priced) {
      const names = await findInstitutionNames(work, [order.performerId])
      return refusePriceMissing(order.item, names.get(order.performerId) ?? { zh: '', en: '' })
    }
    found.push({ order, priced })
  }
  return ok(found)
}

const itemOf = ({ kind, itemCode }: Order): SystemCode => ({ system: systemOf[kind], code: itemCode })

type Price = { readonly amountFen: bigint; readonly category: PricedService['charges'][number]['category'] }

/** One charge: a test or a study once, a drug by its single doses. */
function priceOrder(
  { id, kind, itemCode, item, performerId, dosing }: Order,
  price: Price,
  at: Instant,
  serviceDate: PlainDate,
): PricedService {
  const quantity = quantityOf({ dosing })
  const charge = {
    ...{ chargeId: id as unknown as Id<'charge'>, name: item, category: price.category },
    ...{ system: systemOf[kind], itemCode, quantity, amountFen: price.amountFen * BigInt(quantity) },
  }
  const service = { offeringCode: `order:${kind}`, hostId: performerId, offererId: performerId, minutes: 0, resources: [] }
  return { serviceDate, at, name: item, service, charges: [charge] }
}

/** A signed order is a service from now on. */
export const chargeOrder = (work: Work, { order, priced }: PricedOrder): Promise<void> => {
  const { id, visitId, personId, networkId } = order
  return chargeService(work, { ...priced, subject: { kind: 'order', id }, visitId, personId, networkId })
}
