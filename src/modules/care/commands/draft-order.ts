import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf, nullable, words } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { type DrugDetail, findTerm } from '../../../platform/terms/index.ts'
import { type Dosing, type Order, orderKinds, systemOf, urgencies } from '../domain/order.ts'
import { refuse } from '../refusals.ts'
import { deleteDraft, insertDraft, lockOrder } from '../store/order.ts'
import { tellVisit } from '../topics.ts'
import { attendedVisit } from './attended-visit.ts'
import { mayPerform } from './may-perform.ts'

const permission = 'care.order.sign'

/** How a drug is taken, as it is written and shown. */
export const dosingView = T.Object({
  dose: T.Number({ exclusiveMinimum: 0, maximum: 100_000 }),
  unit: T.String({ minLength: 1, maxLength: 20 }),
  route: T.String({ minLength: 1, maxLength: 40 }),
  timesPerDay: T.Integer({ minimum: 1, maximum: 24 }),
  days: T.Integer({ minimum: 1, maximum: 180 }),
})

/** Puts an item into the basket of a visit; nobody else sees it before it is signed. */
export const draftOrder = defineCommand({
  name: 'care.draft-order',
  zh: '加入医嘱篮',
  en: 'Put an order into the basket',
  permission,
  input: T.Object({
    visitId: idOf('visit'),
    kind: words(orderKinds, 'orderKind'),
    itemCode: T.String({ maxLength: 64 }),
    performerId: idOf('institution'),
    urgency: words(urgencies, 'urgency'),
    dosing: T.Optional(dosingView),
    note: T.Optional(nullable(T.String({ maxLength: 500 }))),
  }),
  output: T.Object({ orderId: idOf('order'), version: T.Integer() }),
  refusals: [
    'platform.not-found',
    'care.item-unknown',
    'care.dosing-missing',
    'care.dosing-not-here',
    'care.route-unusual',
    'care.department-not-offering',
    'care.department-not-member',
  ],
  async run(work, { visitId, kind, itemCode, performerId, urgency, dosing, note }) {
    const visit = await attendedVisit(work, visitId)
    if (!visit.ok) return visit
    const { personId, networkId, institutionId } = visit.value
    const term = await findTerm(work, systemOf[kind], itemCode, dateIn(defaultZone, work.now))
    if (!term) return refuse('care.item-unknown', { code: itemCode })
    const dosed = checkDosing(kind === 'drug' ? { name: term.name, ...(term.detail as DrugDetail) } : null, dosing)
    if (!dosed.ok) return dosed
    const order: Order = {
      id: work.newId(),
      visitId,
      personId,
      networkId,
      ordererId: institutionId,
      performerId,
      kind,
      itemCode,
      item: term.name,
      urgency,
      dosing: dosing ?? null,
      note: note?.trim() || null,
      state: 'draft',
      allergyOverride: null,
      endReason: null,
      signedAt: null,
      dueAt: null,
      version: 1,
    }
    const performed = await mayPerform(work, order)
    if (!performed.ok) return performed
    await insertDraft(work, order)
    await tellVisit(work, visitId)
    return ok({ orderId: order.id, version: order.version })
  },
})

/** A drug is given in one of its ways and in its unit; anything else has no dosing. */
function checkDosing(drug: (DrugDetail & { name: Order['item'] }) | null, dosing: Dosing | undefined) {
  if (!drug) return dosing ? refuse('care.dosing-not-here') : ok(null)
  if (!dosing || dosing.unit !== drug.doseUnit) return refuse('care.dosing-missing')
  return drug.routes.includes(dosing.route) ? ok(null) : refuse('care.route-unusual', { drug: drug.name, routes: drug.routes.join(', ') })
}

/** Takes an item out of the basket again. */
export const dropDraft = defineCommand({
  name: 'care.drop-draft',
  zh: '从医嘱篮移除',
  en: 'Take an order out of the basket',
  permission,
  input: T.Object({ orderId: idOf('order') }),
  output: T.Object({ orderId: idOf('order') }),
  refusals: ['platform.not-found'],
  async run(work, { orderId }) {
    const order = await lockOrder(work, orderId)
    if (order?.state !== 'draft' || order.ordererId !== work.actor.institutionId) return refusePlatform('platform.not-found')
    await deleteDraft(work, orderId)
    await tellVisit(work, order.visitId)
    return ok({ orderId })
  },
})
