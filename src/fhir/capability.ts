import type { CapabilityStatement, CapabilityStatementRestResource } from '@medplum/fhirtypes'
import type { Instant } from '../kernel/time.ts'
import type { ResourceDefinition } from './resource.ts'

const both = ({ zh, en }: { zh: string; en: string }): string => `${zh}\n\n${en}`

const shared = [
  { name: '_id', type: 'token', documentation: both({ zh: '资源编号', en: 'id of the resource' }) },
  { name: '_lastUpdated', type: 'date', documentation: both({ zh: '最近变化的时间', en: 'when it last changed' }) },
] as const

function needsOf({ about, needs }: ResourceDefinition): string {
  const list = needs.join(', ')
  if (about === 'nobody')
    return needs.length > 0 ? both({ zh: `查询时至少给出：${list}。`, en: `A search gives at least one of: ${list}.` }) : ''
  if (needs.length === 0)
    return both({
      zh: '不指定就诊人时，只查到本机构自己的记录。',
      en: 'Without a patient a search finds the rows of the own institution only.',
    })
  return both({
    zh: `机构查询时至少给出：${list}；就诊人本人默认查自己。`,
    en: `A search of staff gives at least one of: ${list}; a patient finds her own by default.`,
  })
}

function resourceOf(definition: ResourceDefinition): CapabilityStatementRestResource {
  const { type, text, parameters, includes, history, sort } = definition
  const sorted = sort
    ? both({ zh: `按 ${sort.by} 排序（_sort=${sort.by} 或 -${sort.by}）。`, en: `Sorted by ${sort.by} (_sort=${sort.by} or -${sort.by}).` })
    : ''
  return {
    type,
    documentation: [both(text), needsOf(definition), sorted, history ? both(history) : ''].filter(Boolean).join('\n\n'),
    interaction: [
      { code: 'read' },
      { code: 'search-type' },
      ...(history ? [{ code: 'vread' as const }, { code: 'history-instance' as const }] : []),
    ],
    versioning: history ? 'versioned' : 'no-version',
    readHistory: Boolean(history),
    searchParam: [
      ...shared,
      ...Object.entries(parameters).map(([name, parameter]) => ({ name, type: parameter.type, documentation: both(parameter.text) })),
    ],
    ...(Object.keys(includes).length > 0 ? { searchInclude: Object.keys(includes).map((code) => `${type}:${code}`) } : {}),
  }
}

const security = both({
  zh: '先以 POST /api/platform/session/sign-in 登录，再带上 Authorization: Bearer <会话令牌> 或会话 Cookie；机构账号代表其机构，就诊人代表本人和家人。每次打开一个人都按授权检查并留痕。',
  en: 'Sign in with POST /api/platform/session/sign-in, then send Authorization: Bearer <session token> or the session cookie; staff act for their institution, a patient for herself and her family. Every opening of a person is checked against a grant and written down.',
})

/** What this door offers, made from what the rooms have registered. */
export const capabilityOf = (definitions: readonly ResourceDefinition[], base: string, now: Instant): CapabilityStatement => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: now,
  kind: 'instance',
  software: { name: 'Careloom' },
  implementation: { description: 'Careloom', url: base },
  fhirVersion: '4.0.1',
  format: ['application/fhir+json', 'json'],
  rest: [
    {
      mode: 'server',
      documentation: both({
        zh: '只读。每一页的链接只属于查询它的会话。',
        en: 'Read only. The link to a page belongs to the session that searched.',
      }),
      security: { cors: false, description: security },
      resource: definitions.map(resourceOf).toSorted((a, b) => ((a.type ?? '') < (b.type ?? '') ? -1 : 1)),
    },
  ],
})
