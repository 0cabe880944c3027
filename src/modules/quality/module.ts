import type { Module } from '../../platform/operation/index.ts'
import { indicatorEnums, indicatorPermissions, indicatorRoutes } from './indicator-routes.ts'
import { refusals } from './refusals.ts'

export const quality: Module = {
  name: 'quality',
  zh: '质量',
  en: 'Quality',
  permissions: { ...indicatorPermissions },
  refusals,
  events: [],
  routes: [...indicatorRoutes],
  inner: [],
  reactions: [],
  timers: [],
  enums: { ...indicatorEnums },
}
