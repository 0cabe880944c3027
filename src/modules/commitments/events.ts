import { Type as T } from 'typebox'
import { defineEvent } from '../../platform/operation/index.ts'

export const commitmentBroken = defineEvent({
  name: 'commitments.commitment-broken.v1',
  zh: '承诺超时',
  en: 'A commitment broke its time',
  payload: T.Object({ commitmentId: T.String(), kind: T.String(), subjectId: T.String() }),
})
