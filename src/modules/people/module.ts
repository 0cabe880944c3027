import type { Module } from '../../platform/operation/index.ts'
import { registerPerson } from './commands/register-person.ts'
import { personRegistered } from './events.ts'
import { findPeople } from './queries/find-people.ts'
import { openPerson } from './queries/open-person.ts'
import { refusals } from './refusals.ts'

export const people: Module = {
  name: 'people',
  zh: '就诊人',
  en: 'People',
  permissions: {
    'people.person.register': { zh: '登记就诊人', en: 'Register people' },
    'people.person.find': { zh: '搜索本机构的就诊人', en: 'Find people of the institution' },
    'people.person.open': { zh: '打开就诊人资料', en: 'Open a person' },
  },
  refusals,
  events: [personRegistered],
  routes: [
    { method: 'GET', path: '/api/people', operation: findPeople },
    { method: 'GET', path: '/api/people/:personId', operation: openPerson },
    { method: 'POST', path: '/api/people', operation: registerPerson },
  ],
  inner: [],
  reactions: [],
  timers: [],
  enums: {
    sex: {
      female: { zh: '女', en: 'female' },
      male: { zh: '男', en: 'male' },
      other: { zh: '其他', en: 'other' },
      unknown: { zh: '未说明', en: 'not stated' },
    },
    grantReason: {
      self: { zh: '本人', en: 'the person herself' },
      registration: { zh: '在本机构登记', en: 'registered here' },
      visit: { zh: '有就诊', en: 'a visit' },
      referral: { zh: '转诊', en: 'a referral' },
      board: { zh: '多学科会诊', en: 'a board' },
      contract: { zh: '签约', en: 'a contract' },
      consent: { zh: '本人同意', en: 'consent' },
      'break-glass': { zh: '紧急破窗', en: 'break-glass' },
    },
  },
}
