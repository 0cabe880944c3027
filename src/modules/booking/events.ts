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

const onDay = (name: string, zh: string, en: string) => defineEvent({ name: `booking.${name}.v1`, zh, en, payload: visit })

export const visitCheckedIn = onDay('visit-checked-in', '已签到', 'A person has come to her visit')
export const visitCalled = onDay('visit-called', '已叫号', 'A person was called')
export const visitMissed = onDay('visit-missed', '过号', 'A person did not come when called')
export const visitReturned = onDay('visit-returned', '过号后回到队列', 'A person came back after she had missed her call')
export const visitStarted = onDay('visit-started', '开始就诊', 'The doctor began')
export const visitFinished = onDay('visit-finished', '就诊结束', 'The visit was finished')
export const visitReassigned = onDay('visit-reassigned', '已改诊室或医生', 'Another expert or room serves the visit')
export const visitNotAttended = onDay('visit-not-attended', '爽约', 'Nobody came to a visit')
