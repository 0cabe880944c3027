import type { Module } from '../../platform/operation/index.ts'

export const ledger: Module = {
  name: 'ledger',
  zh: '账本',
  en: 'Ledger',
  permissions: {},
  refusals: {},
  events: [],
  routes: [],
  inner: [],
  reactions: [],
  timers: [],
  enums: {},
}
