import { tellAll } from '../../platform/live/index.ts'
import type { Work } from '../../platform/operation/index.ts'
import type { KeptBill } from './store/bill.ts'

/** What screens of billing follow: the charges of a visit, one bill, all bills of a collector, all bills of a person. */
export const checkoutTopic = 'billing.checkout'
export const billTopic = 'billing.bill'
export const deskTopic = 'billing.desk'
export const ownTopic = 'billing.own'

/** A bill has changed: whoever looks at it, at the visit or at a list with it is told. */
export const tellBill = (
  work: Work,
  { id, visitId, collectorId, personId }: Pick<KeptBill, 'id' | 'visitId' | 'collectorId' | 'personId'>,
) =>
  tellAll(work, [
    { topic: billTopic, id },
    { topic: checkoutTopic, id: visitId },
    { topic: deskTopic, id: collectorId },
    { topic: ownTopic, id: personId },
  ])
