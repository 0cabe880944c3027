import type { Work } from '../../platform/operation/index.ts'
import { findSupervised } from '../network/index.ts'
import { leading, type Reach, reachOf } from './domain/reach.ts'
import type { NetworkRow } from './store/place.ts'

/** How far the actor sees into a network. The caller has network scope and shows nothing else. */
export async function findReach(work: Work, { id, operatorId }: NetworkRow): Promise<Reach> {
  const { institutionId, permissions } = work.actor
  const isSuperior = institutionId !== null && institutionId !== operatorId && permissions.has(leading)
  return reachOf(work.actor, operatorId, isSuperior ? await findSupervised(work, id, institutionId, 'quality') : [])
}
