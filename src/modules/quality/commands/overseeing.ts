import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { EscalationStep } from '../../commitments/index.ts'
import { findMemberships, findOperator, findSuperior, findSupervised } from '../../network/index.ts'

type Institution = Id<'institution'>

/** Why commands of the loop look beyond the acting institution: each of them checks what the actor is to the row. */
export const network = 'what is found at one institution is owed by it, looked at by another and followed by those above'

/** Who looks after an institution in the line quality, one above the other; the operator of the network is the last. */
export async function findSuperiors(work: Work, networkId: Id<'network'>, institutionId: Institution): Promise<Institution[]> {
  const chain: Institution[] = []
  for (let next: Institution | null = institutionId; next !== null; ) {
    const superior: Institution | null = await findSuperior(work, networkId, next, 'quality')
    next = superior === null || chain.includes(superior) ? null : superior
    if (next) chain.push(next)
  }
  return chain
}

/** All whom the actor's institution looks after in the line quality: of the operator all members; of the system everybody (null). */
export async function findLookedAfter(work: Work, networkId: Id<'network'>): Promise<ReadonlySet<Institution> | null> {
  const { kind, institutionId } = work.actor
  if (kind === 'system') return null
  if (institutionId === null) return new Set()
  if ((await findOperator(work, networkId)) !== institutionId)
    return new Set(await findSupervised(work, networkId, institutionId, 'quality'))
  return new Set((await findMemberships(work, networkId)).map(({ partyId }) => partyId as Institution))
}

/** Members of a network that have not left it by a day; who joins later is meant too: what it has to keep, it may read before. */
export async function findMembers(work: Work, networkId: Id<'network'>, day: PlainDate): Promise<ReadonlySet<Institution>> {
  const staying = (await findMemberships(work, networkId)).filter(({ validUntil }) => validUntil === null || validUntil >= day)
  return new Set(staying.map(({ partyId }) => partyId as Institution))
}

/** Whoever is above takes over, each after so many minutes; the institution that must not know is left out. */
export const stepsThrough = (superiors: readonly Institution[], minutes: number, without: Institution): readonly EscalationStep[] =>
  superiors
    .filter((superior) => superior !== without)
    .map((institution, place) => ({ institution, role: null, afterMinutes: place === 0 ? 0 : minutes }))
