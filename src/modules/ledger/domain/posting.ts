import { createHash } from 'node:crypto'
import { assert } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { type AccountRef, accountIdOf } from './account.ts'

/** What a posting is about. */
export const postingKinds = [
  'bill',
  'payment',
  'deposit',
  'deposit-use',
  'deposit-return',
  'payer-payment',
  'payer-refusal',
  'refund',
  'refund-payout',
  'settlement',
] as const
export type PostingKind = (typeof postingKinds)[number]

/** What a posting leads back to. */
export type Subject = {
  readonly visitId?: string
  readonly billId?: string
  readonly serviceId?: string
  readonly claimId?: string
  readonly settlementId?: string
}

/** An amount that leaves the credit account for the debit account. */
export type Transfer = { readonly debit: AccountRef; readonly credit: AccountRef; readonly amountFen: bigint }

export type Posting = {
  /** `billing.payment:<uuid>`: what happened once is posted once. */
  readonly source: string
  readonly what: PostingKind
  readonly date: PlainDate
  readonly subject: Subject
  readonly transfers: readonly Transfer[]
}

/** Of the content of a posting: the same source must always come with the same. */
export function contentHash({ what, date, subject, transfers }: Posting): Buffer {
  const { visitId, billId, serviceId, claimId, settlementId } = subject
  const moved = transfers.map(({ debit, credit, amountFen }) => `${accountIdOf(debit)}<${accountIdOf(credit)}:${amountFen}`)
  const text = [what, date, visitId, billId, serviceId, claimId, settlementId, ...moved].join('|')
  return createHash('sha256').update(text).digest()
}

/** The network of a posting; a caller that posts nothing, to itself or over two networks has a bug. */
export function networkOf({ source, transfers }: Posting): Id<'network'> {
  const [first] = transfers
  assert(first, `${source} moves something`)
  const { networkId } = first.debit
  for (const { debit, credit, amountFen } of transfers) {
    assert(amountFen > 0n, `${source} moves amounts above zero`)
    assert(debit.networkId === networkId && credit.networkId === networkId, `${source} stays in one network`)
    assert(accountIdOf(debit) !== accountIdOf(credit), `${source} moves between two accounts`)
  }
  return networkId
}
