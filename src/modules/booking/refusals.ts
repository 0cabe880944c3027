import { defineRefusals, refuserOf } from '../../kernel/refusal.ts'

export const refusals = defineRefusals({
  'booking.offering-unknown': {
    category: 'not-found',
    zh: '没有这个项目，或者它已停止提供。',
    en: 'This service is not offered, or no longer.',
  },
  'booking.needs-not-met': {
    category: 'invalid',
    zh: '这个项目需要一位或一台“{role}”，请选一个合适的。',
    en: 'This service needs a fitting “{role}”; choose one.',
  },
  'booking.time-past': { category: 'invalid', zh: '{startsAt} 已经过去，请选以后的时间。', en: '{startsAt} is past; choose a later time.' },
  'booking.resource-closed': {
    category: 'conflict',
    zh: '“{resource}”在这个时间不开诊，请另选时间。',
    en: '“{resource}” is not open at this time; choose another.',
  },
  'booking.resource-taken': {
    category: 'conflict',
    zh: '刚刚被别人约走了，请另选一个时间。',
    en: 'Somebody has just taken it; choose another time.',
  },
  'booking.expert-not-filed': {
    category: 'conflict',
    zh: '“{expert}”在“{institution}”没有有效的执业备案，请这家机构先办理备案。',
    en: '“{expert}” has no filing in force at “{institution}”; that institution has to file it first.',
  },
  'booking.price-missing': {
    category: 'conflict',
    zh: '“{expert}”做这个项目还没有定价，请联系运营方。',
    en: 'This service has no price with “{expert}” yet; ask the operator.',
  },
  'booking.person-busy': { category: 'conflict', zh: '就诊人在这段时间已有另一个预约。', en: 'The person has another visit at this time.' },
  'booking.hold-expired': { category: 'conflict', zh: '锁号已到期释放，请重新选择。', en: 'The hold has expired; choose again.' },
  'booking.already-prolonged': { category: 'conflict', zh: '锁号只能延长一次。', en: 'A hold can be prolonged once only.' },
  'booking.visit-moved-on': {
    category: 'conflict',
    zh: '这个预约刚有变化，请看最新状态。',
    en: 'This visit has just changed; look at its state now.',
  },
  'booking.visit-ended': {
    category: 'conflict',
    zh: '这个预约已经取消或已开始，不能再改。',
    en: 'This visit is cancelled or has begun; it can no longer be changed.',
  },
  'booking.calendar-unknown': { category: 'not-found', zh: '没有这个资源：{resourceId}。', en: 'There is no such resource: {resourceId}.' },
})
export const refuse = refuserOf(refusals)
