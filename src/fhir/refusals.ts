import { defineRefusals, refuserOf } from '../kernel/refusal.ts'

export const refusals = defineRefusals({
  'fhir.type-unknown': {
    category: 'not-found',
    zh: '这里没有“{type}”这类资源；有哪些见 /fhir/R4/metadata。',
    en: 'There are no resources of the type “{type}” here; /fhir/R4/metadata says which there are.',
  },
  'fhir.interaction-unknown': {
    category: 'not-found',
    zh: '这个地址没有这种操作；{type} 能做什么见 /fhir/R4/metadata。',
    en: 'This address does not do that; /fhir/R4/metadata says what {type} offers.',
  },
  'fhir.read-only': {
    category: 'forbidden',
    zh: 'FHIR 接口只读，没有保存任何东西。{instead}',
    en: 'This door only reads, nothing was saved. {instead}',
  },
  'fhir.version-unknown': {
    category: 'not-found',
    zh: '没有“{version}”这个版本；有哪些版本见 _history。',
    en: 'There is no version “{version}”; _history lists those that are kept.',
  },
  'fhir.parameter-unknown': {
    category: 'invalid',
    zh: '{type} 不认识参数“{parameter}”，请去掉它（或用 Prefer: handling=lenient）；可用的：{known}。',
    en: '{type} does not know the parameter “{parameter}”; leave it out, or ask with Prefer: handling=lenient. Known: {known}.',
  },
  'fhir.parameter-wrong': {
    category: 'invalid',
    zh: '参数“{parameter}”的值“{value}”读不懂：{expected}。',
    en: 'The value “{value}” of the parameter “{parameter}” cannot be read: {expected}.',
  },
  'fhir.modifier-unknown': {
    category: 'invalid',
    zh: '参数“{parameter}”不支持修饰“:{modifier}”，请去掉它。',
    en: 'The parameter “{parameter}” does not take the modifier “:{modifier}”; leave it out.',
  },
  'fhir.too-wide': {
    category: 'invalid',
    zh: '查 {type} 的范围太宽，请至少给出其中一个：{needs}。',
    en: 'This search for {type} is too wide; give at least one of {needs}.',
  },
  'fhir.one-person': {
    category: 'invalid',
    zh: '一次请求只能查一个人的资料，请分开查。',
    en: 'One request reads one person’s facts; ask for each person on her own.',
  },
  'fhir.page-of-another': {
    category: 'invalid',
    zh: '这个翻页链接属于另一次查询或另一个登录，请从第一页开始。',
    en: 'This link to a page belongs to another search or another session; begin at the first page.',
  },
  'fhir.format-unknown': {
    category: 'invalid',
    zh: '只提供 JSON，请用 Accept: application/fhir+json。',
    en: 'JSON only: ask with Accept: application/fhir+json.',
  },
  'fhir.too-many-to-count': {
    category: 'invalid',
    zh: '超过 {limit} 条，不逐条计数；请缩小范围。',
    en: 'More than {limit}: they are not counted one by one; narrow the search.',
  },
})

export type FhirRefusal = keyof typeof refusals
export const refuse = refuserOf(refusals)
