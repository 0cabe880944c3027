import { Type as T } from 'typebox'
import { defineEvent } from '../../platform/operation/index.ts'

const bill = T.Object({ billId: T.String(), visitId: T.String() })

export const billIssued = defineEvent({ name: 'billing.bill-issued.v1', zh: '账单已开出', en: 'A bill was issued', payload: bill })
export const billSettled = defineEvent({
  name: 'billing.bill-settled.v1',
  zh: '账单已结清',
  en: 'Patient and payer have settled a bill',
  payload: bill,
})
export const billRefunded = defineEvent({
  name: 'billing.bill-refunded.v1',
  zh: '账单已退款',
  en: 'A bill was refunded',
  payload: T.Object({ billId: T.String(), visitId: T.String(), refundId: T.String() }),
})
