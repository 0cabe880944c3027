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
  'network.network-unknown': { category: 'not-found', zh: '没有代号为“{code}”的网络。', en: 'There is no network with the code “{code}”.' },
  'network.site-unknown': { category: 'not-found', zh: '没有这个院区：{siteId}。', en: 'There is no such site: {siteId}.' },
})
export type NetworkRefusal = keyof typeof refusals
export const refuse = refuserOf(refusals)
