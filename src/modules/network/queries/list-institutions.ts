import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, page, pageKey, parsePageKey, words } from '../../../platform/operation/schema.ts'
import { institutionKinds } from '../domain/party.ts'
import { listInstitutions as listRows, listSites as listSiteRows } from '../store/party.ts'

const limit = 100

export const listInstitutions = defineQuery({
  name: 'network.list-institutions',
  zh: '机构名录',
  en: 'Institutions of the network',
  permission: 'network.directory.read',
  input: T.Object({
    after: T.Optional(T.String()),
    /** Only these, at most a hundred, separated by commas. */
    ids: T.Optional(T.String({ pattern: '^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,99}$' })),
  }),
  output: page(T.Object({ id: idOf('institution'), kind: words(institutionKinds, 'institutionKind'), name: bilingual })),
  refusals: [],
  async run(work, { after, ids }) {
    const only = ids?.split(',') as Id<'institution'>[] | undefined
    const rows = await listRows(work, parsePageKey(after)?.[0] ?? null, limit + 1, only)
    const items = rows
      .slice(0, limit)
      .map(({ id, kind, nameZh, nameEn }) => ({ id, kind: kind as (typeof institutionKinds)[number], name: { zh: nameZh, en: nameEn } }))
    return ok({ items, next: rows.length > limit ? pageKey(items.at(-1)?.id ?? '') : null })
  },
})

export const listSites = defineQuery({
  name: 'network.list-sites',
  zh: '院区名录',
  en: 'Sites of the network',
  permission: 'network.directory.read',
  input: T.Object({}),
  output: T.Object({
    items: T.Array(T.Object({ id: idOf('site'), institutionId: idOf('institution'), name: bilingual, zone: T.String() })),
  }),
  refusals: [],
  async run(work) {
    const rows = await listSiteRows(work)
    return ok({ items: rows.map(({ nameZh, nameEn, ...site }) => ({ ...site, name: { zh: nameZh, en: nameEn } })) })
  },
})
