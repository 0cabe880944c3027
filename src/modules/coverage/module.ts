import type { Command, Module } from '../../platform/operation/index.ts'
import { checkEligibility } from './commands/check-eligibility.ts'
import { connectPayer } from './commands/connect-payer.ts'
import { definePlan } from './commands/define-plan.ts'
import { endMember, recordMember } from './commands/member.ts'
import { noteSent, retryMessage } from './commands/message.ts'
import { resendClaim } from './commands/resend-claim.ts'
import { takeAnswer } from './commands/take-answer.ts'
import { denialWords } from './domain/denial.ts'
import { messageWords, queryWords } from './domain/message.ts'
import { claimAnswered, claimPaid } from './events.ts'
import { exchange } from './exchange.ts'
import { listClaims } from './queries/list-claims.ts'
import { listStuckMessages } from './queries/list-stuck-messages.ts'
import { showClaim } from './queries/show-claim.ts'
import { showCover } from './queries/show-cover.ts'
import { refusals } from './refusals.ts'
import { coverageInvariants } from './store/invariants.ts'

const claimStateWords = {
  'to-submit': { zh: '待提交', en: 'to submit' },
  submitted: { zh: '已提交', en: 'submitted' },
  queried: { zh: '待补件', en: 'queried' },
  paid: { zh: '已核付', en: 'paid' },
  'partly-denied': { zh: '部分拒付', en: 'partly denied' },
  denied: { zh: '已拒付', en: 'denied' },
  cancelled: { zh: '已撤销', en: 'cancelled' },
}

export const coverage: Module = {
  name: 'coverage',
  zh: '保障',
  en: 'Coverage',
  permissions: {
    'coverage.plan.define': { zh: '登记支付方的保障计划和直付合同', en: 'Define plans and contracts of payers' },
    'coverage.payer.connect': { zh: '设置与支付方的连接', en: 'Connect a payer' },
    'coverage.member.record': { zh: '登记、核验和结束保单', en: 'Record, check and end policies' },
    'coverage.cover.read': { zh: '查看就诊人的保障', en: 'Read the cover of a person' },
    'coverage.claim.read': { zh: '查看理赔单和往来消息', en: 'Read claims and their messages' },
    'coverage.claim.send': { zh: '重发理赔单和消息', en: 'Send claims and messages again' },
    'coverage.exchange.run': { zh: '与支付方收发消息（系统）', en: 'Exchange messages with payers (system)' },
  },
  refusals,
  events: [claimAnswered, claimPaid],
  routes: [
    { method: 'GET', path: '/api/coverage/cover', operation: showCover },
    { method: 'GET', path: '/api/coverage/claims', operation: listClaims },
    { method: 'GET', path: '/api/coverage/claims/:claimId', operation: showClaim },
    { method: 'GET', path: '/api/coverage/messages/stuck', operation: listStuckMessages },
    { method: 'POST', path: '/api/coverage/plans', operation: definePlan },
    { method: 'POST', path: '/api/coverage/members', operation: recordMember },
    { method: 'POST', path: '/api/coverage/members/:memberId/end', operation: endMember },
    { method: 'POST', path: '/api/coverage/members/:memberId/check', operation: checkEligibility },
    { method: 'POST', path: '/api/coverage/payers/:payerCode/connect', operation: connectPayer },
    { method: 'POST', path: '/api/coverage/claims/:claimId/resend', operation: resendClaim },
    { method: 'POST', path: '/api/coverage/messages/:messageId/retry', operation: retryMessage },
  ],
  inner: [takeAnswer, noteSent],
  reactions: [],
  timers: [],
  invariants: coverageInvariants,
  entrances: [{ path: '/api/coverage/exchange/:payerCode', command: takeAnswer as unknown as Command }],
  senders: [exchange],
  enums: {
    denialCode: denialWords,
    claimQuery: queryWords,
    ...messageWords,
    eligibilityState: {
      confirmed: { zh: '资格有效', en: 'confirmed' },
      'not-confirmed': { zh: '未核验', en: 'not checked' },
      refused: { zh: '资格无效', en: 'not in force' },
    },
    claimState: claimStateWords,
    claimFilter: {
      open: { zh: '待处理', en: 'open' },
      settled: { zh: '已了结', en: 'settled' },
      ...claimStateWords,
    },
    commitmentKind: { 'coverage.claim-to-answer': { zh: '等支付方答复理赔', en: 'A claim the payer has to answer' } },
  },
}
