import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { watchPerson } from '../../../platform/grant/index.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, words } from '../../../platform/operation/schema.ts'
import { refuse } from '../../../platform/refusals.ts'
import { findAccountNames } from '../../../platform/session/index.ts'
import { type Analyte, findTerm, type LabDetail } from '../../../platform/terms/index.ts'
import { ageOn, findActiveFacts, sexes } from '../../people/index.ts'
import { isNoneKnown } from '../domain/allergy.ts'
import { mayBecome, type OrderStep, orderStates, systemOf } from '../domain/order.ts'
import { rangeFor } from '../domain/result.ts'
import { listCriticalValues } from '../store/critical-value.ts'
import { findCard, findInstitutionNames } from '../store/department.ts'
import { findOrder, listSteps } from '../store/order.ts'
import { findResults } from '../store/result.ts'
import { resultsTopic, worklistTopic } from '../topics.ts'
import { criticalView, orderView, viewOfCritical, viewOfOrder } from './views.ts'

const analyteView = T.Object({
  code: T.String(),
  name: bilingual,
  unit: T.String(),
  low: nullable(T.Number()),
  high: nullable(T.Number()),
})
const unnamed = { zh: '', en: '' }

/** One order for the two institutions that share it: whose it is, what to measure, what came of it, who did what. */
export const showOrder = defineQuery({
  name: 'care.show-order',
  zh: '医嘱详情',
  en: 'One order',
  permission: 'care.order.read',
  input: T.Object({ orderId: idOf('order') }),
  output: T.Object({
    live: liveView,
    order: orderView,
    orderer: bilingual,
    visitId: idOf('visit'),
    person: T.Object({ personId: idOf('person'), name: T.String(), sex: words(sexes, 'sex'), ageYears: T.Integer() }),
    allergies: T.Array(bilingual),
    /** What a test measures, with the ranges of this person; empty for anything else. */
    analytes: T.Array(analyteView),
    steps: T.Array(T.Object({ state: words(orderStates, 'orderState'), at: instant, by: bilingual, reason: nullable(T.String()) })),
    /** What the acting institution may do with it now. */
    next: T.Array(words(orderStates, 'orderState')),
    criticalValues: T.Array(criticalView),
  }),
  refusals: ['platform.not-found', 'platform.person-not-open', 'platform.role-not-held'],
  async run(work, { orderId }) {
    const { institutionId } = work.actor
    if (!institutionId) return refuse('platform.role-not-held')
    const order = await findOrder(work, orderId)
    const side = order?.performerId === institutionId ? 'performer' : order?.ordererId === institutionId ? 'orderer' : null
    if (!order || side === null) return refuse('platform.not-found')
    const live = await includes(work, side === 'performer' ? worklistTopic : resultsTopic, institutionId)
    const opened = await watchPerson(work, order.personId)
    const card = opened.ok ? await findCard(work, order.personId) : undefined
    if (!card) return refuse('platform.person-not-open')
    const patient = { sex: card.sex, ageYears: ageOn(card.birthDate, dateIn(defaultZone, work.now)) }
    const steps = await listSteps(work, orderId)
    const people = await findAccountNames(
      work,
      steps.map(({ accountId }) => accountId),
    )
    const names = await findInstitutionNames(work, [order.performerId, order.ordererId])
    const allergies = (await findActiveFacts(work, order.personId, 'allergy')).filter((fact) => !isNoneKnown(fact))
    const term = await findTerm(work, systemOf[order.kind], order.itemCode, dateIn(defaultZone, order.signedAt ?? work.now))
    const analytes: readonly Analyte[] = order.kind === 'laboratory' ? ((term?.detail as LabDetail | undefined)?.analytes ?? []) : []
    return ok({
      live,
      order: viewOfOrder(order, names, (await findResults(work, [orderId])).get(orderId)),
      orderer: names.get(order.ordererId) ?? unnamed,
      visitId: order.visitId,
      person: { personId: order.personId, name: card.name, ...patient },
      allergies: allergies.map(({ name }) => ({ zh: name.zh ?? name.en ?? '', en: name.en ?? name.zh ?? '' })),
      analytes: analytes.map(({ code, name, unit, ranges }) => {
        const range = rangeFor(ranges, patient)
        return { code, name, unit, low: range?.low ?? null, high: range?.high ?? null }
      }),
      steps: steps.map(({ state, at, accountId, reason }) => ({ state, at, by: people.get(accountId) ?? unnamed, reason })),
      next: stepsOf[side].filter((next) => mayBecome(order, next)),
      criticalValues: (await listCriticalValues(work, orderId)).map(viewOfCritical),
    })
  },
})

const stepsOf: Readonly<Record<'performer' | 'orderer', readonly OrderStep[]>> = {
  performer: ['accepted', 'collected', 'completed', 'rejected'],
  orderer: ['cancelled'],
}
