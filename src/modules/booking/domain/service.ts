import type { Id } from '../../../kernel/id.ts'
import type { Service } from '../../agreements/index.ts'
import type { Charge, Offering } from './offering.ts'

/** What the agreements have to divide: who delivers it where, with what, for how much. */
export const serviceOf = (
  { code, ownerId, durationMinutes }: Pick<Offering, 'code' | 'ownerId' | 'durationMinutes'>,
  hostId: Id<'institution'>,
  resources: Service['resources'],
  charges: readonly Charge[],
): Service => ({
  offeringCode: code,
  offererId: ownerId,
  hostId,
  minutes: durationMinutes,
  resources,
  charges: charges.map(({ category, amountFen }) => ({ category, amountFen: BigInt(amountFen) })),
})
