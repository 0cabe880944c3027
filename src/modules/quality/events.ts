import { Type as T } from 'typebox'
import { defineEvent } from '../../platform/operation/index.ts'

export const normPublished = defineEvent({
  name: 'quality.norm-published.v1',
  zh: '规范新版本发布',
  en: 'A version of a norm was published',
  payload: T.Object({ normId: T.String(), versionId: T.String() }),
})
export const inspectionCompleted = defineEvent({
  name: 'quality.inspection-completed.v1',
  zh: '检查完成',
  en: 'An inspection was completed and sealed',
  payload: T.Object({ inspectionId: T.String(), institutionId: T.String(), findings: T.Integer() }),
})
export const rectificationClosed = defineEvent({
  name: 'quality.rectification-closed.v1',
  zh: '整改销号',
  en: 'A rectification was closed',
  payload: T.Object({ rectificationId: T.String(), institutionId: T.String() }),
})
