import type { Module } from '../../platform/operation/index.ts'
import { refusals } from './refusals.ts'

export const quality: Module = {
  name: 'quality',
  zh: '质量',
  en: 'Quality',
  permissions: {},
  refusals,
  events: [],
  routes: [],
  inner: [],
  reactions: [],
  timers: [],
  enums: {},
}
