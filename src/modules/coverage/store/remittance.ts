import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { answeredFen, type ClaimState, claimedFen, isSettled, type RemittanceLine, remittanceOf } from '../domain/claim.ts'
import { findClaim } from './claim.ts'

export type ClaimView = {
  readonly claimId: Id<'claim'>
  readonly number: string
  readonly state: ClaimState
  readonly claimedFen: bigint
  readonly answeredFen: bigint | null
  readonly paidFen: bigint
  readonly paidAt: Instant | null
  readonly dueAt: Instant
}

/** How the claim of a bill stands; null: nothing was claimed. */
export async function findClaimOf(work: Work, billId: Id<'bill'>): Promise<ClaimView | null> {
  const claim = await findClaim(work, { billId })
  if (!claim) return null
  const { id, number, state, paidFen, paidAt, dueAt } = claim
  const answered = claim.answeredRevision === claim.revision ? answeredFen(claim) : null
  return { claimId: id, number, state, claimedFen: claimedFen(claim), answeredFen: answered, paidFen, paidAt, dueAt }
}

export type Remittance = { readonly number: string; readonly paidAt: Instant | null; readonly lines: readonly RemittanceLine[] }

/** What each line of a claim brought over all revisions, once it has its end; null: it has none yet. */
export async function findRemittance(work: Work, claimId: Id<'claim'>): Promise<Remittance | null> {
  const claim = await findClaim(work, { id: claimId })
  if (!claim || !isSettled(claim)) return null
  return { number: claim.number, paidAt: claim.paidAt, lines: remittanceOf(claim) }
}
