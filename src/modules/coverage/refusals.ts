import { defineRefusals, refuserOf } from '../../kernel/refusal.ts'

export const refusals = defineRefusals({
  'coverage.payer-unknown': {
    category: 'not-found',
    zh: '没有代码为“{payer}”的支付方，请先登记它的保障计划。',
    en: 'There is no payer “{payer}”; define its plan first.',
  },
  'coverage.product-unknown': {
    category: 'not-found',
    zh: '支付方“{payer}”没有代码为“{product}”的产品，请核对代码，或先登记它的保障计划。',
    en: 'The payer “{payer}” has no product “{product}”; check the code, or define its plan first.',
  },
  'coverage.network-unknown': {
    category: 'not-found',
    zh: '没有代码为“{network}”的网络，请核对代码。',
    en: 'There is no network “{network}”; check its code.',
  },
  'coverage.not-the-operator': {
    category: 'forbidden',
    zh: '直付合同由网络“{network}”的运营方登记，请由运营方的账号操作。',
    en: 'The operator of the network “{network}” keeps its contracts; use an account of the operator.',
  },
  'coverage.days-reversed': {
    category: 'invalid',
    zh: '最后一天（{validUntil}）早于第一天（{validFrom}），请改正。',
    en: 'The last day ({validUntil}) is before the first ({validFrom}); correct it.',
  },
  'coverage.plan-overlaps': {
    category: 'conflict',
    zh: '从 {validFrom} 起的日子里这个产品已有一版计划；请从它结束之后开始。',
    en: 'The product has a plan from {validFrom} on already; begin the new version after it ends.',
  },
  'coverage.contract-overlaps': {
    category: 'conflict',
    zh: '从 {validFrom} 起的日子里已有一份折扣不同的直付合同；请从它结束之后开始。',
    en: 'There is another contract from {validFrom} on already; begin the new one after it ends.',
  },
  'coverage.member-overlaps': {
    category: 'conflict',
    zh: '{policyNumber}：这位就诊人在这些日子已有一份保障；请先结束原来的，再登记新的。',
    en: '{policyNumber}: this person has a cover on these days already; end that one first, then record the new one.',
  },
  'coverage.policy-taken': {
    category: 'conflict',
    zh: '保单号“{policyNumber}”已登记在另一位就诊人名下，请与保险卡核对。',
    en: 'The policy number “{policyNumber}” is recorded for somebody else; compare it with the card.',
  },
  'coverage.member-ended': {
    category: 'conflict',
    zh: '这份保障在 {validUntil} 已经结束，不能改到更晚；需要延续请重新登记。',
    en: 'This cover ends on {validUntil} and cannot be made longer; record it anew to go on.',
  },
  'coverage.check-waiting': {
    category: 'conflict',
    zh: '资格核验已在 {sentAt} 发出，正在等答复；答复到了会自动显示。',
    en: 'A check was asked for at {sentAt} and waits for its answer, which will show by itself.',
  },
  'coverage.message-not-parked': {
    category: 'conflict',
    zh: '这条消息现在没有停放，不用重发；请看它的最新状态。',
    en: 'This message is not parked, so there is nothing to send again; look at its state now.',
  },
  'coverage.claim-settled': {
    category: 'conflict',
    zh: '理赔单 {number} 已有结果，不用再发；要更改请从账单退费。',
    en: 'The claim {number} has its answer and is not sent again; a change begins with a refund of the bill.',
  },
})
export const refuse = refuserOf(refusals)
