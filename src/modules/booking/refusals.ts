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
  'booking.resource-on-leave': {
    category: 'conflict',
    zh: '“{resource}”这段时间停诊或停用，请另选时间或另选一位。',
    en: '“{resource}” is away at this time; choose another time or another one.',
  },
  'booking.travel-too-short': {
    category: 'conflict',
    zh: '“{resource}”前后在另一个院区，路上要 {minutes} 分钟，来不及；请另选时间。',
    en: '“{resource}” is at another site just before or after, {minutes} minutes away; choose another time.',
  },
  'booking.owner-not-member': {
    category: 'conflict',
    zh: '“{resource}”的所属机构当天不在这个网络里，请联系运营方。',
    en: 'The owner of “{resource}” is no member of this network on that day; ask the operator.',
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
  'booking.offering-code-taken': {
    category: 'conflict',
    zh: '代号“{code}”在这个网络里已经用过，请换一个。',
    en: 'The code “{code}” is used in this network already; choose another.',
  },
  'booking.price-twice': {
    category: 'invalid',
    zh: '“{title}”的“{category}”写了两个价格，同一院区只能有一个，请删去一个。',
    en: 'There are two prices for “{category}” with “{title}”; a site has one: leave one out.',
  },
  'booking.rota-line-backwards': {
    category: 'invalid',
    zh: '第 {line} 行的结束时间 {closes} 不在开始时间 {opens} 之后，请改正。',
    en: 'Line {line} ends at {closes}, which is not after {opens}; correct it.',
  },
  'booking.rota-lines-overlap': {
    category: 'invalid',
    zh: '第 {line} 行与前面同一院区的时间重叠，请合并或改正。',
    en: 'Line {line} overlaps an earlier one at the same site; join or correct them.',
  },
  'booking.rota-breaks-promises': {
    category: 'conflict',
    zh: '新排班会落空 {count} 个已约的号，最早在 {first}；请先改约，或从更晚的日期开始。',
    en: 'The new rota would lose {count} promised visits, the first at {first}; move them, or begin later.',
  },
  'booking.leave-backwards': {
    category: 'invalid',
    zh: '停诊的最后一天 {until} 早于第一天 {from}，请改正。',
    en: 'The last day of the leave, {until}, is before its first, {from}; correct it.',
  },
  'booking.leave-overlaps': {
    category: 'conflict',
    zh: '这段时间里已登记过停诊，请先取消那一次。',
    en: 'A leave is entered in this time already; withdraw that one first.',
  },
  'booking.leave-breaks-promises': {
    category: 'conflict',
    zh: '这段时间已有 {count} 个约定，最早在 {first}；请先改约，再登记停诊。',
    en: '{count} visits are promised in this time, the first at {first}; move them before the leave.',
  },
  'booking.step-not-now': {
    category: 'conflict',
    zh: '现在是“{status}”，不能“{step}”。',
    en: 'It is “{status}” now, so “{step}” cannot be done.',
  },
  'booking.not-checked-in': {
    category: 'conflict',
    zh: '还没有签到，请先签到。',
    en: 'This person has not checked in yet; check in first.',
  },
  'booking.another-is-called': {
    category: 'conflict',
    zh: '{ticket} 已叫号，请先让他就诊，或记为过号。',
    en: '{ticket} is called already; start that visit, or mark it as missed.',
  },
  'booking.another-is-in-progress': {
    category: 'conflict',
    zh: '{ticket} 还在就诊，请先结束。',
    en: '{ticket} is with the doctor; finish that visit first.',
  },
  'booking.room-in-use': {
    category: 'conflict',
    zh: '“{room}”里还有人在就诊，请换一间，或先结束那一位。',
    en: 'Somebody is being seen in “{room}”; take another room, or finish that visit first.',
  },
  'booking.nobody-waits': {
    category: 'conflict',
    zh: '这位医生现在没有人在候诊。',
    en: 'Nobody waits for this expert now.',
  },
  'booking.call-too-old': {
    category: 'conflict',
    zh: '叫号已超过 {minutes} 分钟，不能撤回；没有来的请记为过号。',
    en: 'The call is older than {minutes} minutes and cannot be taken back; who did not come is marked as missed.',
  },
  'booking.check-in-not-today': {
    category: 'conflict',
    zh: '预约在 {startsAt}，请在当天签到。',
    en: 'The visit is on {startsAt}; check in on that day.',
  },
  'booking.visit-code-unknown': {
    category: 'not-found',
    zh: '这个码不是就诊码，或不归本机构接待；请让患者打开“我的就诊”重新出示，或按姓名查找。',
    en: 'This is no visit code of ours; ask for the code under “My visit”, or search by name.',
  },
  'booking.presence-code-wrong': {
    category: 'invalid',
    zh: '到场码不对，请看候诊大屏上今天的六位数字，或到前台签到。',
    en: 'The code is wrong; take today’s six digits from the wall, or check in at the desk.',
  },
  'booking.no-practitioner': {
    category: 'not-found',
    zh: '您的账号没有关联医师，所以没有自己的今日就诊；请打开前台队列。',
    en: 'Your account belongs to no practitioner, so it has no day list of its own; open the front desk instead.',
  },
  'booking.site-unknown': {
    category: 'not-found',
    zh: '没有这个院区，或者本机构不在那里接诊。',
    en: 'There is no such site, or this institution does not work there.',
  },
  'booking.expert-not-on-duty': {
    category: 'conflict',
    zh: '“{expert}”现在不在这个院区出诊，请另选一位。',
    en: '“{expert}” is not on duty at this site now; choose another.',
  },
  'booking.squeeze-needs-reason': {
    category: 'conflict',
    zh: '“{expert}”这段时间已约满，加号请写明原因。',
    en: '“{expert}” is promised to others in this time; write why this person is squeezed in.',
  },
  'booking.same-place': {
    category: 'invalid',
    zh: '已经在这位医生和这间诊室，请另选一个。',
    en: 'That is the expert and room she has already; choose another.',
  },
  'booking.calendar-unknown': { category: 'not-found', zh: '没有这个资源：{resourceId}。', en: 'There is no such resource: {resourceId}.' },
})
export const refuse = refuserOf(refusals)
