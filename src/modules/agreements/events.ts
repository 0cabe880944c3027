import { Type as T } from 'typebox'
import { defineEvent } from '../../platform/operation/index.ts'

export const versionSigned = defineEvent({
  name: 'agreements.version-signed.v1',
  zh: '协议版本已由各方签署',
  en: 'A version was signed by every party',
  payload: T.Object({ agreementId: T.String(), versionId: T.String(), validFrom: T.String() }),
})

export const agreementEnded = defineEvent({
  name: 'agreements.agreement-ended.v1',
  zh: '协议已终止',
  en: 'An agreement was ended',
  payload: T.Object({ agreementId: T.String(), lastDay: T.String() }),
})
