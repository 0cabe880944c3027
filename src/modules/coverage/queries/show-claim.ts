import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { watchPerson } from '../../../platform/grant/index.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { idOf, plainDate } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { isSettled } from '../domain/claim.ts'
import type { Message } from '../domain/message.ts'
import { findClaim } from '../store/claim.ts'
import { findClaimRow } from '../store/claim-list.ts'
import { listMessagesOf } from '../store/message.ts'
import { deskTopic } from '../topics.ts'
import { claimLineView, claimRow, messageView } from './views.ts'

/** One claim with its evidence: what each line is charged, claimed and answered, and every message as it was written. */
export const showClaim = defineQuery({
  name: 'coverage.show-claim',
  zh: '一张理赔单',
  en: 'One claim',
  permission: 'coverage.claim.read',
  input: T.Object({ claimId: idOf('claim') }),
  output: T.Object({
    live: liveView,
    ...claimRow.properties,
    personId: idOf('person'),
    memberId: idOf('member'),
    billNumber: T.String(),
    serviceDate: plainDate,
    diagnoses: T.Array(T.String()),
    revision: T.Integer(),
    settled: T.Boolean(),
    lines: T.Array(claimLineView),
    messages: T.Array(messageView),
  }),
  refusals: ['platform.not-found', 'platform.person-not-open'],
  async run(work, { claimId }) {
    const live = await includes(work, deskTopic, work.actor.institutionId ?? work.actor.accountId)
    const row = await findClaimRow(work, claimId)
    const claim = row && (await findClaim(work, { id: claimId }))
    if (!row || !claim) return refusePlatform('platform.not-found')
    const opened = await watchPerson(work, claim.personId)
    if (!opened.ok) return opened
    const { payerZh, payerEn, claimedFen, answeredFen, paidFen, ...rest } = row
    const { personId, memberId, billNumber, serviceDate, revision } = claim
    return ok({
      ...rest,
      live,
      payer: { zh: payerZh, en: payerEn },
      claimedFen: Number(claimedFen),
      answeredFen: answeredFen === null ? null : Number(answeredFen),
      paidFen: Number(paidFen),
      ...{ personId, memberId, billNumber, serviceDate, revision },
      diagnoses: [...claim.diagnoses],
      settled: isSettled(claim),
      lines: claim.lines.map(lineOf),
      messages: (await listMessagesOf(work, claimId)).map(messageOf),
    })
  },
})

type Line = Exclude<Awaited<ReturnType<typeof findClaim>>, undefined>['lines'][number]

const lineOf = ({ sequence, name, itemCode, quantity, listFen, discountFen, payerFen, patientFen, answeredFen, denialCode }: Line) => ({
  ...{ sequence, name, itemCode, quantity, denialCode },
  listFen: Number(listFen),
  discountFen: Number(discountFen),
  payerFen: Number(payerFen),
  patientFen: Number(patientFen),
  answeredFen: answeredFen === null ? null : Number(answeredFen),
})

const messageOf = ({ id, direction, kind, state, query, fault, tries, nextAt, madeAt, sentAt, answeredAt, resource }: Message) => ({
  messageId: id,
  ...{ direction, kind, state, query, fault, tries, nextAt, madeAt, sentAt, answeredAt, resource },
})
