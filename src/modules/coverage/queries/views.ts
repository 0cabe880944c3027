import { Type as T } from 'typebox'
import { bilingual, idOf, instant, nullable, plainDate, words } from '../../../platform/operation/schema.ts'
import { claimStates } from '../domain/claim.ts'
import { denialCodes } from '../domain/denial.ts'
import { messageKinds, messageStates, type QueryCode, queryWords } from '../domain/message.ts'
import { eligibilityStates } from '../domain/plan.ts'

export const fen = T.Integer({ description: 'fen of CNY' })
const query = nullable(words(Object.keys(queryWords) as QueryCode[], 'claimQuery'))

export const claimRow = T.Object({
  claimId: idOf('claim'),
  number: T.String(),
  state: words(claimStates, 'claimState'),
  query,
  payer: bilingual,
  /** As on the institution's card. */
  personName: nullable(T.String()),
  madeAt: instant,
  dueAt: instant,
  claimedFen: fen,
  answeredFen: nullable(fen),
  paidFen: fen,
  /** Its message could not be sent and waits for a person. */
  parked: T.Boolean(),
})

export const messageView = T.Object({
  messageId: idOf('message'),
  direction: words(['out', 'in'] as const, 'messageDirection'),
  kind: words(messageKinds, 'messageKind'),
  state: words(messageStates, 'messageState'),
  query,
  fault: nullable(T.String()),
  tries: T.Integer(),
  nextAt: nullable(instant),
  madeAt: instant,
  sentAt: nullable(instant),
  answeredAt: nullable(instant),
  /** FHIR R4, as it was written. */
  resource: T.Object({}, { additionalProperties: true }),
})

export const claimLineView = T.Object({
  sequence: T.Integer(),
  name: bilingual,
  itemCode: T.String(),
  quantity: T.Integer(),
  listFen: fen,
  discountFen: fen,
  payerFen: fen,
  patientFen: fen,
  answeredFen: nullable(fen),
  denialCode: nullable(words(denialCodes, 'denialCode')),
})

export const coverView = T.Object({
  memberId: idOf('member'),
  payer: bilingual,
  product: bilingual,
  /** All but the last four are hidden. */
  policyMasked: T.String(),
  state: words(eligibilityStates, 'eligibilityState'),
  asOf: nullable(instant),
  /** What the payer said when it refused. */
  reason: nullable(T.String()),
  /** A question to the payer waits for its answer. */
  checking: T.Boolean(),
  copayFen: fen,
  coinsuranceBasisPoints: T.Integer(),
  deductibleLeftFen: fen,
  deductibleFen: fen,
  limitLeftFen: nullable(fen),
  limitFen: nullable(fen),
  validUntil: nullable(plainDate),
})
