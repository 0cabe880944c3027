import type { Module } from '../../platform/operation/index.ts'
import { definePlan } from './commands/define-plan.ts'
import { endMember, recordMember } from './commands/member.ts'
import { denialWords } from './domain/denial.ts'
import { claimAnswered, claimPaid } from './events.ts'
import { refusals } from './refusals.ts'

export const coverage: Module = {
  name: 'coverage',
  zh: '保障',
  en: 'Coverage',
  permissions: {
    'coverage.plan.define': { zh: '登记支付方的保障计划和直付合同', en: 'Define plans and contracts of payers' },
    'coverage.member.record': { zh: '登记和结束保单', en: 'Record and end policies' },
  },
  refusals,
  events: [claimAnswered, claimPaid],
  routes: [
    { method: 'POST', path: '/api/coverage/plans', operation: definePlan },
    { method: 'POST', path: '/api/coverage/members', operation: recordMember },
    { method: 'POST', path: '/api/coverage/members/:memberId/end', operation: endMember },
  ],
  inner: [],
  reactions: [],
  timers: [],
  enums: {
    denialCode: denialWords,
    claimState: {
      'to-submit': { zh: '待提交', en: 'to submit' },
      submitted: { zh: '已提交', en: 'submitted' },
      queried: { zh: '待补件', en: 'queried' },
      paid: { zh: '已核付', en: 'paid' },
      'partly-denied': { zh: '部分拒付', en: 'partly denied' },
      denied: { zh: '已拒付', en: 'denied' },
      cancelled: { zh: '已撤销', en: 'cancelled' },
    },
    commitmentKind: { 'coverage.claim-to-answer': { zh: '等支付方答复理赔', en: 'A claim the payer has to answer' } },
  },
}
