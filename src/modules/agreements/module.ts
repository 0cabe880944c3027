import type { Module } from '../../platform/operation/index.ts'
import { refusals } from './refusals.ts'

export const agreements: Module = {
  name: 'agreements',
  zh: '协议',
  en: 'Agreements',
  permissions: {},
  refusals,
  events: [],
  routes: [],
  inner: [],
  reactions: [],
  timers: [],
  enums: {},
}
