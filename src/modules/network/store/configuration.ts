import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { NetworkTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<NetworkTables>()

/** The network of this code with its operator's name. */
export async function findNetworkNamed(work: Work, code: string) {
  return tables(work)
    .selectFrom('network.network as n')
    .innerJoin('network.institution as i', 'i.id', 'n.operatorId')
    .select(['n.id', 'n.code', 'n.kind', 'n.nameZh', 'n.nameEn', 'i.nameZh as operator'])
    .where('n.code', '=', code)
    .executeTakeFirst()
}

export async function listMembers(work: Work, networkId: Id<'network'>) {
  const { rows } = await sql<{ partyId: string; kind: 'institution' | 'practitioner'; validFrom: PlainDate; validUntil: PlainDate | null }>`
    select m.party_id, p.kind, m.valid_from, m.valid_until from network.membership m join network.party p on p.id = m.party_id
    where m.network_id = ${networkId}`.execute(work.db)
  return rows
}

export async function listAllSites(work: Work) {
  return tables(work)
    .selectFrom('network.site')
    .select(['id', 'institutionId', 'nameZh', 'nameEn', 'zone', 'addressZh', 'addressEn'])
    .execute()
}

export async function listAllPlaces(work: Work, role: 'room' | 'device') {
  return tables(work).selectFrom(`network.${role}`).select(['siteId', 'ownerId', 'kind', 'nameZh', 'nameEn']).execute()
}
