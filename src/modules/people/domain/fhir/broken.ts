import type { Name, Refused } from '../../../../kernel/result.ts'
import { refuse } from '../../refusals.ts'

/** Refuses a bundle at one place of it, such as `entry[12].resource.subject.reference`. */
export const broken = (path: string, problem: Name): Refused<'people.bundle-broken'> => refuse('people.bundle-broken', { path, problem })

export const problems = {
  missing: { zh: '缺少这一项', en: 'is missing' },
  text: { zh: '应为文字', en: 'should be text' },
  object: { zh: '应为对象', en: 'should be an object' },
  array: { zh: '应为数组', en: 'should be an array' },
  number: { zh: '应为数字', en: 'should be a number' },
  integer: { zh: '应为整数', en: 'should be an integer' },
  boolean: { zh: '应为 true 或 false', en: 'should be true or false' },
  empty: { zh: '不能为空', en: 'should not be empty' },
  characters: { zh: '有不允许的控制字符或残缺的字符', en: 'has a control character or half a character' },
  address: { zh: '应为网址或 urn:uuid:…', en: 'should be an address or urn:uuid:…' },
  id: { zh: '应为字母、数字、- 和 .', en: 'should be of letters, digits, - and .' },
  deep: { zh: '嵌套太深', en: 'is nested too deep' },
  birthDate: { zh: '这一天不存在或在将来', en: 'is no day that exists, or lies in the future' },
  oneDate: { zh: '需要 occurrenceDateTime 或 occurrenceString', en: 'needs occurrenceDateTime or occurrenceString' },
  oneMedication: {
    zh: '需要 medicationCodeableConcept 或 medicationReference',
    en: 'needs medicationCodeableConcept or medicationReference',
  },
  nameless: {
    zh: '既没有 fullUrl 也没有 resource.id，再次导入时无法认出它',
    en: 'has neither fullUrl nor resource.id, so it could not be recognised a second time',
  },
  unknown: (reference: string): Name => ({
    zh: `${reference} 不在这个包里，以前也没有收到过`,
    en: `${reference} is not in this bundle and not known`,
  }),
  search: (reference: string): Name => ({
    zh: `${reference} 只支持按 identifier=系统|值 查找`,
    en: `${reference} can be found by identifier=SYSTEM|VALUE only`,
  }),
  several: (reference: string): Name => ({
    zh: `${reference} 在这个包里不止一个`,
    en: `${reference} is more than one resource of this bundle`,
  }),
  noPatient: (reference: string): Name => ({ zh: `${reference} 不是就诊人（Patient）`, en: `${reference} is no Patient` }),
  oneOf: (allowed: readonly string[]): Name => ({ zh: `应为 ${allowed.join('、')} 之一`, en: `should be one of ${allowed.join(', ')}` }),
  twice: (place: number): Name => ({ zh: `与 entry[${place}] 是同一个资源`, en: `is the same resource as entry[${place}]` }),
  otherPerson: { zh: '以前收到时属于另一位就诊人', en: 'belonged to another person when it came before' },
  otherPersonByIdentifier: (path: string): Name => ({
    zh: `与 ${path} 指向两位不同的就诊人，请先核对证件`,
    en: `and ${path} are known of two different persons: compare their papers first`,
  }),
  differs: (path: string): Name => ({
    zh: `与按 ${path} 已登记的就诊人不一致，请先核对证件`,
    en: `differs from the person who is known by ${path}: compare the papers first`,
  }),
} as const
