import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { InstitutionKind, NetworkKind, Title } from '../domain/party.ts'

type Name = { readonly zh: string; readonly en: string }
type Terms = { scope: string[]; validFrom: PlainDate; validUntil: PlainDate | null; followed: boolean }
export type LicenceRow = Terms & { id: Id<'licence'>; number: string }
export type ExpertRow = {
  id: Id<'practitioner'>
  name: Name
  title: Title
  kind: string
  main: { id: Id<'institution'>; name: Name }
}
export type FilingRow = Terms & { id: Id<'filing'>; practitioner: ExpertRow; institution: { id: Id<'institution'>; name: Name } }
export type MembershipRow = {
  network: { id: Id<'network'>; code: string; name: Name }
  operates: boolean
  validFrom: PlainDate
  validUntil: PlainDate | null
}

const nameOf = (alias: string) => sql`jsonb_build_object('zh', ${sql.ref(`${alias}.name_zh`)}, 'en', ${sql.ref(`${alias}.name_en`)})`
const expertOf = sql`jsonb_build_object('id', p.id, 'name', ${nameOf('p')}, 'title', p.title, 'kind', p.kind,
  'main', jsonb_build_object('id', h.id, 'name', ${nameOf('h')}))`

export async function findInstitution(work: Work, id: Id<'institution'>) {
  const { rows } = await sql<{ id: Id<'institution'>; kind: InstitutionKind; name: Name }>`
    select id, kind, ${nameOf('i')} as name from network.institution i where id = ${id}`.execute(work.db)
  return rows[0]
}

export async function findPractitioner(work: Work, id: Id<'practitioner'>): Promise<ExpertRow | undefined> {
  const { rows } = await sql<{ expert: ExpertRow }>`
    select ${expertOf} as expert from network.practitioner p join network.institution h on h.id = p.main_institution_id
    where p.id = ${id}`.execute(work.db)
  return rows[0]?.expert
}

/** Practitioners by key; whose name begins with the text in some way of writing it; of an institution: who belongs to it, or (`filed`) is filed there on the day too. */
export async function listPractitioners(
  work: Work,
  {
    text,
    specialty,
    institutionId,
    filed,
  }: { text: string | null; specialty: string | null; institutionId: string | null; filed: boolean },
  date: PlainDate,
  after: string | null,
  limit: number,
): Promise<ExpertRow[]> {
  const { rows } = await sql<{ expert: ExpertRow }>`
    select ${expertOf} as expert from network.practitioner p join network.institution h on h.id = p.main_institution_id
    where (${text}::text is null or exists (select from unnest(p.found_by) token where starts_with(token, ${text})))
      and (${specialty}::text is null or p.kind = ${specialty}) and (${after}::uuid is null or p.id > ${after}::uuid)
      and (${institutionId}::uuid is null or p.main_institution_id = ${institutionId}::uuid or ${filed} and exists (
        select from network.filing f where f.practitioner_id = p.id and f.institution_id = ${institutionId}::uuid
          and f.valid_from <= ${date}::date and (f.valid_until is null or f.valid_until >= ${date}::date)))
    order by p.id limit ${limit}`.execute(work.db)
  return rows.map(({ expert }) => expert)
}

/** All licences of a party, the newest first. */
export async function listLicences(work: Work, partyId: string): Promise<LicenceRow[]> {
  const { rows } = await sql<LicenceRow>`
    select l.id, l.number, l.scope, l.valid_from, l.valid_until,
      exists (select from network.licence k where k.party_id = l.party_id and k.valid_from > l.valid_from) as followed
    from network.licence l where l.party_id = ${partyId} order by l.valid_from desc`.execute(work.db)
  return rows
}

/** Filings at an institution or of a practitioner, the one that ends next first; what ended and was renewed is left out. */
export async function listFilings(
  work: Work,
  of: 'institution' | 'practitioner',
  id: string,
  date: PlainDate,
  limit: number,
): Promise<FilingRow[]> {
  const { rows } = await sql<FilingRow>`
    select * from (
      select f.id, f.scope, f.valid_from, f.valid_until, ${expertOf} as practitioner,
        jsonb_build_object('id', i.id, 'name', ${nameOf('i')}) as institution,
        exists (select from network.filing g where g.practitioner_id = f.practitioner_id and g.institution_id = f.institution_id
          and g.valid_from > f.valid_from) as followed
      from network.filing f join network.practitioner p on p.id = f.practitioner_id
        join network.institution h on h.id = p.main_institution_id join network.institution i on i.id = f.institution_id
      where ${sql.ref(`f.${of}_id`)} = ${id}
    ) filed where not followed or valid_until >= ${date}::date
    order by valid_until nulls last, id limit ${limit}`.execute(work.db)
  return rows
}

export async function listMemberships(work: Work, partyId: string): Promise<MembershipRow[]> {
  const { rows } = await sql<MembershipRow>`
    select jsonb_build_object('id', n.id, 'code', n.code, 'name', ${nameOf('n')}) as network, n.operator_id = m.party_id as operates,
      m.valid_from, m.valid_until
    from network.membership m join network.network n on n.id = m.network_id where m.party_id = ${partyId}
    order by m.valid_from desc`.execute(work.db)
  return rows
}

export type SiteRow = { id: Id<'site'>; name: Name; address: Name | null }
export async function listSitesOf(work: Work, institutionId: Id<'institution'>): Promise<SiteRow[]> {
  const { rows } = await sql<SiteRow>`
    select s.id, ${nameOf('s')} as name, case when s.address_zh is null then null
      else jsonb_build_object('zh', s.address_zh, 'en', s.address_en) end as address
    from network.site s where s.institution_id = ${institutionId} order by s.id`.execute(work.db)
  return rows
}

export type PlaceRow = { id: Id<'resource'>; role: 'room' | 'device'; kind: string; name: Name; site: Name; host: Name }
/** Rooms and devices of an owner, with the site where each stands and whose that is. */
export async function listPlacesOf(work: Work, ownerId: Id<'institution'>): Promise<PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`
    select r.id, r.role, r.kind, ${nameOf('r')} as name, ${nameOf('s')} as site, ${nameOf('i')} as host
    from network.published_resource r join network.site s on s.id = r.site_id join network.institution i on i.id = s.institution_id
    where r.owner_id = ${ownerId} order by r.role desc, r.name_zh, r.id`.execute(work.db)
  return rows
}

/** Institutions that could host her: her main one, where she is filed, and the licensed ones of the networks that she or the reader is in. */
export async function listHosts(work: Work, practitionerId: Id<'practitioner'>, date: PlainDate, limit: number) {
  const { rows } = await sql<{ id: Id<'institution'>; name: Name }>`
    with main as (select main_institution_id as id from network.practitioner where id = ${practitionerId}),
    filed as (select institution_id as id from network.filing where practitioner_id = ${practitionerId}),
    near as (
      select m.party_id as id from network.membership m join network.membership own on own.network_id = m.network_id
      where (own.party_id = ${work.actor.institutionId}::uuid or own.party_id in (select id from main))
        and coalesce(m.valid_until, 'infinity') >= ${date}::date and coalesce(own.valid_until, 'infinity') >= ${date}::date
    )
    select i.id, ${nameOf('i')} as name from network.institution i
    where i.id in (select id from main) or i.id in (select id from filed)
      or i.id in (select id from near) and exists (select from network.licence l where l.party_id = i.id)
    order by i.id not in (select id from main), i.id not in (select id from filed), i.name_zh
    limit ${limit}`.execute(work.db)
  return rows
}

export type NetworkRow = { id: Id<'network'>; code: string; kind: NetworkKind; name: Name; operatorId: Id<'institution'> }
/** Networks, those of the institution first. */
export async function listNetworks(work: Work, institutionId: string | null): Promise<NetworkRow[]> {
  const { rows } = await sql<NetworkRow>`
    select n.id, n.code, n.kind, ${nameOf('n')} as name, n.operator_id from network.network n
    order by not exists (select from network.membership m where m.network_id = n.id and m.party_id = ${institutionId}::uuid), n.code
    limit 100`.execute(work.db)
  return rows
}

export type MapRow = {
  id: Id<'institution'>
  kind: InstitutionKind
  name: Name
  member: { from: PlainDate; until: PlainDate | null }
  licence: { validFrom: PlainDate; validUntil: PlainDate | null } | null
  experts: number
  filedExperts: number
  ending: number
  rooms: number
  devices: number
}

/** Institutions that are members of the network on the day or become so, with what each brings. */
export async function listMap(work: Work, networkId: Id<'network'>, date: PlainDate, endingBefore: PlainDate): Promise<MapRow[]> {
  const { rows } = await sql<MapRow>`
    with member as (
      select distinct on (party_id) party_id, valid_from, valid_until from network.membership
      where network_id = ${networkId} and (valid_until is null or valid_until >= ${date}::date) order by party_id, valid_from
    ), expert as (select main_institution_id as id, count(*)::int as n from network.practitioner group by 1),
    room as (select owner_id as id, count(*)::int as n from network.room group by 1),
    device as (select owner_id as id, count(*)::int as n from network.device group by 1),
    filed as (
      select institution_id as id, count(distinct practitioner_id) filter (where valid_from <= ${date}::date)::int as n,
        count(*) filter (where valid_until <= ${endingBefore}::date and not exists (
          select from network.filing g where g.practitioner_id = f.practitioner_id and g.institution_id = f.institution_id
            and g.valid_from > f.valid_from))::int as ending
      from network.filing f where valid_until is null or valid_until >= ${date}::date group by 1
    )
    select i.id, i.kind, ${nameOf('i')} as name, jsonb_build_object('from', m.valid_from, 'until', m.valid_until) as member,
      (select jsonb_build_object('validFrom', l.valid_from, 'validUntil', l.valid_until) from network.licence l
        where l.party_id = i.id order by l.valid_from <= ${date}::date desc, l.valid_from desc limit 1) as licence,
      coalesce(expert.n, 0) as experts, coalesce(filed.n, 0) as filed_experts, coalesce(filed.ending, 0) as ending,
      coalesce(room.n, 0) as rooms, coalesce(device.n, 0) as devices
    from member m join network.institution i on i.id = m.party_id
      left join expert on expert.id = i.id left join filed on filed.id = i.id
      left join room on room.id = i.id left join device on device.id = i.id
    order by i.name_zh`.execute(work.db)
  return rows
}

export type SharedSite = {
  id: Id<'site'>
  institutionId: Id<'institution'>
  name: Name
  /** Who owns rooms and devices there. */
  owners: { institutionId: Id<'institution'>; rooms: number; devices: number }[]
}
/** Sites of these institutions, and who brings what to each. */
export async function listSharedSites(work: Work, institutionIds: readonly string[]): Promise<SharedSite[]> {
  const { rows } = await sql<SharedSite>`
    select s.id, s.institution_id, ${nameOf('s')} as name, coalesce((
      select jsonb_agg(jsonb_build_object('institutionId', o.owner_id, 'rooms', o.rooms, 'devices', o.devices) order by o.owner_id) from (
        select owner_id, count(*) filter (where role = 'room') as rooms, count(*) filter (where role = 'device') as devices
        from network.published_resource where site_id = s.id group by owner_id) o), '[]') as owners
    from network.site s where s.institution_id = any (${institutionIds}::uuid[]) order by s.id`.execute(work.db)
  return rows
}
