import { defineRefusals, refuserOf } from '../../kernel/refusal.ts'

export const refusals = defineRefusals({
  'people.id-number-shape': {
    category: 'invalid',
    zh: '身份证号应为 17 位数字加一位数字或 X，请对照证件重新输入。',
    en: 'An ID number is 17 digits and a digit or X; compare it with the card.',
  },
  'people.id-number-date': {
    category: 'invalid',
    zh: '身份证号里的出生日期不存在或在将来，请对照证件重新输入。',
    en: 'The birth date in the ID number does not exist or lies in the future; compare it with the card.',
  },
  'people.id-number-check': {
    category: 'invalid',
    zh: '身份证号的校验位不符，可能有一位输错，请对照证件重新输入。',
    en: 'The check character of the ID number does not fit: one digit may be wrong; compare it with the card.',
  },
  'people.birth-date-differs': {
    category: 'invalid',
    zh: '出生日期与身份证号不一致：证件上是 {onCard}。',
    en: 'The birth date differs from the ID number, which says {onCard}.',
  },
  'people.birth-date-impossible': {
    category: 'invalid',
    zh: '出生日期 {birthDate} 不存在或在将来。',
    en: 'The birth date {birthDate} does not exist or lies in the future.',
  },
  'people.phone-wrong': {
    category: 'invalid',
    zh: '手机号应为 11 位数字，以 1 开头。',
    en: 'A mobile number has 11 digits and begins with 1.',
  },
  'people.identity-differs': {
    category: 'conflict',
    zh: '这个身份证号已登记在另一个姓名下，请核对证件；仍有疑问请联系运营方。',
    en: 'This ID number is registered under another name: check the card, then ask the operator.',
  },
  'people.name-wrong': {
    category: 'invalid',
    zh: '姓名应为 1 到 50 个字。',
    en: 'A name has 1 to 50 characters.',
  },
  'people.sex-unknown': {
    category: 'invalid',
    zh: '性别“{sex}”不认识：请写女、男、其他或未说明，也可以留空。',
    en: 'The sex “{sex}” is not known: write female, male, other or unknown, or leave it empty.',
  },
  'people.row-without-key': {
    category: 'invalid',
    zh: '没有身份证号时，请至少写手机号，否则再次导入会把同一个人登记两次。',
    en: 'Without an ID number give a phone, or a second import would register the same person twice.',
  },
  'people.list-unreadable': {
    category: 'invalid',
    zh: '第 {line} 行读不出来：每行应是一个 JSON 对象，值为文字。',
    en: 'line {line} cannot be read: each line is one JSON object, and its values are texts.',
  },
  'people.list-column-unknown': {
    category: 'invalid',
    zh: '列“{column}”不认识或写了两次；可用的列：{known}。',
    en: 'The column “{column}” is not known or stands twice; there are: {known}.',
  },
  'people.list-name-missing': {
    category: 'invalid',
    zh: '缺少“{column}”这一列。',
    en: 'The column “{column}” is missing.',
  },
  'people.consent-own': {
    category: 'forbidden',
    zh: '这位家人有自己的账号，同意与撤回由本人在自己的账号里办理。',
    en: 'This family member has an account of her own: she agrees and withdraws there herself.',
  },
  'people.consent-missing': {
    category: 'forbidden',
    zh: '就诊人还没有同意最新的使用说明：请在手机版“同意书”里阅读并同意，或到服务台签纸质同意书。',
    en: 'The person has not agreed to the newest terms of use: read and agree under “Consent” in the app, or sign on paper at the desk.',
  },
  'people.consent-text-old': {
    category: 'conflict',
    zh: '同意书已更新到第 {newest} 版，请重新打开并阅读后再同意。',
    en: 'The text is now in version {newest}: open it again and read it before agreeing.',
  },
  'people.consent-stands': {
    category: 'conflict',
    zh: '这份同意已经登记，仍然有效。',
    en: 'This consent is recorded already and stands.',
  },
  'people.consent-on-paper': {
    category: 'invalid',
    zh: '这份同意要由导入病历的机构按纸质同意书登记，不能在手机版里给。',
    en: 'This consent is recorded on paper by the institution that brings the records in; it cannot be given in the app.',
  },
  'people.consent-none': {
    category: 'conflict',
    zh: '没有可以撤回的同意。',
    en: 'There is no consent to withdraw.',
  },
  'people.known-already': {
    category: 'conflict',
    zh: '不能用这个身份证号新建：请带证件到服务台要一个邀请码，再填写邀请码继续。',
    en: 'This ID number cannot be registered anew: bring the card to the desk, ask for an invitation code, and go on with it.',
  },
  'people.code-wrong': {
    category: 'conflict',
    zh: '邀请码不对、已用过或已过期，或者与所填的出生日期、身份证号不符；请核对，或到服务台要一个新的。',
    en: 'The code is wrong, used or over, or does not fit the birth date or ID number; check them, or ask the desk for a new one.',
  },
  'people.login-wrong': {
    category: 'invalid',
    zh: '账号为 2 到 64 个字符：字母、数字或 . _ - @，以字母或数字开头。',
    en: 'An account name has 2 to 64 letters, digits or . _ - @, and begins with a letter or digit.',
  },
  'people.password-weak': {
    category: 'invalid',
    zh: '密码至少 {least} 个字符，不能是常见密码、账号或手机号，也不能只用几个字符重复。',
    en: 'A password has at least {least} characters, and is no common one, not the account name or phone, not a few characters repeated.',
  },
  'people.bundle-unreadable': {
    category: 'invalid',
    zh: '第 {line} 行第 {column} 列：这里不是有效的 JSON。',
    en: 'line {line}, column {column}: this is no JSON.',
  },
  'people.bundle-broken': {
    category: 'invalid',
    zh: '{path} 有误：{problem}。',
    en: '{path}: {problem}.',
  },
  'people.institution-unknown': {
    category: 'not-found',
    zh: '没有名为“{name}”的机构：请写登记时的中文名或英文名。',
    en: 'There is no institution “{name}”: give its Chinese or English name as registered.',
  },
  'people.institution-missing': {
    category: 'invalid',
    zh: '还没有任何网络，请用 --institution 写明由哪家机构导入。',
    en: 'There is no network yet: say with --institution which institution imports.',
  },
  'people.fact-without-source': {
    category: 'not-found',
    zh: '这一项不是从外部导入的，没有原文。',
    en: 'This was not brought in from outside, so there is no original.',
  },
  'people.family-not-linked': {
    category: 'not-found',
    zh: '没有这条家人关系，或者它已经结束。',
    en: 'There is no such family link, or it has ended.',
  },
})
export type PeopleRefusal = keyof typeof refusals
export const refuse = refuserOf(refusals)
