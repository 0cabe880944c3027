import { Type as T } from 'typebox'
import { defineEvent } from '../../platform/operation/index.ts'

const order = T.Object({ orderId: T.String() })
const criticalValue = T.Object({ criticalValueId: T.String(), orderId: T.String() })

export const noteSigned = defineEvent({
  name: 'care.note-signed.v1',
  zh: '病历已签署',
  en: 'A note was signed',
  payload: T.Object({ noteId: T.String(), visitId: T.String() }),
})
export const ordersSigned = defineEvent({
  name: 'care.orders-signed.v1',
  zh: '医嘱已签署',
  en: 'Orders were signed',
  payload: T.Object({ visitId: T.String(), orderIds: T.Array(T.String()) }),
})
export const orderEnded = defineEvent({
  name: 'care.order-ended.v1',
  zh: '医嘱已取消或退回',
  en: 'An order was cancelled or rejected',
  payload: order,
})
export const resultReleased = defineEvent({
  name: 'care.result-released.v1',
  zh: '结果已发布',
  en: 'A result was released',
  payload: order,
})
export const criticalValueReported = defineEvent({
  name: 'care.critical-value-reported.v1',
  zh: '危急值已报告',
  en: 'A critical value was reported',
  payload: criticalValue,
})
export const criticalValueReadBack = defineEvent({
  name: 'care.critical-value-read-back.v1',
  zh: '危急值已回读',
  en: 'A critical value was read back',
  payload: criticalValue,
})
