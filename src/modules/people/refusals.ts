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
})
export const refuse = refuserOf(refusals)
