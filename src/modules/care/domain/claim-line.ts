import { dateIn, defaultZone, type Instant } from '../../../kernel/time.ts'
import type { ClaimLine } from '../../integrity/index.ts'
import type { Order, OrderKind } from './order.ts'

const systems: Readonly<Record<OrderKind, ClaimLine['system']>> = { laboratory: 'lab', imaging: 'imaging', drug: 'drug' }

/** How much is ordered: of a drug the single doses, else one. */
export const quantityOf = ({ dosing }: Pick<Order, 'dosing'>): number => (dosing ? dosing.timesPerDay * dosing.days : 1)

/** An order as a line of a claim, signed at a moment. */
export const claimLineOf = (order: Order, at: Instant): ClaimLine => ({
  lineId: order.id,
  system: systems[order.kind],
  code: order.itemCode,
  name: order.item,
  category: order.kind === 'drug' ? 'drug' : 'examination',
  quantity: quantityOf(order),
  amountFen: null,
  at,
  date: dateIn(defaultZone, at),
})
