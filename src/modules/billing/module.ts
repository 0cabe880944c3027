import type { Module } from '../../platform/operation/index.ts'

export const billing: Module = {
  name: 'billing',
  zh: '收费',
  en: 'Billing',
  permissions: {},
  refusals: {},
  events: [],
  routes: [],
  inner: [],
  reactions: [],
  timers: [],
  enums: {},
}
