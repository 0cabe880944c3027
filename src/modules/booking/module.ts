import type { Module } from '../../platform/operation/index.ts'
import { admitWalkIn } from './commands/admit-walk-in.ts'
import { cancelVisit, confirmVisit, expireHold, prolongHold } from './commands/change-visit.ts'
import { checkInVisit } from './commands/check-in-visit.ts'
import { holdVisit } from './commands/hold-visit.ts'
import { markNoShow, noShowKind } from './commands/mark-no-show.ts'
import { defineOffering, repriceOffering, retireOffering } from './commands/offer.ts'
import { planRota } from './commands/plan-rota.ts'
import { reassignVisit } from './commands/reassign-visit.ts'
import { callNext, callVisit, finishVisit, missVisit, recallVisit, returnVisit, startVisit, undoCall } from './commands/run-queue.ts'
import { setWall } from './commands/set-wall.ts'
import { takeLeave, withdrawLeave } from './commands/take-leave.ts'
import { configuration } from './configuration.ts'
import { stepWords } from './domain/attendance.ts'
import { priorityWords } from './domain/queue-rules.ts'
import { visitStatusWords } from './domain/visit.ts'
import {
  visitBooked,
  visitCalled,
  visitCancelled,
  visitCheckedIn,
  visitFinished,
  visitHeld,
  visitMissed,
  visitNotAttended,
  visitReassigned,
  visitReturned,
  visitStarted,
} from './events.ts'
import { findDays, findPromises } from './queries/find-promises.ts'
import { listDay, listSiteDay } from './queries/list-day.ts'
import { listOfferings, showOffering } from './queries/list-offerings.ts'
import { listQueue } from './queries/list-queue.ts'
import { findVisit, listVisits } from './queries/list-visits.ts'
import { showAttendance } from './queries/show-attendance.ts'
import { showCalendar } from './queries/show-calendar.ts'
import { showQuote } from './queries/show-quote.ts'
import { showShares } from './queries/show-shares.ts'
import { showWall } from './queries/show-wall.ts'
import { tryRota } from './queries/try-rota.ts'
import { giveBackBrokenHold } from './reactions.ts'
import { refusals } from './refusals.ts'
import { bookingInvariants } from './store/invariants.ts'

export const booking: Module = {
  name: 'booking',
  zh: '预约',
  en: 'Booking',
  permissions: {
    'booking.offering.find': { zh: '查找可约的项目和时间', en: 'Find services and free times' },
    'booking.offering.define': { zh: '定义本机构的服务项目', en: 'Define offerings of the institution' },
    'booking.calendar.open': { zh: '安排本机构资源的排班和停诊', en: 'Plan rotas and leave of the institution' },
    'booking.visit.book': { zh: '锁号、确认和取消预约', en: 'Hold, confirm and cancel visits' },
    'booking.visit.read': { zh: '查看预约', en: 'Read visits' },
    'booking.visit.check-in': { zh: '签到', en: 'Check in' },
    'booking.queue.read': { zh: '查看候诊队列和院区今日就诊', en: 'See who is here and who comes today' },
    'booking.day.read': { zh: '查看自己的今日就诊', en: 'See one’s own patients of today' },
    'booking.queue.run': { zh: '叫号、过号、开始和结束就诊、接收未预约患者', en: 'Call, start and finish visits, admit walk-ins' },
    'booking.wall.show': { zh: '打开候诊大屏', en: 'Show the wall' },
    'booking.wall.set': { zh: '设置候诊大屏', en: 'Set the wall' },
    'booking.visit.mark-no-show': { zh: '记为爽约（系统）', en: 'Mark as no-show (system)' },
    'booking.hold.expire': { zh: '锁号到期释放（系统）', en: 'Give back expired holds (system)' },
  },
  refusals,
  events: [
    visitHeld,
    visitBooked,
    visitCancelled,
    visitCheckedIn,
    visitCalled,
    visitMissed,
    visitReturned,
    visitStarted,
    visitFinished,
    visitReassigned,
    visitNotAttended,
  ],
  routes: [
    { method: 'GET', path: '/api/booking/offerings', operation: listOfferings },
    { method: 'GET', path: '/api/booking/offerings/:offeringId/days', operation: findDays },
    { method: 'GET', path: '/api/booking/offerings/:offeringId/promises', operation: findPromises },
    { method: 'POST', path: '/api/booking/offerings', operation: defineOffering },
    { method: 'GET', path: '/api/booking/offerings/:offeringId', operation: showOffering },
    { method: 'POST', path: '/api/booking/offerings/:offeringId/prices', operation: repriceOffering },
    { method: 'POST', path: '/api/booking/offerings/:offeringId/retire', operation: retireOffering },
    { method: 'GET', path: '/api/booking/calendars/:resourceId', operation: showCalendar },
    { method: 'POST', path: '/api/booking/calendars/:resourceId/rota', operation: planRota },
    { method: 'POST', path: '/api/booking/calendars/:resourceId/rota/try', operation: tryRota },
    { method: 'POST', path: '/api/booking/calendars/:resourceId/leave', operation: takeLeave },
    { method: 'POST', path: '/api/booking/leave/:leaveId/withdraw', operation: withdrawLeave },
    { method: 'GET', path: '/api/booking/visits', operation: listVisits },
    { method: 'GET', path: '/api/booking/visits/:visitId', operation: findVisit },
    { method: 'GET', path: '/api/booking/visits/:visitId/attendance', operation: showAttendance },
    { method: 'GET', path: '/api/booking/visits/:visitId/shares', operation: showShares },
    { method: 'GET', path: '/api/booking/visits/:visitId/quote', operation: showQuote },
    { method: 'POST', path: '/api/booking/visits', operation: holdVisit },
    { method: 'POST', path: '/api/booking/visits/:visitId/confirm', operation: confirmVisit },
    { method: 'POST', path: '/api/booking/visits/:visitId/prolong', operation: prolongHold },
    { method: 'POST', path: '/api/booking/visits/:visitId/cancel', operation: cancelVisit },
    { method: 'GET', path: '/api/booking/queues/:siteId', operation: listQueue },
    { method: 'GET', path: '/api/booking/walls/:siteId', operation: showWall },
    { method: 'POST', path: '/api/booking/walls/:siteId', operation: setWall },
    { method: 'GET', path: '/api/booking/day', operation: listDay },
    { method: 'GET', path: '/api/booking/queues/:siteId/day', operation: listSiteDay },
    { method: 'POST', path: '/api/booking/check-ins', operation: checkInVisit },
    { method: 'POST', path: '/api/booking/walk-ins', operation: admitWalkIn },
    { method: 'POST', path: '/api/booking/queues/:siteId/call-next', operation: callNext },
    { method: 'POST', path: '/api/booking/visits/:visitId/call', operation: callVisit },
    { method: 'POST', path: '/api/booking/visits/:visitId/recall', operation: recallVisit },
    { method: 'POST', path: '/api/booking/visits/:visitId/undo-call', operation: undoCall },
    { method: 'POST', path: '/api/booking/visits/:visitId/miss', operation: missVisit },
    { method: 'POST', path: '/api/booking/visits/:visitId/return', operation: returnVisit },
    { method: 'POST', path: '/api/booking/visits/:visitId/start', operation: startVisit },
    { method: 'POST', path: '/api/booking/visits/:visitId/finish', operation: finishVisit },
    { method: 'POST', path: '/api/booking/visits/:visitId/reassign', operation: reassignVisit },
  ],
  inner: [expireHold, markNoShow],
  reactions: [giveBackBrokenHold],
  timers: [{ kind: noShowKind, command: markNoShow, inputOf: (visitId) => ({ visitId }) }],
  invariants: bookingInvariants,
  configuration,
  enums: {
    visitStatus: visitStatusWords,
    queuePriority: priorityWords,
    queueStep: stepWords,
    endReason: {
      released: { zh: '未确认，已放回', en: 'given back' },
      expired: { zh: '锁号到期', en: 'the hold expired' },
      cancelled: { zh: '已取消', en: 'cancelled' },
    },
    dayState: {
      left: { zh: '有号', en: 'places left' },
      full: { zh: '约满', en: 'full' },
      closed: { zh: '不开诊', en: 'closed' },
    },
    commitmentKind: {
      'booking.hold-to-confirm': { zh: '锁号待确认', en: 'hold to confirm' },
      'booking.wait': { zh: '候诊', en: 'wait' },
      'booking.consultation': { zh: '就诊时长', en: 'consultation' },
    },
  },
}
