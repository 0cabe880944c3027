import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone, plus } from '../../../kernel/time.ts'
import { openPerson } from '../../../platform/grant/index.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { type DrugDetail, findTerms } from '../../../platform/terms/index.ts'
import { promise } from '../../commitments/index.ts'
import { answerReview, recordReview, reviewClaim } from '../../integrity/index.ts'
import { findActiveFacts, recordFacts, showPerson } from '../../people/index.ts'
import { allergyAgainst, type KnownAllergy } from '../domain/allergy.ts'
import { become, limitOf, medicationOf, type Order } from '../domain/order.ts'
import { ordersSigned } from '../events.ts'
import { refuse } from '../refusals.ts'
import { findLimits } from '../store/department.ts'
import { lockOrders, saveOrder } from '../store/order.ts'
import { tellOrder } from '../topics.ts'
import { attendedVisit } from './attended-visit.ts'
import { basketClaim } from './basket-claim.ts'
import { chargeOrder, type PricedOrder, priceOrders } from './charge-orders.ts'
import { mayPerform } from './may-perform.ts'
import { minutesOf, orderClock, visibleDaysAfter } from './promised.ts'

/**
 * Signs what is named of the basket: all of it or nothing. The review rules let it pass, or were answered. Each department may see the
 * person, has it on its list, and owes it from now on.
 */
export const signOrders = defineCommand({
  name: 'care.sign-orders',
  zh: '签署医嘱',
  en: 'Sign orders',
  permission: 'care.order.sign',
  network: 'a signed order opens the person to the department that performs it, which owes it from then on',
  input: T.Object({
    visitId: idOf('visit'),
    orders: T.Array(
      T.Object({
        orderId: idOf('order'),
        version: T.Integer({ minimum: 1 }),
        /** Why this drug, against an allergy that is known. */
        allergyOverride: T.Optional(T.String({ minLength: 2, maxLength: 200 })),
        /** Why it is right all the same, by the rule that found something. */
        answers: T.Optional(
          T.Array(T.Object({ ruleCode: T.String({ maxLength: 20 }), reason: T.String({ minLength: 2, maxLength: 200 }) }), {
            maxItems: 20,
          }),
        ),
      }),
      { maxItems: 50 },
    ),
  }),
  output: T.Object({ orderIds: T.Array(idOf('order')) }),
  refusals: [
    'platform.not-found',
    'platform.person-not-open',
    'care.visit-not-begun',
    'care.basket-empty',
    'care.order-moved-on',
    'care.step-not-now',
    'care.allergy-against',
    'care.department-not-offering',
    'care.department-not-member',
    'billing.price-missing',
    'integrity.line-stopped',
    'integrity.override-not-permitted',
    'integrity.reason-missing',
  ],
  async run(work, { visitId, orders: asked }) {
    const visit = await attendedVisit(work, visitId)
    if (!visit.ok) return visit
    const { personId, institutionId, startedAt } = visit.value
    const opened = await openPerson(work, personId)
    if (!opened.ok) return opened
    if (startedAt === null) return refuse('care.visit-not-begun')
    if (asked.length === 0) return refuse('care.basket-empty')
    const known = await lockOrders(
      work,
      asked.map(({ orderId }) => orderId),
    )
    const allergies = await findActiveFacts(work, personId, 'allergy')
    const signed: Order[] = []
    for (const { orderId, version, allergyOverride = null } of asked) {
      const order = known.find(({ id }) => id === orderId)
      if (!order || order.visitId !== visitId || order.ordererId !== institutionId) return refusePlatform('platform.not-found')
      const next = become(order, 'requested', version)
      if (!next.ok) return next
      const performed = await mayPerform(work, order)
      if (!performed.ok) return performed
      const against = order.kind === 'drug' ? await whatSpeaksAgainst(work, order, allergies) : undefined
      if (against && allergyOverride === null)
        return refuse('care.allergy-against', { drug: order.item, allergy: { zh: against.name.zh ?? '', en: against.name.en ?? '' } })
      signed.push({ ...next.value, allergyOverride: against ? allergyOverride : null })
    }
    const priced = await priceOrders(work, signed)
    if (!priced.ok) return priced
    const review = await reviewClaim(work, 'order', await basketClaim(work, visit.value, signed))
    const answers = asked.flatMap(({ orderId, answers = [] }) => answers.map((answer) => ({ lineId: orderId, ...answer })))
    const answered = answerReview(work, review, answers)
    if (!answered.ok) return answered
    await recordReview(work, answered.value)
    await request(work, priced.value)
    await work.publish(ordersSigned.of(visitId, { visitId, orderIds: signed.map(({ id }) => id) }))
    return ok({ orderIds: signed.map(({ id }) => id) })
  },
})

/** The allergy that speaks against a drug, if there is one. */
async function whatSpeaksAgainst(work: Work, { itemCode, item }: Order, allergies: readonly KnownAllergy[]) {
  const date = dateIn(defaultZone, work.now)
  const detail = (await findTerms(work, 'drug', [itemCode], date)).get(itemCode)?.detail as DrugDetail | undefined
  const substances = [...(await findTerms(work, 'substance', detail?.substances ?? [], date)).values()]
  const found = allergyAgainst({ code: itemCode, name: item, substances }, allergies)
  return found && { name: { zh: found.name.zh ?? found.name.en, en: found.name.en ?? found.name.zh } }
}

async function request(work: Work, orders: readonly PricedOrder[]): Promise<void> {
  const limits = await findLimits(work, dateIn(defaultZone, work.now))
  for (const { order: signed, priced } of orders) {
    const dueAt = plus(work.now, { minutes: minutesOf(limits, limitOf(signed)) })
    const order = { ...signed, signedAt: work.now, dueAt }
    const { id, personId, performerId, ordererId, item, dosing } = order
    await saveOrder(work, order)
    await chargeOrder(work, { order, priced })
    const institutionIds: Id<'institution'>[] = [performerId]
    await showPerson(work, { personId, institutionIds, reason: 'referral', subjectId: id, until: plus(dueAt, { days: visibleDaysAfter }) })
    await promise(work, {
      kind: orderClock,
      subjectId: id,
      owner: performerId,
      escalatesTo: ordererId,
      person: personId,
      dueAt,
      role: 'technician',
      label: item,
    })
    if (dosing) await recordFacts(work, [medicationOf({ ...order, dosing }, work.now, null)])
    await tellOrder(work, order)
  }
}
