import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/time.ts'

export const messageKinds = ['eligibility-request', 'claim', 'eligibility-response', 'claim-response', 'payment', 'unknown'] as const
export type MessageKind = (typeof messageKinds)[number]

/** Ours: waiting, sent, answered, parked. The payer's: taken, queried (it contradicts), unmatched (nobody knows what it is about). */
export const messageStates = ['waiting', 'sent', 'answered', 'parked', 'taken', 'queried', 'unmatched'] as const
export type MessageState = (typeof messageStates)[number]

export const queryCodes = [
  'amount-differs',
  'line-unknown',
  'line-missing',
  'payment-differs',
  'payment-before-answer',
  'answer-late',
  'request-unknown',
] as const
/** What of an answer does not fit what was asked. */
export type QueryCode = (typeof queryCodes)[number]

export type NewMessage = {
  readonly id: Id<'message'>
  readonly payerId: Id<'payer'>
  readonly direction: 'out' | 'in'
  readonly kind: MessageKind
  readonly idempotencyKey: string
  readonly correlationId: string
  readonly subjectId: string | null
  readonly revision: number | null
  readonly personId: Id<'person'> | null
  readonly resource: object
  readonly state: MessageState
  readonly query: QueryCode | null
  readonly nextAt: Instant | null
  readonly institutionIds: readonly Id<'institution'>[]
}
export type Message = NewMessage & {
  readonly tries: number
  readonly fault: string | null
  readonly madeAt: Instant
  readonly sentAt: Instant | null
  readonly answeredAt: Instant | null
}

/** Pauses before the next try, seconds: with these the payer may be away for about two days. */
const pausesSeconds = [2, 5, 15, 60, 300, 900, 3600, 7200, 14_400, 28_800, 43_200, 72_000] as const

/** The pause after so many tries that failed; null: it is parked, and a person sends it again. */
export const pauseAfter = (tries: number): number | null => pausesSeconds[tries - 1] ?? null
