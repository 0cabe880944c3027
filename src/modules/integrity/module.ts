import type { Module } from '../../platform/operation/index.ts'
import { verdictWords } from './domain/verdict.ts'
import { listFindings } from './queries/list-findings.ts'
import { listRules } from './queries/list-rules.ts'
import { showFinding } from './queries/show-finding.ts'
import { refusals } from './refusals.ts'

export const integrity: Module = {
  name: 'integrity',
  zh: '规则审核',
  en: 'Integrity',
  permissions: {
    'integrity.finding.read': { zh: '查看规则审核发现', en: 'Read findings of the review' },
    'integrity.finding.override': { zh: '放行被规则拦截的项目', en: 'Let pass what a rule has stopped' },
  },
  refusals,
  events: [],
  routes: [
    { method: 'GET', path: '/api/integrity/findings', operation: listFindings },
    { method: 'GET', path: '/api/integrity/findings/:findingId', operation: showFinding },
    { method: 'GET', path: '/api/integrity/rules', operation: listRules },
  ],
  inner: [],
  reactions: [],
  timers: [],
  enums: {
    verdict: verdictWords,
    amountBasis: {
      'whole-line': { zh: '整项', en: 'the whole line' },
      'excess-quantity': { zh: '超出的数量', en: 'the excess quantity' },
      'excess-price': { zh: '超出的价格', en: 'the excess over the price cap' },
      none: { zh: '不计金额', en: 'no amount' },
    },
    reviewMoment: { order: { zh: '开单', en: 'order entry' }, checkout: { zh: '结算', en: 'checkout' } },
  },
}
