import { dateIn, defaultZone, type Instant } from '../../../kernel/time.ts'
import type { ClaimLine } from '../../integrity/index.ts'
import { type Order, systemOf } from './order.ts'

/** How much is ordered: of a drug the single doses, else one. */
export const quantityOf = ({ dosing }: Pick<Order, 'dosing'>): number => (dosing ? dosing.timesPerDay * dosing.days : 1)

/** An order as a line of a claim, signed at a moment; what it costs is another question. */
export const claimLineOf = (order: Order, at: Instant): Omit<ClaimLine, 'amountFen'> => ({
  lineId: order.id,
  system: systemOf[order.kind],
  code: order.itemCode,
  name: order.item,
  category: order.kind === 'drug' ? 'drug' : 'examination',
  quantity: quantityOf(order),
  at,
  date: dateIn(defaultZone, at),
})
