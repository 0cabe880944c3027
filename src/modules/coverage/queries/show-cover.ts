import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone, plus } from '../../../kernel/time.ts'
import { openAsked, watchPerson } from '../../../platform/grant/index.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { idOf, nullable } from '../../../platform/operation/schema.ts'
import { leftOf } from '../domain/plan.ts'
import { findCover, findRefusalReason } from '../store/cover.ts'
import { findOpenCheck } from '../store/message.ts'
import { coverTopic } from '../topics.ts'
import { coverView } from './views.ts'

/** By whom a person is covered today, and what is left of deductible and limit; null: by nobody that is recorded. A patient who names nobody means himself. */
export const showCover = defineQuery({
  name: 'coverage.show-cover',
  zh: '就诊人的保障',
  en: 'Cover of a person',
  permission: 'coverage.cover.read',
  input: T.Object({ personId: T.Optional(idOf('person')) }),
  output: T.Object({ live: liveView, personId: idOf('person'), cover: nullable(coverView) }),
  refusals: ['platform.person-not-open'],
  async run(work, { personId: asked }) {
    const personId = asked ?? work.actor.personId ?? work.newId<'person'>()
    const live = await includes(work, coverTopic, personId)
    const opened = asked && work.actor.kind === 'staff' ? await watchPerson(work, asked) : await openAsked(work, asked)
    if (!opened.ok) return opened
    const cover = await findCover(work, personId, null, dateIn(defaultZone, work.now))
    if (!cover) return ok({ live, personId, cover: null })
    const { memberId, payerName, productName, policyNumber, plan, used, eligibility } = cover
    const left = leftOf(plan, used)
    const open = await findOpenCheck(work, memberId, plus(work.now, { minutes: -10 }))
    return ok({
      live,
      personId,
      cover: {
        memberId,
        payer: payerName,
        product: productName,
        policyMasked: `****${policyNumber.slice(-4)}`,
        ...eligibility,
        reason: eligibility.state === 'refused' ? await findRefusalReason(work, memberId) : null,
        checking: open !== undefined,
        copayFen: Number(plan.copayFen),
        coinsuranceBasisPoints: plan.coinsuranceBasisPoints,
        deductibleLeftFen: Number(left.deductibleFen),
        deductibleFen: Number(plan.deductibleFen),
        limitLeftFen: left.benefitFen === null ? null : Number(left.benefitFen),
        limitFen: plan.annualLimitFen === null ? null : Number(plan.annualLimitFen),
        validUntil: plan.validUntil,
      },
    })
  },
})
