import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { AccountRef } from './account.ts'
import type { Posting } from './posting.ts'
import type { SettledService } from './statement.ts'

/** What a settled service moves from the cashier's money to share to each party's share, and back where it is less; null: nothing. */
export function settlementPosting(
  networkId: Id<'network'>,
  settlementId: Id<'settlement'>,
  date: PlainDate,
  { serviceId, visitId, collectorId, evidence }: SettledService,
): Posting | null {
  const toShare: AccountRef = { networkId, party: { kind: 'institution', id: collectorId }, purpose: 'to-share' }
  const transfers = evidence.shares.map(({ partyId, kind, amountFen }) => {
    const share: AccountRef = { networkId, party: { kind, id: partyId }, purpose: 'share' }
    return amountFen > 0n ? { debit: toShare, credit: share, amountFen } : { debit: share, credit: toShare, amountFen: -amountFen }
  })
  if (transfers.length === 0) return null
  return {
    source: `ledger.settlement:${settlementId}:${serviceId}`,
    what: 'settlement',
    date,
    subject: { settlementId, serviceId, visitId },
    transfers,
  }
}
