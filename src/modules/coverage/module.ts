import type { Module } from '../../platform/operation/index.ts'

export const coverage: Module = {
  name: 'coverage',
  zh: '保障',
  en: 'Coverage',
  permissions: {},
  refusals: {},
  events: [],
  routes: [],
  inner: [],
  reactions: [],
  timers: [],
  enums: {},
}
