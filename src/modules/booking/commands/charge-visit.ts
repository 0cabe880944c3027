import type { Id } from '../../../kernel/id.ts'
import { dateIn, type Instant } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { categoryWords } from '../../agreements/index.ts'
import { chargeService, type PricedService } from '../../billing/index.ts'
import { findVisitService, type VisitService } from '../store/visit.ts'

/** A visit as it is charged, at the prices that were promised: one line for each part of its price. */
export function priceVisit(work: Work, { name, service, zone }: VisitService, at: Instant): PricedService {
  const { charges, names: _, ...delivered } = service
  return {
    serviceDate: dateIn(zone, at),
    at,
    name,
    service: delivered,
    charges: charges.map(({ category, amountFen }) => {
      const part = categoryWords[category]
      return {
        ...{ chargeId: work.newId<'charge'>(), category, system: 'service', quantity: 1, amountFen },
        itemCode: `${service.offeringCode}:${category}`,
        name: charges.length === 1 ? name : { zh: `${name.zh}（${part.zh}）`, en: `${name.en} (${part.en})` },
      }
    }),
  }
}

/** The doctor begins: the visit is a service from now on, and is charged once. */
export async function chargeVisit(work: Work, visitId: Id<'visit'>): Promise<void> {
  const visit = await findVisitService(work, visitId)
  if (!visit) return
  const { personId, networkId } = visit
  await chargeService(work, { ...priceVisit(work, visit, work.now), subject: { kind: 'visit', id: visitId }, visitId, personId, networkId })
}
