import { auditInvariant } from './audit/invariant.ts'
import { grantInvariants } from './grant/index.ts'
import type { Module } from './operation/index.ts'
import { listParkedDeliveries, retryDelivery, skipDelivery } from './outbox/parked.ts'
import { refusals } from './refusals.ts'
import { importTerms, searchTerms } from './terms/index.ts'

/** What the platform itself offers beside signing in. */
export const platform: Module = {
  name: 'platform',
  zh: '平台',
  en: 'Platform',
  permissions: {
    'platform.delivery.mend': { zh: '处理停放的投递', en: 'Mend parked deliveries' },
    'platform.term.import': { zh: '导入编码（系统）', en: 'Import terms (system)' },
  },
  refusals,
  events: [],
  routes: [
    { method: 'GET', path: '/api/platform/terms/:system', operation: searchTerms },
    { method: 'GET', path: '/api/platform/deliveries/parked', operation: listParkedDeliveries },
    { method: 'POST', path: '/api/platform/deliveries/:deliveryId/retry', operation: retryDelivery },
    { method: 'POST', path: '/api/platform/deliveries/:deliveryId/skip', operation: skipDelivery },
  ],
  inner: [importTerms],
  reactions: [],
  timers: [],
  invariants: [auditInvariant, ...grantInvariants],
  enums: {},
}
