import type { Module } from '../../platform/operation/index.ts'
import { giveConsent, recordConsent, withdrawConsent } from './commands/consent.ts'
import { addFamilyMember, endFamilyMember, linkFamily } from './commands/family.ts'
import { importBundle } from './commands/import-bundle.ts'
import { importPersons } from './commands/import-persons.ts'
import { invitePerson } from './commands/invite-person.ts'
import { registerPerson } from './commands/register-person.ts'
import { revealIdentifier } from './commands/reveal-identifier.ts'
import { signUp } from './commands/sign-up.ts'
import { sexWords } from './domain/person.ts'
import { personRegistered } from './events.ts'
import { findPeople } from './queries/find-people.ts'
import { listFacts } from './queries/list-facts.ts'
import { listFamily } from './queries/list-family.ts'
import { listOpenings } from './queries/list-openings.ts'
import { openPerson } from './queries/open-person.ts'
import { listConsentTexts, showConsents } from './queries/show-consents.ts'
import { showPortrait } from './queries/show-portrait.ts'
import { showSource } from './queries/show-source.ts'
import { refusals } from './refusals.ts'
import { peopleInvariants } from './store/invariants.ts'

export const people: Module = {
  name: 'people',
  zh: '就诊人',
  en: 'People',
  permissions: {
    'people.person.register': { zh: '登记就诊人', en: 'Register people' },
    'people.person.find': { zh: '搜索本机构的就诊人', en: 'Find people of the institution' },
    'people.person.open': { zh: '打开就诊人资料', en: 'Open a person' },
    'people.person.invite': { zh: '发邀请码', en: 'Make invitation codes' },
    'people.identifier.reveal': { zh: '查看完整证件号和手机号', en: 'Show whole ID numbers and phones' },
    'people.family.add': { zh: '添加家人', en: 'Add family members' },
    'people.family.link': { zh: '在服务台关联家人', en: 'Link family members at the desk' },
    'people.family.end': { zh: '移除家人', en: 'End family links' },
    'people.consent.give': { zh: '同意和撤回同意', en: 'Give and withdraw consent' },
    'people.bundle.import': { zh: '导入外部病历', en: 'Bring in records from outside' },
    'people.consent.record': { zh: '登记纸质同意书', en: 'Record consents on paper' },
  },
  refusals,
  events: [personRegistered],
  routes: [
    { method: 'GET', path: '/api/people', operation: findPeople },
    { method: 'GET', path: '/api/people/family', operation: listFamily },
    { method: 'GET', path: '/api/people/consents', operation: showConsents },
    { method: 'GET', path: '/api/people/consent-texts', operation: listConsentTexts, open: true },
    { method: 'GET', path: '/api/people/openings', operation: listOpenings },
    { method: 'GET', path: '/api/people/:personId', operation: openPerson },
    { method: 'GET', path: '/api/people/persons/:personId/facts/:factId/source', operation: showSource },
    { method: 'GET', path: '/api/people/persons/:personId/portrait', operation: showPortrait },
    { method: 'GET', path: '/api/people/persons/:personId/facts', operation: listFacts },
    { method: 'POST', path: '/api/people', operation: registerPerson },
    { method: 'POST', path: '/api/people/import', operation: importPersons },
    { method: 'POST', path: '/api/people/sign-up', operation: signUp, open: true, signsIn: true },
    { method: 'POST', path: '/api/people/family', operation: addFamilyMember },
    { method: 'POST', path: '/api/people/family/link', operation: linkFamily },
    { method: 'POST', path: '/api/people/family/:proxyId/end', operation: endFamilyMember },
    { method: 'POST', path: '/api/people/consents', operation: giveConsent },
    { method: 'POST', path: '/api/people/consents/withdraw', operation: withdrawConsent },
    { method: 'POST', path: '/api/people/consents/record', operation: recordConsent },
    { method: 'POST', path: '/api/people/:personId/invitation', operation: invitePerson },
    { method: 'POST', path: '/api/people/:personId/identifier', operation: revealIdentifier },
  ],
  inner: [importBundle],
  reactions: [],
  timers: [],
  invariants: peopleInvariants,
  enums: {
    sex: sexWords,
    relation: {
      child: { zh: '子女', en: 'child' },
      parent: { zh: '父母', en: 'parent' },
      spouse: { zh: '配偶', en: 'spouse' },
      other: { zh: '其他家人', en: 'other relative' },
    },
    consentPurpose: {
      service: { zh: '使用本应用，并把资料交给参与就诊的机构', en: 'use of the app, and my facts to the institutions of my visits' },
      history: { zh: '导入我在其他机构的病历并查看一年', en: 'bring in my records of other institutions and see them for a year' },
    },
    factKind: {
      problem: { zh: '问题', en: 'problem' },
      medication: { zh: '用药', en: 'medication' },
      allergy: { zh: '过敏', en: 'allergy' },
      measurement: { zh: '检验与测量', en: 'measurement' },
      imaging: { zh: '影像', en: 'imaging' },
      procedure: { zh: '操作与手术', en: 'procedure' },
      immunisation: { zh: '接种', en: 'immunisation' },
      visit: { zh: '就诊', en: 'visit' },
      document: { zh: '文书', en: 'document' },
    },
    factStatus: {
      active: { zh: '现存', en: 'active' },
      ended: { zh: '已结束', en: 'ended' },
      'entered-in-error': { zh: '录入有误', en: 'entered in error' },
    },
    factFlag: {
      low: { zh: '偏低', en: 'low' },
      high: { zh: '偏高', en: 'high' },
      'critical-low': { zh: '危急偏低', en: 'critically low' },
      'critical-high': { zh: '危急偏高', en: 'critically high' },
      abnormal: { zh: '异常', en: 'abnormal' },
    },
    sightReason: {
      own: { zh: '本机构记录', en: 'recorded by us' },
      self: { zh: '本人', en: 'my own' },
      proxy: { zh: '家人代看', en: 'as a family member' },
      'medicine-safety': { zh: '用药安全，始终可见', en: 'medicine safety, always seen' },
      visit: { zh: '本次就诊', en: 'this visit' },
      referral: { zh: '转诊', en: 'a referral' },
      board: { zh: '多学科会诊', en: 'a board' },
      contract: { zh: '签约', en: 'a contract' },
      consent: { zh: '患者同意', en: 'consent of the patient' },
      'break-glass': { zh: '紧急破窗', en: 'break-glass' },
    },
    grantReason: {
      self: { zh: '本人', en: 'the person herself' },
      proxy: { zh: '家人代办', en: 'a family member' },
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
