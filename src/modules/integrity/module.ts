import type { Module } from '../../platform/operation/index.ts'
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
  routes: [],
  inner: [],
  reactions: [],
  timers: [],
  enums: {
    verdict: {
      clear: { zh: '通过', en: 'clear' },
      violation: { zh: '拦截', en: 'stopped' },
      doubtful: { zh: '需说明', en: 'needs a reason' },
      'not-yet-knowable': { zh: '待核对', en: 'checked later' },
      'could-not-check': { zh: '无法判定', en: 'could not check' },
    },
    reviewMoment: { order: { zh: '开单', en: 'order entry' }, checkout: { zh: '结算', en: 'checkout' } },
  },
}
