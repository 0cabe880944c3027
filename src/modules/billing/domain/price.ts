import type { Name } from '../../../kernel/result.ts'
import { refuse } from '../refusals.ts'

/** Nothing is ordered of somebody who has not said what it costs. */
export const refusePriceMissing = (item: Name, performer: Name) => refuse('billing.price-missing', { item, performer })
