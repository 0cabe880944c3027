import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { openAsked } from '../../../platform/grant/index.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { idOf, nullable } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { findBill } from '../store/bill.ts'
import { findDeposit } from '../store/deposit.ts'
import { findPersonName } from '../store/person-name.ts'
import { billTopic, ownTopic } from '../topics.ts'
import { billView, viewOfBill } from './bill-view.ts'

/** One bill for who collects it: lines, parts, steps, payments, refunds, the claim. */
export const showBill = defineQuery({
  name: 'billing.show-bill',
  zh: '账单详情',
  en: 'One bill',
  permission: 'billing.bill.read',
  input: T.Object({ billId: idOf('bill') }),
  output: T.Object({
    live: liveView,
    bill: billView,
    personName: nullable(T.String()),
    depositFen: T.Integer({ description: 'what the person has left in advance, fen' }),
  }),
  refusals: ['platform.not-found'],
  async run(work, { billId }) {
    const live = await includes(work, billTopic, billId)
    const kept = await findBill(work, billId)
    if (!kept || kept.collectorId !== work.actor.institutionId) return refusePlatform('platform.not-found')
    const { personId, collectorId } = kept
    return ok({
      live,
      bill: await viewOfBill(work, kept),
      personName: await findPersonName(work, personId),
      depositFen: Number(await findDeposit(work, personId, collectorId)),
    })
  },
})

/** The same for the person herself or a family member. */
export const showMyBill = defineQuery({
  name: 'billing.show-my-bill',
  zh: '我的账单详情',
  en: 'One of my bills',
  permission: 'billing.own-bill.read',
  input: T.Object({ billId: idOf('bill'), personId: T.Optional(idOf('person')) }),
  output: T.Object({ live: liveView, bill: billView }),
  refusals: ['platform.not-found', 'platform.person-not-open'],
  async run(work, { billId, personId: asked }) {
    const opened = await openAsked(work, asked)
    if (!opened.ok) return opened
    const { personId } = opened.value
    const live = await includes(work, ownTopic, personId)
    const kept = await findBill(work, billId)
    return kept?.personId === personId ? ok({ live, bill: await viewOfBill(work, kept) }) : refusePlatform('platform.not-found')
  },
})
