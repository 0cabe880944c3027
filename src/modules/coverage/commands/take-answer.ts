import { createHash, timingSafeEqual } from 'node:crypto'
import { Type as T } from 'typebox'
import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { nullable } from '../../../platform/operation/schema.ts'
import { refuse } from '../../../platform/refusals.ts'
import type { Message, MessageKind, QueryCode } from '../domain/message.ts'
import { queryWords } from '../domain/message.ts'
import { type Answer, kindOf, readAnswer } from '../fhir/read-answer.ts'
import { findConnection } from '../store/connection.ts'
import { findReceivers, findRequest, insertMessage, saveMessage } from '../store/message.ts'
import { tellDesks } from '../topics.ts'
import { applyClaimAnswer, applyPayment } from './apply-claim-answer.ts'
import { applyEligibility } from './apply-eligibility.ts'
import { hashOfToken } from './connect-payer.ts'

/**
 * Takes what a payer sends of itself. The same message a second time changes nothing; one that nobody asked for, that cannot be read or
 * that contradicts the claim is kept and shown, never refused, because the payer would not send it again.
 */
export const takeAnswer = defineCommand({
  name: 'coverage.take-answer',
  zh: '接收支付方的答复',
  en: 'Take an answer of a payer',
  permission: 'coverage.exchange.run',
  network: 'an answer of a payer changes claims, usage and covers that belong to several institutions',
  input: T.Object({
    payerCode: T.String(),
    token: T.String(),
    key: nullable(T.String({ maxLength: 200 })),
    resource: T.Object({}, { additionalProperties: true }),
  }),
  output: T.Object({ severity: T.String(), code: T.String(), zh: T.String(), en: T.String() }),
  refusals: ['platform.bearer-wrong'],
  secrets: ['token', 'resource'],
  async run(work, { payerCode, token, key, resource }) {
    const payer = await authenticate(work, payerCode, token)
    if (!payer.ok) return payer
    const answer = readAnswer(resource)
    const requests = await findRequests(work, payer.value, answer)
    const [request] = requests
    const taken: Taken = {
      id: work.newId<'message'>(),
      payerId: payer.value,
      key: key ?? createHash('sha256').update(JSON.stringify(resource)).digest('hex'),
      resource,
      kind: kindOf(resource),
      request: request ?? null,
      receivers: request ? request.institutionIds : await findReceivers(work, payer.value),
    }
    if (!(await keep(work, taken))) return ok({ severity: 'information', code: 'taken-before', zh: '此前已收到。', en: 'Taken before.' })
    const query = await apply(work, taken.id, answer, requests)
    await saveMessage(work, taken.id, { state: stateOf(query), query })
    await tellDesks(work, taken.receivers)
    if (query) return ok({ severity: 'warning', code: query, ...queryWords[query] })
    return ok({ severity: 'information', code: 'taken', zh: '已收到。', en: 'Taken.' })
  },
})

async function authenticate(work: Work, payerCode: string, token: string): Promise<Result<Id<'payer'>, 'platform.bearer-wrong'>> {
  const connection = await findConnection(work, payerCode)
  const given = hashOfToken(token)
  const same = timingSafeEqual(connection?.answerTokenHash ?? Buffer.alloc(given.length), given)
  return connection && same ? ok(connection.payerId) : refuse('platform.bearer-wrong')
}

/** The messages of ours that an answer names. */
async function findRequests(work: Work, payerId: Id<'payer'>, answer: Answer): Promise<Message[]> {
  if (answer.kind === 'unknown') return []
  const ids = answer.kind === 'payment' ? answer.payments.map(({ requestId }) => requestId) : [answer.requestId]
  const found = await Promise.all([...new Set(ids)].map((id) => findRequest(work, payerId, id)))
  return found.filter((request) => request !== undefined)
}

type Taken = {
  readonly id: Id<'message'>
  readonly payerId: Id<'payer'>
  readonly key: string
  readonly resource: object
  readonly kind: MessageKind
  readonly request: Message | null
  readonly receivers: readonly Id<'institution'>[]
}

const keep = (work: Work, { id, payerId, key, resource, kind, request, receivers }: Taken): Promise<boolean> =>
  insertMessage(work, {
    id,
    payerId,
    direction: 'in',
    kind,
    idempotencyKey: key,
    correlationId: request?.id ?? '',
    subjectId: request?.subjectId ?? null,
    revision: request?.revision ?? null,
    personId: request?.personId ?? null,
    resource,
    state: 'taken',
    query: null,
    nextAt: null,
    institutionIds: receivers,
  })

/** Null: everything fits. */
async function apply(work: Work, answerId: Id<'message'>, answer: Answer, requests: readonly Message[]): Promise<QueryCode | null> {
  if (answer.kind === 'unknown') return 'unreadable'
  if (answer.kind === 'payment') return applyPayments(work, answer.payments, requests)
  const [request] = requests
  const asked = answer.kind === 'claim-response' ? 'claim' : 'eligibility-request'
  if (request?.kind !== asked) return 'request-unknown'
  await saveMessage(work, request.id, { state: 'answered', answeredAt: work.now })
  return answer.kind === 'claim-response'
    ? applyClaimAnswer(work, request, answer.answer, answerId)
    : applyEligibility(work, request, answer.answer)
}

type Payments = Extract<Answer, { kind: 'payment' }>['payments']

async function applyPayments(work: Work, payments: Payments, requests: readonly Message[]): Promise<QueryCode | null> {
  let query: QueryCode | null = null
  for (const { requestId, amountFen } of payments.toSorted((one, other) => (one.requestId < other.requestId ? -1 : 1))) {
    const request = requests.find(({ id, kind }) => id === requestId && kind === 'claim')
    query =
      (request ? await applyPayment(work, present(request.subjectId, 'the claim of a message'), amountFen) : 'request-unknown') ?? query
  }
  return query
}

const stateOf = (query: QueryCode | null) =>
  query === null ? 'taken' : query === 'unreadable' || query === 'request-unknown' ? 'unmatched' : 'queried'
