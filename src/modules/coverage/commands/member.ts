import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { openPerson } from '../../../platform/grant/index.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf, nullable, plainDate } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { refuse } from '../refusals.ts'
import { insertMember, lockMember, saveMemberEnd } from '../store/member.ts'
import { findPayerId, findProductId } from '../store/plan.ts'

/** Records the policy of a person as her card shows it. */
export const recordMember = defineCommand({
  name: 'coverage.record-member',
  zh: '登记保单',
  en: 'Record a policy',
  permission: 'coverage.member.record',
  input: T.Object({
    personId: idOf('person'),
    payerCode: T.String(),
    productCode: T.String(),
    policyNumber: T.String({ pattern: '^[A-Z0-9][A-Z0-9-]{3,39}$' }),
    validFrom: plainDate,
    validUntil: nullable(plainDate),
  }),
  output: T.Object({ memberId: idOf('member') }),
  refusals: [
    'platform.person-not-open',
    'coverage.payer-unknown',
    'coverage.product-unknown',
    'coverage.days-reversed',
    'coverage.member-overlaps',
    'coverage.policy-taken',
  ],
  async run(work, { personId, payerCode, productCode, policyNumber, validFrom, validUntil }) {
    const opened = await openPerson(work, personId)
    if (!opened.ok) return opened
    const payerId = await findPayerId(work, payerCode)
    if (!payerId) return refuse('coverage.payer-unknown', { payer: payerCode })
    const productId = await findProductId(work, payerId, productCode)
    if (!productId) return refuse('coverage.product-unknown', { payer: payerCode, product: productCode })
    if (validUntil && validUntil < validFrom) return refuse('coverage.days-reversed', { validFrom, validUntil })
    const { institutionId } = work.actor
    const id = work.newId<'member'>()
    const member = { id, personId, productId, policyNumber, validFrom, validUntil, institutionIds: institutionId ? [institutionId] : [] }
    const inserted = await insertMember(work, member)
    return inserted.ok ? ok({ memberId: id }) : inserted
  },
})

/** Ends a cover: its last day. */
export const endMember = defineCommand({
  name: 'coverage.end-member',
  zh: '结束保障',
  en: 'End a cover',
  permission: 'coverage.member.record',
  input: T.Object({ personId: idOf('person'), memberId: idOf('member'), validUntil: plainDate }),
  output: T.Object({ memberId: idOf('member') }),
  refusals: ['platform.person-not-open', 'platform.not-found', 'coverage.days-reversed', 'coverage.member-ended'],
  async run(work, { personId, memberId, validUntil }) {
    const opened = await openPerson(work, personId)
    if (!opened.ok) return opened
    const member = await lockMember(work, memberId)
    if (!member || member.personId !== personId) return refusePlatform('platform.not-found')
    if (validUntil < member.validFrom) return refuse('coverage.days-reversed', { validFrom: member.validFrom, validUntil })
    if (member.validUntil && member.validUntil < validUntil) return refuse('coverage.member-ended', { validUntil: member.validUntil })
    await saveMemberEnd(work, memberId, validUntil)
    return ok({ memberId })
  },
})
