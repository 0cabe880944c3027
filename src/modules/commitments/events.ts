import { Type as T } from 'typebox'
import { defineEvent } from '../../platform/operation/index.ts'
import { nullable } from '../../platform/operation/schema.ts'

export const commitmentBroken = defineEvent({
  name: 'commitments.commitment-broken.v1',
  zh: '承诺超时',
  en: 'A commitment broke its time',
  payload: T.Object({ commitmentId: T.String(), kind: T.String(), subjectId: T.String() }),
})

export const commitmentEscalated = defineEvent({
  name: 'commitments.commitment-escalated.v1',
  zh: '承诺上升一级',
  en: 'An overdue commitment went one tier up',
  payload: T.Object({
    commitmentId: T.String(),
    kind: T.String(),
    subjectId: T.String(),
    institutionId: T.String(),
    role: nullable(T.String()),
  }),
})
