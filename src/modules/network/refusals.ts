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
  'network.party-unknown': {
    category: 'not-found',
    zh: '没有这家机构或这位医师：{partyId}。',
    en: 'There is no such institution or practitioner: {partyId}.',
  },
  'network.network-unknown': { category: 'not-found', zh: '没有代号为“{code}”的网络。', en: 'There is no network with the code “{code}”.' },
  'network.superior-in-circle': {
    category: 'conflict',
    zh: '一家机构不能直接或间接地做自己的上级，请另选。',
    en: 'An institution cannot be its own superior, directly or over others; choose another.',
  },
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
  'network.not-its-operator': {
    category: 'forbidden',
    zh: '网络“{code}”的成员由运营方“{operator}”登记，请联系它。',
    en: 'Members of the network “{code}” are entered by its operator “{operator}”; ask there.',
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
  'network.roster-unreadable': {
    category: 'invalid',
    zh: '文件读不出来（{problem}）：请另存为 CSV（UTF-8），首行为列名。',
    en: 'The file cannot be read ({problem}): save it as CSV (UTF-8) with the column names in its first line.',
  },
  'network.roster-column-unknown': {
    category: 'invalid',
    zh: '没有“{column}”这一列，请改名或删去；可用的列：{known}。',
    en: 'There is no column “{column}”; rename or remove it. Columns: {known}.',
  },
  'network.roster-column-twice': {
    category: 'invalid',
    zh: '列“{column}”出现了两次，请删去一列。',
    en: 'The column “{column}” stands twice; remove one.',
  },
  'network.roster-column-missing': {
    category: 'invalid',
    zh: '缺少列“{column}”，请补上。',
    en: 'The column “{column}” is missing; add it.',
  },
  'network.roster-value-missing': { category: 'invalid', zh: '“{column}”为空，请填写。', en: '“{column}” is empty; fill it in.' },
  'network.roster-value-unknown': {
    category: 'invalid',
    zh: '“{column}”不认识“{value}”，请填：{known}。',
    en: '“{column}” does not know “{value}”; write one of: {known}.',
  },
  'network.roster-date-wrong': {
    category: 'invalid',
    zh: '“{column}”的“{value}”不是日期，请写成 2026-01-31。',
    en: '“{value}” in “{column}” is no day; write it as 2026-01-31.',
  },
  'network.roster-twice': {
    category: 'invalid',
    zh: '第 {line} 行已有这条记录，请删去其中一行。',
    en: 'Line {line} holds this record already; remove one of them.',
  },
  'network.roster-depends': {
    category: 'invalid',
    zh: '它所依据的第 {line} 行有误，请先改正那一行。',
    en: 'It builds on line {line}, which is refused; correct that line first.',
  },
  'network.roster-institution-unknown': {
    category: 'invalid',
    zh: '系统和文件里都没有机构“{institution}”，请改正名称或加一行。',
    en: 'Neither the system nor the file has an institution “{institution}”; correct the name or add a row.',
  },
  'network.roster-practitioner-unknown': {
    category: 'invalid',
    zh: '系统和文件里都没有证号为“{licence}”的医师，请改正证号或加一行。',
    en: 'Neither the system nor the file has a practitioner with the licence “{licence}”; correct it or add a row.',
  },
  'network.roster-fixed': {
    category: 'conflict',
    zh: '“{column}”在系统里是“{known}”，文件里是“{given}”；导入不改这一项，请核对证号，或由运营方变更。',
    en: '“{column}” is “{known}” in the system and “{given}” in the file; an import does not change it. Check the licence number, or ask the operator.',
  },
})
export type NetworkRefusal = keyof typeof refusals
export const refuse = refuserOf(refusals)
