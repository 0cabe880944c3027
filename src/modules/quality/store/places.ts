import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { Work } from '../../../platform/operation/index.ts'

/** Networks of which an institution is or was a member. */
export async function listNetworksOf({ db }: Work, institutionId: Id<'institution'>) {
  const { rows } = await sql<{ id: Id<'network'>; code: string }>`select n.id, n.code from network.published_network n
    where exists (select from network.published_membership m where m.network_id = n.id and m.party_id = ${institutionId})
    order by n.code`.execute(db)
  return rows
}

export type PlacedSite = { readonly id: Id<'site'>; readonly name: Name }
/** The sites where institutions work: their own, and those where they have a room or a device. */
export async function listSitesOf({ db }: Work, ids: readonly Id<'institution'>[]): Promise<ReadonlyMap<string, PlacedSite[]>> {
  const { rows } = await sql<PlacedSite & { institutionId: string }>`
    with placed as (
      select institution_id, id as site_id from network.published_site
      union select owner_id, site_id from network.published_resource where site_id is not null)
    select p.institution_id, s.id, jsonb_build_object('zh', s.name_zh, 'en', s.name_en) as name
    from placed p join network.published_site s on s.id = p.site_id
    where p.institution_id = any (${[...ids]}::uuid[]) order by s.name_zh`.execute(db)
  const sites = new Map<string, PlacedSite[]>()
  for (const { institutionId, id, name } of rows) sites.set(institutionId, [...(sites.get(institutionId) ?? []), { id, name }])
  return sites
}
