import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'

export type NetworkRow = { readonly id: Id<'network'>; readonly code: string; readonly operatorId: Id<'institution'> }

/** Networks that an institution runs or belongs to on a day; null: all. Those it runs come first. */
export async function findNetworks({ db }: Work, institutionId: Id<'institution'> | null, day: PlainDate): Promise<NetworkRow[]> {
  const { rows } = await sql<NetworkRow>`
    select n.id, n.code, n.operator_id from network.published_network n
    where ${institutionId}::uuid is null or n.operator_id = ${institutionId} or exists (
      select from network.published_membership m
      where m.network_id = n.id and m.party_id = ${institutionId} and m.valid_from <= ${day} and (m.valid_until is null or m.valid_until >= ${day}))
    order by n.operator_id is distinct from ${institutionId}::uuid, n.code`.execute(db)
  return rows
}

export type InstitutionRow = { readonly id: Id<'institution'>; readonly name: Name }
export type SiteRow = { readonly id: Id<'site'>; readonly institutionId: Id<'institution'>; readonly name: Name }

/** The institutions of a network on a day, its operator with them. */
export async function findInstitutions({ db }: Work, networkId: Id<'network'>, day: PlainDate): Promise<InstitutionRow[]> {
  const { rows } = await sql<InstitutionRow>`
    select i.id, jsonb_build_object('zh', i.name_zh, 'en', i.name_en) as name from network.published_institution i
    where exists (select from network.published_network n where n.id = ${networkId} and n.operator_id = i.id) or exists (
      select from network.published_membership m
      where m.network_id = ${networkId} and m.party_id = i.id and m.valid_from <= ${day} and (m.valid_until is null or m.valid_until >= ${day}))
    order by i.name_zh`.execute(db)
  return rows
}

/** The sites of some institutions. */
export async function findSites({ db }: Work, institutionIds: readonly Id<'institution'>[]): Promise<SiteRow[]> {
  const { rows } = await sql<SiteRow>`
    select id, institution_id, jsonb_build_object('zh', name_zh, 'en', name_en) as name from network.published_site
    where institution_id = any (${institutionIds}::uuid[]) order by name_zh`.execute(db)
  return rows
}
