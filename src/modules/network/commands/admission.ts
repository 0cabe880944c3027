import { ok } from '../../../kernel/result.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { mayAdmit } from '../domain/party.ts'
import { refuse } from '../refusals.ts'
import { findNetwork } from '../store/party.ts'
import { findPartyName } from '../store/practice.ts'

export const admissionRefusals = ['network.network-unknown', 'network.not-its-operator'] as const

/** The network of a code, for its operator: nobody else lets parties in or out. */
export async function findOwnNetwork(work: Work, code: string) {
  const network = await findNetwork(work, code)
  if (!network) return refuse('network.network-unknown', { code })
  if (mayAdmit(work.actor, network.operatorId)) return ok(network)
  return refuse('network.not-its-operator', { code, operator: await findPartyName(work, network.operatorId) })
}
