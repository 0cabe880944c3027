import { Type as T } from 'typebox'
import { defineEvent } from '../../platform/operation/index.ts'

const assessment = T.Object({ assessmentId: T.String() })

export const assessmentMade = defineEvent({
  name: 'triage.assessment-made.v1',
  zh: '已分诊',
  en: 'A complaint was assessed',
  payload: assessment,
})
export const assessmentDecided = defineEvent({
  name: 'triage.assessment-decided.v1',
  zh: '医生已决定分诊',
  en: 'A doctor decided on an assessment',
  payload: assessment,
})
