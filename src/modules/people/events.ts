import { Type as T } from 'typebox'
import { defineEvent } from '../../platform/operation/index.ts'
import { nullable } from '../../platform/operation/schema.ts'

export const personRegistered = defineEvent({
  name: 'people.person-registered.v1',
  zh: '已登记就诊人',
  en: 'A person was registered',
  /** No institution: she registered herself. */
  payload: T.Object({ personId: T.String(), institutionId: nullable(T.String()) }),
})
