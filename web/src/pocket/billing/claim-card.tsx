import { dateOf } from '../../parts/moment'
import { formatFen } from '../../parts/money'
import { StatusMark } from '../../parts/status-mark'
import { useBilingual, useWords } from '../../words/use-words'
import type { Bill } from './bill.data'

/** Where the payer stands with its part, in plain words; nothing where it is asked for nothing. */
export function ClaimCard({ bill: { claim, cover, refusedFen } }: { bill: Bill }) {
  const words = useWords().bill
  const pick = useBilingual()
  if (!claim || !cover) return null
  const payer = pick(cover.payer)
  const paid = formatFen(claim.paidFen)
  const sentences: Record<typeof claim.state, string> = {
    'to-submit': words.claimToSubmit(payer),
    submitted: words.claimSubmitted(payer, dateOf(claim.dueAt)),
    queried: words.claimQueried(payer),
    paid: words.claimPaid(payer, paid),
    'partly-denied': words.claimPartlyDenied(payer, paid, formatFen(refusedFen)),
    denied: words.claimDenied(payer),
    cancelled: words.claimCancelled(payer),
  }
  return (
    <section className="sheet">
      <h2>
        {words.claim}
        <StatusMark of="claimState" value={claim.state} />
      </h2>
      <p>{sentences[claim.state]}</p>
      <p className="note num">{claim.number}</p>
    </section>
  )
}
