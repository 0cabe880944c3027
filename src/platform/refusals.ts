import { defineRefusals, refuserOf } from '../kernel/refusal.ts'

/** Refusals that every operation can meet. */
export const refusals = defineRefusals({
  'platform.not-signed-in': { category: 'forbidden', zh: '请先登录。', en: 'Sign in first.' },
  'platform.not-permitted': {
    category: 'forbidden',
    zh: '您没有“{permission}”这项权限，请联系运营方的管理员。',
    en: 'You lack the permission “{permission}”; the operator’s administrator can grant it.',
  },
  'platform.field-missing': { category: 'invalid', zh: '缺少“{field}”，请补上。', en: '“{field}” is missing; add it.' },
  'platform.field-unknown': {
    category: 'invalid',
    zh: '没有“{field}”这一项，请去掉它或改正名称。',
    en: 'There is no “{field}” here; leave it out or correct its name.',
  },
  'platform.field-wrong': {
    category: 'invalid',
    zh: '“{field}”的内容不符合要求（{rule}），请改正。',
    en: '“{field}” does not fit ({rule}); correct it.',
  },
  'platform.input-impossible': {
    category: 'invalid',
    zh: '这些内容放在一起不成立（{rule}），没有保存任何东西；请核对后重试。',
    en: 'These values cannot stand together ({rule}); nothing was saved. Check them and try again.',
  },
  'platform.body-unreadable': {
    category: 'invalid',
    zh: '请求内容无法读取（{problem}）：应为 JSON，Content-Type 为 application/json。',
    en: 'The request cannot be read ({problem}): send JSON with the content type application/json.',
  },
  'platform.not-found': { category: 'not-found', zh: '没有找到这一项，或者您不能查看它。', en: 'This is not here, or not yours to see.' },
  'platform.key-missing': {
    category: 'invalid',
    zh: '请求缺少 Idempotency-Key（8 到 128 个字符）。',
    en: 'The request lacks an Idempotency-Key of 8 to 128 characters.',
  },
  'platform.key-reused': {
    category: 'conflict',
    zh: '这个 Idempotency-Key 已用于另一个请求，请换一个新的。',
    en: 'This Idempotency-Key belongs to another request; take a new one.',
  },
  'platform.credentials-wrong': { category: 'forbidden', zh: '账号或密码不对。', en: 'The account or the password is wrong.' },
  'platform.too-many-attempts': {
    category: 'busy',
    zh: '尝试次数太多，请在 {retryAfterSeconds} 秒后再试。',
    en: 'Too many attempts; try again in {retryAfterSeconds} seconds.',
  },
  'platform.role-not-held': {
    category: 'forbidden',
    zh: '您在这家机构没有角色，不能切换过去。',
    en: 'You hold no role at this institution, so you cannot switch to it.',
  },
  'platform.person-not-open': {
    category: 'forbidden',
    zh: '您所在的机构目前没有查看此人的理由（登记、就诊、转诊、签约或同意）。',
    en: 'Your institution has no reason to see this person now: registration, visit, referral, contract or consent.',
  },
  'platform.configuration-differs': {
    category: 'conflict',
    zh: '“{place}”已经存在且内容不同，没有导入任何东西；请先改成一致，或换一个名称。',
    en: '“{place}” exists already and differs; nothing was imported. Make them equal first, or choose another name.',
  },
  'platform.configuration-unknown-name': {
    category: 'invalid',
    zh: '“{place}”提到的“{name}”不在文件里，系统里也没有；请补上它。',
    en: '“{place}” speaks of “{name}”, which is neither in the file nor in the system; add it.',
  },
  'platform.delivery-not-parked': {
    category: 'conflict',
    zh: '这条投递没有停放，不需要处理。',
    en: 'This delivery is not parked; there is nothing to do.',
  },
  'platform.database-away': {
    category: 'busy',
    zh: '数据库暂时没有应答，请稍后再试。',
    en: 'The database does not answer now; try again later.',
  },
  'platform.fault': {
    category: 'busy',
    zh: '系统出了差错，您的输入没有丢失。请重试；若仍不行，请报编号 {requestId}。',
    en: 'Something went wrong on our side; nothing you entered is lost. Try again, or quote number {requestId}.',
  },
})

export type PlatformRefusal = keyof typeof refusals
export const refuse = refuserOf(refusals)
