import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { SettledService, Waiting } from '../domain/statement.ts'
import { toFenJson } from './fen-json.ts'

export type Period = { readonly settledUntil: PlainDate | null; readonly statements: number }
export type NetworkOf = { readonly id: Id<'network'>; readonly code: string; readonly operatorId: Id<'institution'> }

/** A network with who runs it, its cashier. */
export async function findNetworkOf({ db }: Work, networkId: Id<'network'>): Promise<NetworkOf | undefined> {
  const { rows } = await sql<NetworkOf>`select id, code, operator_id from network.published_network where id = ${networkId}`.execute(db)
  return rows[0]
}

/** The networks that an institution runs; null: all. */
export async function findOperated({ db }: Work, institutionId: Id<'institution'> | null): Promise<NetworkOf[]> {
  const { rows } = await sql<NetworkOf>`
    select id, code, operator_id from network.published_network where ${institutionId}::uuid is null or operator_id = ${institutionId}
    order by code`.execute(db)
  return rows
}

/** The networks of which one of these parties is a member on a day, with the party. */
export async function findMemberNetworks({ db }: Work, partyIds: readonly string[], date: PlainDate) {
  const { rows } = await sql<{ networkId: Id<'network'>; code: string; partyId: string }>`
    select distinct n.id as network_id, n.code, m.party_id from network.published_membership m
    join network.published_network n on n.id = m.network_id
    where m.party_id = any (${partyIds}::uuid[]) and m.valid_from <= ${date} and (m.valid_until is null or m.valid_until >= ${date})
    order by n.code, m.party_id`.execute(db)
  return rows
}

/** Where the settlements of a network stand, locked: rivals wait here. */
export async function lockPeriod({ db }: Work, networkId: Id<'network'>): Promise<Period> {
  await sql`insert into ledger.period (network_id) values (${networkId}) on conflict do nothing`.execute(db)
  const { rows } = await sql<Period>`
    select settled_until, statements from ledger.period where network_id = ${networkId} for update`.execute(db)
  return rows[0] as Period
}

export async function findSettledUntil({ db }: Work, networkId: Id<'network'>): Promise<PlainDate | null> {
  const { rows } = await sql<Period>`select settled_until, statements from ledger.period where network_id = ${networkId}`.execute(db)
  return rows[0]?.settledUntil ?? null
}

export async function savePeriod({ db }: Work, networkId: Id<'network'>, { settledUntil, statements }: Period): Promise<void> {
  await sql`update ledger.period set settled_until = ${settledUntil}, statements = ${statements} where network_id = ${networkId}`.execute(
    db,
  )
}

export type NewSettlement = {
  readonly id: Id<'settlement'>
  readonly network: NetworkOf
  readonly from: PlainDate
  readonly until: PlainDate
  readonly collectedFen: bigint
}

/** Writes a settlement, the rows that it settles and its services; answers the id of each service's row. */
export async function insertSettlement(
  work: Work,
  { id, network, from, until, collectedFen }: NewSettlement,
  rows: readonly Waiting[],
  services: readonly SettledService[],
  maskedNameOf: (personId: string) => string,
): Promise<ReadonlyMap<string, Id<'settled-service'>>> {
  const { id: networkId, operatorId } = network
  await sql`
    insert into ledger.settlement (id, network_id, from_date, until_date, services, collected_fen, settled_at, settled_by, institution_ids)
    values (${id}, ${networkId}, ${from}, ${until}, ${services.length}, ${String(collectedFen)}, ${work.now}, ${work.actor.accountId},
      ${[operatorId]})`.execute(work.db)
  await sql`
    insert into ledger.settled_proceeds (proceeds_id, settlement_id, institution_ids)
    select proceeds_id, ${id}, ${[operatorId]}::uuid[] from unnest(${rows.map((row) => row.id)}::uuid[]) as proceeds_id`.execute(work.db)
  const ids = new Map(services.map(({ serviceId }) => [serviceId, work.newId<'settled-service'>()]))
  const records = services.map((service) => ({
    id: ids.get(service.serviceId),
    service_id: service.serviceId,
    visit_id: service.visitId,
    person_id: service.personId,
    masked_name: maskedNameOf(service.personId),
    name_zh: service.name.zh,
    name_en: service.name.en,
    service_date: service.serviceDate,
    happened_at: service.happenedAt,
    collected_fen: service.collectedFen,
    version_ids: service.evidence.versions.map(({ versionId }) => versionId),
    evidence: service.evidence,
    institution_ids: seenBy(network, service),
  }))
  await sql`
    insert into ledger.settled_service (id, settlement_id, service_id, visit_id, person_id, masked_name, name_zh, name_en, service_date,
      happened_at, collected_fen, version_ids, evidence, institution_ids)
    select s.id, ${id}, s.service_id, s.visit_id, s.person_id, s.masked_name, s.name_zh, s.name_en, s.service_date, s.happened_at,
      s.collected_fen, s.version_ids, s.evidence, s.institution_ids
    from jsonb_to_recordset(${toFenJson(records)}::jsonb) as s (id uuid, service_id uuid, visit_id uuid, person_id uuid, masked_name text,
      name_zh text, name_en text, service_date date, happened_at timestamptz, collected_fen bigint, version_ids uuid[], evidence jsonb,
      institution_ids uuid[])`.execute(work.db)
  return ids
}

/** The cashier, and the institutions that get something of it. */
function seenBy({ operatorId }: NetworkOf, { evidence }: SettledService): string[] {
  const parties = evidence.shares.filter(({ kind }) => kind === 'institution').map(({ partyId }) => partyId)
  return [...new Set([operatorId, ...parties])]
}
