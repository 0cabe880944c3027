import { Type as T } from 'typebox'
import { defineEvent } from '../../platform/operation/index.ts'

export const personRegistered = defineEvent({
  name: 'people.person-registered.v1',
  zh: '已登记就诊人',
  en: 'A person was registered',
  payload: T.Object({ personId: T.String(), institutionId: T.String() }),
})
