import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, nullable, page, pageKey, parsePageKey, words } from '../../../platform/operation/schema.ts'
import { type ResourceRole, resourceRoles } from '../domain/party.ts'
import { listResourcesOf } from '../store/party.ts'

const limit = 100

/** What one institution brings to the network: its experts, rooms and devices. */
export const listResources = defineQuery({
  name: 'network.list-resources',
  zh: '机构的资源',
  en: 'Resources of an institution',
  permission: 'network.directory.read',
  input: T.Object({ institutionId: idOf('institution'), after: T.Optional(T.String()) }),
  output: page(
    T.Object({
      id: idOf('resource'),
      role: words(resourceRoles, 'resourceRole'),
      kind: T.String(),
      siteId: nullable(idOf('site')),
      name: bilingual,
    }),
  ),
  refusals: [],
  async run(work, { institutionId, after }) {
    const rows = await listResourcesOf(work, institutionId, parsePageKey(after)?.[0] ?? null, limit + 1)
    const items = rows.slice(0, limit).map(({ id, role, kind, siteId, nameZh, nameEn }) => ({
      id,
      role: role as ResourceRole,
      kind,
      siteId,
      name: { zh: nameZh, en: nameEn },
    }))
    return ok({ items, next: rows.length > limit ? pageKey(items.at(-1)?.id ?? '') : null })
  },
})
