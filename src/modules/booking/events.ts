import { Type as T } from 'typebox'
import { defineEvent } from '../../platform/operation/index.ts'

const visit = T.Object({ visitId: T.String() })

export const visitHeld = defineEvent({ name: 'booking.visit-held.v1', zh: '已锁号', en: 'A visit was held', payload: visit })
export const visitBooked = defineEvent({ name: 'booking.visit-booked.v1', zh: '已预约', en: 'A visit was booked', payload: visit })
export const visitCancelled = defineEvent({
  name: 'booking.visit-cancelled.v1',
  zh: '预约已取消',
  en: 'A visit was cancelled, given back or expired',
  payload: T.Object({ visitId: T.String(), because: T.String() }),
})
