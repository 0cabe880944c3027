import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { refuse } from '../refusals.ts'
import { findNetwork, insertMembership } from '../store.ts'

/** Makes a party a member from today on; without a network it is only known. */
export async function joinNetwork(work: Work, networkCode: string | undefined, partyId: string) {
  if (networkCode === undefined) return ok(null)
  const networkId = await findNetwork(work, networkCode)
  if (!networkId) return refuse('network.network-unknown', { code: networkCode })
  await insertMembership(work, networkId, partyId, dateIn(defaultZone, work.now))
  return ok(null)
}
