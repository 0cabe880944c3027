import { defineRefusals, refuserOf } from '../kernel/refusal.ts'

/** Refusals that every operation can meet. */
export const refusals = defineRefusals({
  'platform.not-signed-in': { category: 'forbidden', zh: '请先登录。', en: 'Sign in first.' },
  'platform.bearer-wrong': {
    category: 'forbidden',
    zh: '令牌不对或没有给出，请核对连接设置。',
    en: 'The bearer token is wrong or missing; check the settings of the connection.',
  },
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
  'platform.login-taken': {
    category: 'conflict',
    zh: '这个账号名已经有人用了，请换一个。',
    en: 'This account name is taken; choose another.',
  },
  'platform.role-not-held': {
    category: 'forbidden',
    zh: '您在这家机构没有角色，不能切换过去。',
    en: 'You hold no role at this institution, so you cannot switch to it.',
  },
  'platform.person-not-open': {
    category: 'forbidden',
    zh: '目前没有查看此人的理由：机构要有登记、就诊、转诊、签约或同意，由服务台登记、确认预约，或由本人同意；手机版只能看本人和已添加的家人。',
    en: 'There is no reason to see this person now: an institution needs a registration, visit, referral, contract or consent: register her at the desk, confirm a visit, or ask her to agree; the app shows oneself and the family members that were added.',
  },
  'platform.family-self': { category: 'invalid', zh: '不能把自己添加为自己的家人。', en: 'Nobody can be added to her own family.' },
  'platform.family-already': {
    category: 'conflict',
    zh: '此人已经在家人里，不需要再添加。',
    en: 'This person is in the family already; there is nothing to add.',
  },
  'platform.family-full': {
    category: 'conflict',
    zh: '一个账号最多添加 {limit} 位家人，请先移除一位。',
    en: 'An account holds at most {limit} family members; remove one first.',
  },
  'platform.answered-once': {
    category: 'conflict',
    zh: '这一步已经完成，结果只显示一次，没有保存；请再做一次。',
    en: 'This was done, and its answer is shown once only and not kept; do it again.',
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
  'platform.term-column': {
    category: 'invalid',
    zh: '没有“{column}”这一列，或者它出现了两次；可用的列：{known}。',
    en: 'There is no column “{column}”, or it is there twice; columns: {known}.',
  },
  'platform.term-cell': {
    category: 'invalid',
    zh: '“{column}”缺少内容，或“{value}”不符合要求；各列要求见 docs/reference/terms.md。',
    en: '“{column}” is missing, or “{value}” does not fit; docs/reference/terms.md says what each column takes.',
  },
  'platform.term-twice': {
    category: 'invalid',
    zh: '编码“{code}”在第 {line} 行已经出现过，请去掉一行。',
    en: 'The code “{code}” stands on line {line} already; take one away.',
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
