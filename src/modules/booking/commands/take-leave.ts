import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defaultZone, localText, spanOfDays } from '../../../kernel/time.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { bilingual, idOf, plainDate } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { refuse } from '../refusals.ts'
import { changeCalendar, findPromised, insertLeave, lockLeave, withdrawLeaveRow } from '../store/rota.ts'
import { findOwned } from './plan-rota.ts'

/** Days on which a resource is away, both included: an expert on leave, a room or device out of use. */
export const takeLeave = defineCommand({
  name: 'booking.take-leave',
  zh: '登记停诊',
  en: 'Take leave',
  permission: 'booking.calendar.open',
  network: 'promises of several institutions may stand in the way of a leave; it answers how many, not whose',
  input: T.Object({ resourceId: idOf('resource'), from: plainDate, until: plainDate, reason: bilingual }),
  output: T.Object({ leaveId: idOf('leave') }),
  refusals: [
    'booking.calendar-unknown',
    'platform.not-permitted',
    'booking.leave-backwards',
    'booking.leave-overlaps',
    'booking.leave-breaks-promises',
  ],
  async run(work, { resourceId, from, until, reason }) {
    const owned = await findOwned(work, resourceId)
    if (!owned.ok) return owned
    if (until < from) return refuse('booking.leave-backwards', { from, until })
    await changeCalendar(work, resourceId, owned.value.ownerId)
    const span = spanOfDays(defaultZone, from, until)
    const [first, ...others] = await findPromised(work, resourceId, span)
    if (first) return refuse('booking.leave-breaks-promises', { count: others.length + 1, first: localText(defaultZone, first.from) })
    const leaveId = work.newId<'leave'>()
    const inserted = await insertLeave(work, resourceId, { id: leaveId, ...span, reasonZh: reason.zh, reasonEn: reason.en })
    return inserted.ok ? ok({ leaveId }) : inserted
  },
})

/** The resource is there after all. */
export const withdrawLeave = defineCommand({
  name: 'booking.withdraw-leave',
  zh: '取消停诊',
  en: 'Withdraw a leave',
  permission: 'booking.calendar.open',
  input: T.Object({ leaveId: idOf('leave') }),
  output: T.Object({ leaveId: idOf('leave') }),
  refusals: ['booking.calendar-unknown', 'platform.not-permitted', 'platform.not-found'],
  async run(work, { leaveId }) {
    const leave = await lockLeave(work, leaveId)
    if (!leave) return refusePlatform('platform.not-found')
    const owned = await findOwned(work, leave.resourceId)
    if (!owned.ok) return owned
    await withdrawLeaveRow(work, leaveId)
    await changeCalendar(work, leave.resourceId, owned.value.ownerId)
    return ok({ leaveId })
  },
})
