import { sql } from 'kysely'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { mayAdmit } from '../domain/party.ts'
import type { Filing, Licence } from '../domain/practice.ts'
import type { Known, KnownInstitution, KnownPractitioner } from '../domain/roster.ts'

const importLock = 7_310_011

/** Whole files are written one after the other. */
export async function lockImports(work: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(${importLock})`.execute(work.db)
}

type PartyRow = {
  id: string
  name: string
  nameEn: string
  kind: string
  title: string | null
  mainInstitutionId: string | null
  networks: string[]
  licences: Licence[]
  filings: Filing[]
}

/** The directory as a roster is compared with it: every party with its licences, filings and networks of the day. */
export async function findKnown(work: Work, date: PlainDate): Promise<Known> {
  const { rows } = await sql<PartyRow>`
    with party as (
      select id, name_zh as name, name_en, kind, null as title, null::uuid as main_institution_id from network.institution
      union all select id, name_zh, name_en, kind, title, main_institution_id from network.practitioner
    ), licence as (
      select party_id, jsonb_agg(jsonb_build_object('id', id, 'number', number, 'scope', scope, 'validFrom', valid_from, 'validUntil', valid_until)
        order by valid_from) as held
      from network.licence group by party_id
    ), filing as (
      select practitioner_id, jsonb_agg(jsonb_build_object('id', id, 'institutionId', institution_id, 'scope', scope, 'validFrom', valid_from,
        'validUntil', valid_until) order by valid_from) as filed
      from network.filing group by practitioner_id
    ), member as (
      select m.party_id, array_agg(n.code) as codes from network.membership m join network.network n on n.id = m.network_id
      where m.valid_until is null or m.valid_until >= ${date}::date group by m.party_id
    )
    select party.*, coalesce(member.codes, '{}') as networks, coalesce(licence.held, '[]') as licences, coalesce(filing.filed, '[]') as filings
    from party left join licence on licence.party_id = party.id left join filing on filing.practitioner_id = party.id
      left join member on member.party_id = party.id`.execute(work.db)
  const { rows: networks } = await sql<{ code: string; operatorId: string; operator: string }>`
    select n.code, n.operator_id, i.name_zh as operator from network.network n join network.institution i on i.id = n.operator_id`.execute(
    work.db,
  )
  const institutions = new Map<string, KnownInstitution>()
  const practitioners = new Map<string, KnownPractitioner>()
  for (const { title, mainInstitutionId, filings, ...party } of rows) {
    if (title === null || mainInstitutionId === null) institutions.set(party.name, party)
    else for (const { number } of party.licences) practitioners.set(number, { ...party, title, mainInstitutionId, filings })
  }
  const byCode = networks.map(({ code, operatorId, operator }) => [code, { operator, own: mayAdmit(work.actor, operatorId) }] as const)
  return { institutions, practitioners, networks: new Map(byCode) }
}

/** English name, kind and title: what of a party may change. */
export async function saveFacts(
  work: Work,
  party: 'institution' | 'practitioner',
  { id, nameEn, kind, title }: { id: string; nameEn: string; kind: string; title: string | null },
): Promise<void> {
  if (party === 'institution')
    await sql`update network.institution set name_en = ${nameEn}, kind = ${kind} where id = ${id}`.execute(work.db)
  else await sql`update network.practitioner set name_en = ${nameEn}, kind = ${kind}, title = ${title} where id = ${id}`.execute(work.db)
}
