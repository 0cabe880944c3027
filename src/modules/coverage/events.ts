import { Type as T } from 'typebox'
import { defineEvent } from '../../platform/operation/index.ts'

const claim = T.Object({ claimId: T.String(), billId: T.String() })

export const claimAnswered = defineEvent({
  name: 'coverage.claim-answered.v1',
  zh: '理赔已答复',
  en: 'A claim was answered',
  payload: claim,
})
/** What the payer owes by its answer has come in, be it nothing: the remittance says what each line brought. */
export const claimPaid = defineEvent({
  name: 'coverage.claim-paid.v1',
  zh: '理赔款已到账',
  en: 'A claim was paid',
  payload: claim,
})
