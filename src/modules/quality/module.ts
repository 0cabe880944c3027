import type { Module } from '../../platform/operation/index.ts'
import { noteEscalation } from './commands/note-escalation.ts'
import { inspectionCompleted, normPublished, rectificationClosed } from './events.ts'
import { indicatorEnums, indicatorPermissions, indicatorRoutes } from './indicator-routes.ts'
import { loopEnums, loopPermissions, loopRoutes } from './loop-routes.ts'
import { noteEscalatedRectification } from './reactions.ts'
import { refusals } from './refusals.ts'
import { loopInvariants } from './store/invariants.ts'

export const quality: Module = {
  name: 'quality',
  zh: '质量',
  en: 'Quality',
  permissions: { ...indicatorPermissions, ...loopPermissions },
  refusals,
  events: [normPublished, inspectionCompleted, rectificationClosed],
  routes: [...indicatorRoutes, ...loopRoutes],
  inner: [noteEscalation],
  reactions: [noteEscalatedRectification],
  timers: [],
  invariants: [...loopInvariants],
  enums: { ...indicatorEnums, ...loopEnums },
}
