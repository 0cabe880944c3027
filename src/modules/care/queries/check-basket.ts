import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { watchPerson } from '../../../platform/grant/index.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, nullable, words } from '../../../platform/operation/schema.ts'
import { checkClaim, type Finding, type Review, verdicts } from '../../integrity/index.ts'
import { attendedVisit } from '../commands/attended-visit.ts'
import { basketClaim } from '../commands/basket-claim.ts'
import { listOrdersOfVisit } from '../store/order.ts'
import { consultationTopic } from '../topics.ts'

const verdict = words(verdicts, 'verdict')
const remark = T.Object({
  verdict,
  ruleCode: T.String(),
  ruleVersion: T.Integer(),
  rule: bilingual,
  basis: bilingual,
  sentence: bilingual,
  /** Null: there is no price yet. */
  amountFen: nullable(T.Integer()),
  /** Typical reasons, for who has to give one. */
  reasons: T.Array(bilingual),
})

/** What the review rules would say if the basket were signed now, order by order. */
export const checkBasket = defineQuery({
  name: 'care.check-basket',
  zh: '医嘱篮的规则审核',
  en: 'Review of the basket',
  permission: 'care.order.sign',
  input: T.Object({ visitId: idOf('visit') }),
  output: T.Object({
    live: liveView,
    mayOverride: T.Boolean(),
    checks: T.Array(
      T.Object({
        orderId: idOf('order'),
        /** The gravest of its remarks. */
        verdict,
        /** Rules that were asked and could answer. */
        checkedRules: T.Integer(),
        /** Everything but what is clear. */
        remarks: T.Array(remark),
      }),
    ),
  }),
  refusals: ['platform.not-found', 'platform.person-not-open'],
  async run(work, { visitId }) {
    const live = await includes(work, consultationTopic, visitId)
    const visit = await attendedVisit(work, visitId)
    if (!visit.ok) return visit
    const opened = await watchPerson(work, visit.value.personId)
    if (!opened.ok) return opened
    const { institutionId } = visit.value
    const drafts = (await listOrdersOfVisit(work, visitId)).filter((order) => order.state === 'draft' && order.ordererId === institutionId)
    const review = await checkClaim(work, 'order', await basketClaim(work, visit.value, drafts))
    return ok({
      live,
      mayOverride: work.actor.permissions.has('integrity.finding.override'),
      checks: drafts.map(({ id }) => checkOf(id, review)),
    })
  },
})

const gravest: readonly Finding['verdict'][] = ['violation', 'doubtful', 'could-not-check', 'not-yet-knowable', 'clear']

function checkOf(orderId: Id<'order'>, review: Review) {
  const said = review.verdicts.filter(({ lineId }) => lineId === orderId)
  const unanswered = said.filter(({ verdict }) => verdict === 'could-not-check' || verdict === 'not-yet-knowable')
  return {
    orderId,
    verdict: gravest.find((grave) => said.some(({ verdict }) => verdict === grave)) ?? ('clear' as const),
    checkedRules: review.checkedRules - unanswered.length,
    remarks: said
      .filter(({ verdict }) => verdict !== 'clear')
      .map(({ verdict, ruleCode, ruleVersion, ruleName, basis, sentence, amountFen, reasons }) => ({
        ...{ verdict, ruleCode, ruleVersion, rule: ruleName, basis, sentence, reasons: [...reasons] },
        amountFen: amountFen === null ? null : Number(amountFen),
      })),
  }
}
