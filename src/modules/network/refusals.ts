import { defineRefusals, refuserOf } from '../../kernel/refusal.ts'

export const refusals = defineRefusals({
  'network.name-taken': {
    category: 'conflict',
    zh: '“{name}”已经有了，请换一个名称。',
    en: '“{name}” exists already; choose another name.',
  },
  'network.institution-unknown': {
    category: 'not-found',
    zh: '没有这家机构：{institutionId}。',
    en: 'There is no such institution: {institutionId}.',
  },
  'network.practitioner-unknown': {
    category: 'not-found',
    zh: '没有这位医师：{practitionerId}。',
    en: 'There is no such practitioner: {practitionerId}.',
  },
  'network.network-unknown': { category: 'not-found', zh: '没有代号为“{code}”的网络。', en: 'There is no network with the code “{code}”.' },
  'network.site-unknown': { category: 'not-found', zh: '没有这个院区：{siteId}。', en: 'There is no such site: {siteId}.' },
  'network.licence-missing': {
    category: 'conflict',
    zh: '“{party}”在 {date} 没有有效的执业许可，请“{renewer}”先登记执业证。',
    en: '“{party}” has no licence on {date}; “{renewer}” has to enter it first.',
  },
  'network.licence-expired': {
    category: 'conflict',
    zh: '“{party}”的执业证 {number} 已于 {expiredOn} 到期，请“{renewer}”续期。',
    en: 'The licence {number} of “{party}” ended on {expiredOn}; “{renewer}” can renew it.',
  },
  'network.licence-scope': {
    category: 'conflict',
    zh: '“{party}”的执业证 {number} 的范围不含“{specialty}”，请“{renewer}”办理变更，或另选。',
    en: 'The licence {number} of “{party}” does not cover “{specialty}”; “{renewer}” can have it changed, or choose another.',
  },
  'network.filing-missing': {
    category: 'conflict',
    zh: '“{practitioner}”在“{institution}”没有 {date} 有效的备案，请“{renewer}”先办理备案。',
    en: '“{practitioner}” has no filing at “{institution}” on {date}; “{renewer}” has to file it first.',
  },
  'network.filing-expired': {
    category: 'conflict',
    zh: '“{practitioner}”在“{institution}”的备案已于 {expiredOn} 到期，请“{renewer}”续期。',
    en: 'The filing of “{practitioner}” at “{institution}” ended on {expiredOn}; “{renewer}” can renew it.',
  },
  'network.filing-scope': {
    category: 'conflict',
    zh: '“{practitioner}”在“{institution}”的备案范围不含“{specialty}”，请“{renewer}”办理变更，或另选。',
    en: 'The filing of “{practitioner}” at “{institution}” does not cover “{specialty}”; “{renewer}” can have it changed, or choose another.',
  },
  'network.licence-number-taken': {
    category: 'conflict',
    zh: '执业证号 {number} 属于另一方，请核对证号。',
    en: 'The licence number {number} belongs to another party; check it.',
  },
  'network.licence-overlaps': {
    category: 'conflict',
    zh: '执业证 {number} 的日期与已登记的执业证重叠，请核对起止日期，或办理续期。',
    en: 'The days of licence {number} overlap with a licence that is entered already; check them, or renew it.',
  },
  'network.licence-unknown': { category: 'not-found', zh: '没有这张执业证：{licenceId}。', en: 'There is no such licence: {licenceId}.' },
  'network.filing-unknown': { category: 'not-found', zh: '没有这项备案：{filingId}。', en: 'There is no such filing: {filingId}.' },
  'network.filing-overlaps': {
    category: 'conflict',
    zh: '这些日期里已经有备案，请核对起止日期，或办理续期。',
    en: 'There is a filing on some of these days already; check the days, or renew it.',
  },
  'network.filing-not-needed': {
    category: 'conflict',
    zh: '“{institution}”是“{practitioner}”的主要执业机构，不需要备案。',
    en: '“{institution}” is the main institution of “{practitioner}”; she needs no filing there.',
  },
  'network.filing-beyond-licence': {
    category: 'conflict',
    zh: '备案范围“{specialty}”超出了“{practitioner}”执业证的范围，请改小范围，或先变更执业证。',
    en: 'The scope “{specialty}” goes beyond the licence of “{practitioner}”; narrow it, or have the licence changed first.',
  },
  'network.endless': {
    category: 'conflict',
    zh: '它没有截止日期，不需要续期。',
    en: 'It has no last day, so there is nothing to renew.',
  },
  'network.period-wrong': {
    category: 'invalid',
    zh: '截止日期 {until} 早于开始日期 {from}，请改正。',
    en: 'The last day {until} is before the first day {from}; correct it.',
  },
  'network.not-a-member': {
    category: 'conflict',
    zh: '“{party}”不是网络“{code}”的成员。',
    en: '“{party}” is no member of the network “{code}”.',
  },
  'network.operator-stays': {
    category: 'conflict',
    zh: '运营方不能退出自己运营的网络“{code}”。',
    en: 'The operator cannot leave the network “{code}” that it runs.',
  },
  'network.travel-one-site': {
    category: 'invalid',
    zh: '路程需要两个不同的院区。',
    en: 'A way needs two different sites.',
  },
})
export type NetworkRefusal = keyof typeof refusals
export const refuse = refuserOf(refusals)
