import type { Module } from '../../platform/operation/index.ts'

export const integrity: Module = {
  name: 'integrity',
  zh: '规则审核',
  en: 'Integrity',
  permissions: {},
  refusals: {},
  events: [],
  routes: [],
  inner: [],
  reactions: [],
  timers: [],
  enums: {},
}
