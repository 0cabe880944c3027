import { assert } from '../../../kernel/assert.ts'
import { sumOf } from '../../../kernel/money.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Proceeds } from '../domain/proceeds.ts'
import { findNet, insertProceeds } from '../store/proceeds.ts'
import { tellPeriod } from '../topics.ts'

/**
 * Remembers what was collected for a service, or given back, for the next settlement. Once per source: the same again changes nothing,
 * with another amount it is a bug of the caller. The actor is of the collector, or has network scope.
 */
export async function recordProceeds(work: Work, proceeds: Proceeds): Promise<void> {
  const { source, charges, payments } = proceeds
  const netFen = sumOf(charges.map((charge) => charge.netFen))
  for (const charge of charges) assert(charge.netFen === charge.listFen - charge.discountFen, `${source}: net is list minus discount`)
  assert(sumOf(payments.map(({ amountFen }) => amountFen)) === netFen, `${source}: the payments sum to the charges`)
  if (await insertProceeds(work, proceeds)) return tellPeriod(work, proceeds.networkId)
  assert((await findNet(work, source)) === netFen, `${source} is recorded again with the same amount`)
}
