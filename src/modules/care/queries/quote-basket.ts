import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { quote, quoteView } from '../../billing/index.ts'
import { attendedVisit } from '../commands/attended-visit.ts'
import { findOrderPrices } from '../commands/charge-orders.ts'
import { listOrdersOfVisit } from '../store/order.ts'
import { consultationTopic } from '../topics.ts'

/** What signing the basket of a visit adds: list price, discount, payer, patient; what has no price is named. */
export const quoteBasket = defineQuery({
  name: 'care.quote-basket',
  zh: '医嘱篮报价',
  en: 'Quote of a basket',
  permission: 'care.order.sign',
  network: 'the cover of the person and what other institutions have charged for the visit decide who pays',
  input: T.Object({
    visitId: idOf('visit'),
    /** Ids of the orders that would be signed, by commas; absent: the whole basket. */
    orders: T.Optional(T.String({ maxLength: 2000, pattern: '^[0-9a-f,-]*$' })),
  }),
  output: T.Object({
    live: liveView,
    quote: quoteView,
    /** Of each draft, fen at list price; null: it has no price at who performs it. */
    prices: T.Array(T.Object({ orderId: idOf('order'), amountFen: T.Union([T.Integer(), T.Null()]) })),
  }),
  refusals: ['platform.not-found'],
  async run(work, { visitId, orders }) {
    const live = await includes(work, consultationTopic, visitId)
    const visit = await attendedVisit(work, visitId)
    if (!visit.ok) return visit
    const { networkId, personId, institutionId } = visit.value
    const drafts = (await listOrdersOfVisit(work, visitId)).filter((order) => order.state === 'draft' && order.ordererId === institutionId)
    const priced = await findOrderPrices(work, drafts)
    const chosen = orders === undefined ? null : new Set(orders.split(','))
    const services = priced.flatMap((one) => (one.priced && (chosen === null || chosen.has(one.order.id)) ? [one.priced] : []))
    return ok({
      live,
      quote: await quote(work, { networkId, personId, visitId, services }),
      prices: priced.map((one) => ({
        orderId: one.order.id,
        amountFen: one.priced ? Number(one.priced.charges[0]?.amountFen ?? 0n) : null,
      })),
    })
  },
})
