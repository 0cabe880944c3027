import type { Id } from '../../../kernel/id.ts'
import { type Name, ok } from '../../../kernel/result.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Fact } from '../../people/index.ts'
import { refuse } from '../refusals.ts'

export const orderKindWords = {
  laboratory: { zh: '检验', en: 'laboratory' },
  imaging: { zh: '影像', en: 'imaging' },
  drug: { zh: '药品', en: 'drug' },
} as const
export type OrderKind = keyof typeof orderKindWords
export const orderKinds = Object.keys(orderKindWords) as [OrderKind, ...OrderKind[]]
/** The code system of what can be ordered. */
export const systemOf = { laboratory: 'lab', imaging: 'imaging', drug: 'drug' } as const satisfies Record<OrderKind, string>
export const urgencies = ['routine', 'urgent'] as const
export type Urgency = (typeof urgencies)[number]

export const orderStateWords = {
  draft: { zh: '待签', en: 'to sign' },
  requested: { zh: '已开单', en: 'requested' },
  accepted: { zh: '已接单', en: 'accepted' },
  collected: { zh: '已采样', en: 'collected' },
  completed: { zh: '已完成', en: 'completed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  rejected: { zh: '已退回', en: 'rejected' },
} as const
export type OrderState = keyof typeof orderStateWords
export const orderStates = Object.keys(orderStateWords) as [OrderState, ...OrderState[]]

/** How a drug is taken. */
export type Dosing = {
  readonly dose: number
  readonly unit: string
  readonly route: string
  readonly timesPerDay: number
  readonly days: number
}
export type Order = {
  readonly id: Id<'order'>
  readonly visitId: Id<'visit'>
  readonly personId: Id<'person'>
  readonly networkId: Id<'network'>
  readonly ordererId: Id<'institution'>
  readonly performerId: Id<'institution'>
  readonly kind: OrderKind
  readonly itemCode: string
  readonly item: Name
  readonly urgency: Urgency
  readonly dosing: Dosing | null
  readonly note: string | null
  readonly state: OrderState
  readonly allergyOverride: string | null
  readonly endReason: string | null
  readonly signedAt: Instant | null
  readonly dueAt: Instant | null
  readonly version: number
}

/** From which states a step leads to this one, and in which kinds. */
const leadsTo: Readonly<Record<Exclude<OrderState, 'draft'>, { from: readonly OrderState[]; only?: OrderKind }>> = {
  requested: { from: ['draft'] },
  accepted: { from: ['requested'] },
  collected: { from: ['accepted'], only: 'laboratory' },
  completed: { from: ['accepted', 'collected'] },
  cancelled: { from: ['requested', 'accepted'] },
  rejected: { from: ['requested', 'accepted', 'collected'] },
}
export type OrderStep = keyof typeof leadsTo

/** Where an order can go from here. A test is done on a specimen, so it is collected before it is completed. */
export const mayBecome = ({ kind, state }: Pick<Order, 'kind' | 'state'>, next: OrderStep): boolean => {
  const { from, only } = leadsTo[next]
  if (next === 'completed' && kind === 'laboratory' && state !== 'collected') return false
  return from.includes(state) && (only === undefined || only === kind)
}

/** Takes an order one step on; who saw an older state is told that it moved on. */
export function become(order: Order, next: OrderStep, version: number, endReason: string | null = null) {
  if (order.version !== version) return refuse('care.order-moved-on', { item: order.item })
  if (!mayBecome(order, next))
    return refuse('care.step-not-now', { item: order.item, state: orderStateWords[order.state], next: orderStateWords[next] })
  return ok<Order>({ ...order, state: next, endReason, version: version + 1 })
}

/** The name of the time limit of an order. */
export const limitOf = ({ kind, urgency }: Pick<Order, 'kind' | 'urgency'>): string => `${kind}-${urgency}`

/** A department's services: codes of the kind's system, or `*` for all. */
export const performs = (itemCodes: readonly string[], code: string): boolean => itemCodes.includes('*') || itemCodes.includes(code)

/** What the portrait learns of a signed drug order, or of its end. */
export function medicationOf(order: Order & { readonly dosing: Dosing }, signedAt: Instant, endedAt: Instant | null): Fact {
  const { id, personId, ordererId, itemCode, item, dosing } = order
  return {
    personId,
    institutionId: ordererId,
    kind: 'medication',
    status: endedAt === null ? 'active' : 'ended',
    code: { system: 'drug', code: itemCode },
    name: item,
    value: null,
    unit: null,
    low: null,
    high: null,
    flag: null,
    note: `${dosing.dose} ${dosing.unit} × ${dosing.timesPerDay}/d × ${dosing.days} d`,
    happenedAt: signedAt,
    endedAt,
    source: 'care.order',
    sourceId: id,
  }
}
