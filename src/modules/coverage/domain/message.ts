import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { Instant } from '../../../kernel/time.ts'

export const messageKinds = ['eligibility-request', 'claim', 'eligibility-response', 'claim-response', 'payment', 'unknown'] as const
export type MessageKind = (typeof messageKinds)[number]

/** Ours: waiting, sent, answered, parked. The payer's: taken, queried (it contradicts), unmatched (nobody knows what it is about). */
export const messageStates = ['waiting', 'sent', 'answered', 'parked', 'taken', 'queried', 'unmatched'] as const
export type MessageState = (typeof messageStates)[number]

/** What of an answer does not fit what was asked. */
export const queryWords = {
  'amount-differs': { zh: '答复的金额与申报不符，又没有拒付原因', en: 'an amount differs from what was claimed, without a reason' },
  'line-unknown': { zh: '答复了没有申报的行', en: 'a line was answered that was not claimed' },
  'line-missing': { zh: '有申报的行没有答复', en: 'a line that was claimed was not answered' },
  'payment-differs': { zh: '到账金额与答复不符', en: 'what was paid is not what was answered' },
  'request-unknown': { zh: '对不上我们发出的任何请求', en: 'it answers nothing that we have asked' },
  unreadable: { zh: '内容无法按约定读取', en: 'it cannot be read as agreed' },
} as const satisfies Record<string, Name>
export type QueryCode = keyof typeof queryWords

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

/** A message of ours that the worker sends as soon as it can; its id is the key and the correlation of everything that answers it. */
export const outgoing = ({ now }: { readonly now: Instant }, id: Id<'message'>) =>
  ({ id, direction: 'out', idempotencyKey: id, correlationId: id, state: 'waiting', query: null, nextAt: now }) as const

/** Pauses before the next try, seconds: with these the payer may be away for about two days. */
const pausesSeconds = [2, 5, 15, 60, 300, 900, 3600, 7200, 14_400, 28_800, 43_200, 72_000] as const

/** The pause after so many tries that failed; null: it is parked, and a person sends it again. */
export const pauseAfter = (tries: number): number | null => pausesSeconds[tries - 1] ?? null

/** The words of what lists show of a message. */
export const messageWords = {
  messageDirection: { out: { zh: '发出', en: 'sent' }, in: { zh: '收到', en: 'received' } },
  messageKind: {
    'eligibility-request': { zh: '资格核验', en: 'eligibility check' },
    claim: { zh: '理赔申请', en: 'claim' },
    'eligibility-response': { zh: '资格答复', en: 'eligibility answer' },
    'claim-response': { zh: '理赔答复', en: 'claim answer' },
    payment: { zh: '付款通知', en: 'payment' },
    unknown: { zh: '无法识别', en: 'not recognised' },
  },
  messageState: {
    waiting: { zh: '待发送', en: 'to send' },
    sent: { zh: '已发送，等答复', en: 'sent, no answer yet' },
    answered: { zh: '已答复', en: 'answered' },
    parked: { zh: '已停放', en: 'parked' },
    taken: { zh: '已处理', en: 'taken' },
    queried: { zh: '有矛盾', en: 'contradicts' },
    unmatched: { zh: '对不上', en: 'matches nothing' },
  },
} as const satisfies { readonly [name: string]: Record<string, Name> }
