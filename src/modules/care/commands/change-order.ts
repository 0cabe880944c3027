import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf, words } from '../../../platform/operation/schema.ts'
import { withdrawService } from '../../billing/index.ts'
import { closeCommitment } from '../../commitments/index.ts'
import { withdrawLines } from '../../integrity/index.ts'
import { hidePerson, recordFacts } from '../../people/index.ts'
import { quantityOf } from '../domain/claim-line.ts'
import { become, medicationOf, type Order, type OrderStep, orderStates } from '../domain/order.ts'
import { orderEnded } from '../events.ts'
import { saveOrder } from '../store/order.ts'
import { tellOrder } from '../topics.ts'
import { lockOwnOrder, type Side } from './own-order.ts'
import { orderClock } from './promised.ts'

const version = T.Integer({ minimum: 1 })
const input = T.Object({ orderId: idOf('order'), version })
const inputWithReason = T.Object({ orderId: idOf('order'), version, reason: T.String({ minLength: 2, maxLength: 200 }) })
const output = T.Object({ orderId: idOf('order'), state: words(orderStates, 'orderState'), version: T.Integer() })
const refusals = ['platform.not-found', 'care.order-moved-on', 'care.step-not-now'] as const
const answerOf = ({ id, state, version }: Order) => ok({ orderId: id, state, version })

/** Takes an order one step on, for the side that may. */
async function step(work: Work, side: Side, next: OrderStep, asked: { orderId: Id<'order'>; version: number; reason?: string }) {
  const found = await lockOwnOrder(work, asked.orderId, side)
  if (!found.ok) return found
  const taken = become(found.value, next, asked.version, asked.reason ?? null)
  if (!taken.ok) return taken
  await saveOrder(work, taken.value)
  await tellOrder(work, taken.value)
  return taken
}

/** An order that nobody performs: the clock, the drug and the reason to see the person end with it, and it no longer counts for the rules. */
async function end(work: Work, order: Order) {
  const { id, dosing, signedAt } = order
  await closeCommitment(work, orderClock, id, 'withdrawn')
  if (dosing) await recordFacts(work, [medicationOf({ ...order, dosing }, signedAt ?? work.now, work.now)])
  await withdrawService(work, { kind: 'order', id }, order.endReason ?? '')
  await withdrawLines(work, [{ lineId: id, quantity: quantityOf(order), amountFen: 0n }])
  await hidePerson(work, 'referral', id)
  await work.publish(orderEnded.of(id, { orderId: id }))
  return answerOf(order)
}

export const acceptOrder = defineCommand({
  name: 'care.accept-order',
  zh: '接单',
  en: 'Accept an order',
  permission: 'care.worklist.work',
  input,
  output,
  refusals,
  async run(work, asked) {
    const taken = await step(work, 'performerId', 'accepted', asked)
    return taken.ok ? answerOf(taken.value) : taken
  },
})

export const collectSpecimen = defineCommand({
  name: 'care.collect-specimen',
  zh: '登记采样',
  en: 'Collect the specimen',
  permission: 'care.worklist.work',
  input,
  output,
  refusals,
  async run(work, asked) {
    const taken = await step(work, 'performerId', 'collected', asked)
    return taken.ok ? answerOf(taken.value) : taken
  },
})

const network = 'the clock may have moved to the other institution, and the reason to see the person ends'

export const rejectOrder = defineCommand({
  name: 'care.reject-order',
  zh: '退回医嘱',
  en: 'Reject an order',
  permission: 'care.worklist.work',
  network,
  input: inputWithReason,
  output,
  refusals,
  async run(work, asked) {
    const taken = await step(work, 'performerId', 'rejected', asked)
    return taken.ok ? end(work, taken.value) : taken
  },
})

export const cancelOrder = defineCommand({
  name: 'care.cancel-order',
  zh: '取消医嘱',
  en: 'Cancel an order',
  permission: 'care.order.sign',
  network,
  input: inputWithReason,
  output,
  refusals,
  async run(work, asked) {
    const taken = await step(work, 'ordererId', 'cancelled', asked)
    return taken.ok ? end(work, taken.value) : taken
  },
})
