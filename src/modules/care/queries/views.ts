import { Type as T } from 'typebox'
import { bilingual, idOf, instant, nullable, words } from '../../../platform/operation/schema.ts'
import { dosingView } from '../commands/draft-order.ts'
import { type CriticalValue, callWays, criticalStates } from '../domain/critical-value.ts'
import { type Order, orderKinds, orderStates, urgencies } from '../domain/order.ts'
import { resultFlags } from '../domain/result.ts'
import type { Result } from '../store/result.ts'

const kind = words(orderKinds, 'orderKind')

export const labValueView = T.Object({
  code: T.String(),
  name: bilingual,
  value: T.Number(),
  unit: T.String(),
  low: nullable(T.Number()),
  high: nullable(T.Number()),
  flag: nullable(words(resultFlags, 'resultFlag')),
})
/** What came of an order; the fields of its kind are there, the others null. */
export const resultView = T.Object({
  values: nullable(T.Array(labValueView)),
  finding: nullable(T.String()),
  impression: nullable(T.String()),
  dispensed: nullable(T.Object({ quantity: T.Number(), unit: T.String(), batch: T.String() })),
})

export function viewOfContent(content: Result['content']): T.Static<typeof resultView> {
  const nothing = { values: null, finding: null, impression: null, dispensed: null }
  if (content.kind === 'laboratory') return { ...nothing, values: [...content.values] }
  if (content.kind === 'imaging') return { ...nothing, finding: content.finding, impression: content.impression }
  const { quantity, unit, batch } = content
  return { ...nothing, dispensed: { quantity, unit, batch } }
}

export const criticalView = T.Object({
  id: idOf('critical-value'),
  orderId: idOf('order'),
  name: bilingual,
  unit: T.String(),
  state: words(criticalStates, 'criticalState'),
  told: nullable(T.String()),
  toldBy: nullable(words(callWays, 'callWay')),
  reportedAt: nullable(instant),
  wrongReadBacks: T.Integer(),
  readBackAt: nullable(instant),
  handling: nullable(T.String()),
  handledAt: nullable(instant),
})

export const viewOfCritical = ({
  id,
  orderId,
  name,
  unit,
  state,
  told,
  toldBy,
  reportedAt,
  wrongReadBacks,
  readBackAt,
  handling,
  handledAt,
}: CriticalValue): T.Static<typeof criticalView> => ({
  id,
  orderId,
  name,
  unit,
  state,
  told,
  toldBy,
  reportedAt,
  wrongReadBacks,
  readBackAt,
  handling,
  handledAt,
})

export const orderView = T.Object({
  orderId: idOf('order'),
  kind,
  itemCode: T.String(),
  item: bilingual,
  performer: bilingual,
  urgency: words(urgencies, 'urgency'),
  dosing: nullable(dosingView),
  note: nullable(T.String()),
  state: words(orderStates, 'orderState'),
  allergyOverride: nullable(T.String()),
  endReason: nullable(T.String()),
  signedAt: nullable(instant),
  dueAt: nullable(instant),
  version: T.Integer(),
  /** Once it is released; its department sees it before. */
  result: nullable(T.Object({ ...resultView.properties, critical: T.Boolean(), releasedAt: nullable(instant), readAt: nullable(instant) })),
})

type Names = ReadonlyMap<string, T.Static<typeof bilingual>>

export function viewOfOrder(order: Order, names: Names, result: Result | undefined): T.Static<typeof orderView> {
  const { id, kind, itemCode, item, performerId, urgency, dosing, note, state, allergyOverride, endReason, signedAt, dueAt, version } =
    order
  return {
    orderId: id,
    kind,
    itemCode,
    item,
    performer: names.get(performerId) ?? { zh: '', en: '' },
    urgency,
    dosing,
    note,
    state,
    allergyOverride,
    endReason,
    signedAt,
    dueAt,
    version,
    result: result
      ? { ...viewOfContent(result.content), critical: result.critical, releasedAt: result.releasedAt, readAt: result.readAt }
      : null,
  }
}

export { kind as orderKind }
