import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { anyOf, column, type Seek, type Sought, seeking } from '../../../platform/seek/index.ts'
import type { InstitutionKind, Title } from '../domain/party.ts'

/** The directory as outside systems search it: every row with all days on which it has been and will be another. */
type Days = { readonly validFrom: PlainDate; readonly validUntil: PlainDate | null }
export type LicenceDays = Days & { readonly number: string; readonly scope: readonly string[] }

export type PublishedInstitution = {
  readonly id: Id<'institution'>
  readonly kind: InstitutionKind
  readonly name: Name
  readonly licences: readonly LicenceDays[]
  readonly memberships: readonly Days[]
}
export type PublishedPractitioner = {
  readonly id: Id<'practitioner'>
  readonly name: Name
  readonly title: Title
  readonly licences: readonly LicenceDays[]
}
/** Where a practitioner works: at home (its id is hers) or filed. */
export type PublishedRole = {
  readonly id: string
  readonly practitionerId: Id<'practitioner'>
  readonly practitioner: Name
  readonly institutionId: Id<'institution'>
  readonly institution: Name
  readonly title: Title
  readonly scope: readonly string[]
  readonly days: Days | null
}
export type PublishedPlace = {
  readonly id: string
  readonly role: 'site' | 'room'
  readonly kind: string | null
  readonly name: Name
  readonly address: Name | null
  readonly institutionId: Id<'institution'>
  readonly institution: Name
  readonly siteId: Id<'site'> | null
  readonly site: Name | null
}

const name = (alias: string) => sql`jsonb_build_object('zh', ${sql.ref(`${alias}.name_zh`)}, 'en', ${sql.ref(`${alias}.name_en`)})`
const licencesOf = (alias: string) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('number', l.number, 'scope', l.scope, 'validFrom', l.valid_from, 'validUntil', l.valid_until) order by l.valid_from), '[]')
  from network.licence l where l.party_id = ${sql.ref(`${alias}.id`)})`

const institutions: Sought = {
  id: 'i.id',
  fields: { name: anyOf('i.found_by'), kind: column('i.kind', 'text'), licence: anyOf('i.licence_numbers') },
}

export async function findPublishedInstitutions({ db }: Work, seek: Seek): Promise<PublishedInstitution[]> {
  const { rows } = await sql<PublishedInstitution>`
    select i.id, i.kind, ${name('i')} as name, ${licencesOf('i')} as licences,
      (select coalesce(jsonb_agg(jsonb_build_object('validFrom', m.valid_from, 'validUntil', m.valid_until) order by m.valid_from), '[]')
        from network.membership m where m.party_id = i.id) as memberships
    from (select *, array[name_zh, lower(replace(name_en, ' ', ''))] as found_by,
        array(select number from network.licence where party_id = institution.id) as licence_numbers from network.institution) i
    where ${seeking(seek, institutions)}`.execute(db)
  return rows
}

const practitioners: Sought = {
  id: 'p.id',
  fields: { name: anyOf('p.found_by'), licence: anyOf('p.licence_numbers') },
}

export async function findPublishedPractitioners({ db }: Work, seek: Seek): Promise<PublishedPractitioner[]> {
  const { rows } = await sql<PublishedPractitioner>`
    select p.id, ${name('p')} as name, p.title, ${licencesOf('p')} as licences
    from (select *, array(select number from network.licence where party_id = practitioner.id) as licence_numbers from network.practitioner) p
    where ${seeking(seek, practitioners)}`.execute(db)
  return rows
}

const roles: Sought = {
  id: 'r.id',
  fields: {
    practitioner: column('r.practitioner_id', 'uuid'),
    institution: column('r.institution_id', 'uuid'),
    specialty: anyOf('r.scope'),
  },
}

export async function findPublishedRoles({ db }: Work, seek: Seek): Promise<PublishedRole[]> {
  const { rows } = await sql<PublishedRole>`
    select r.id, r.practitioner_id, ${name('p')} as practitioner, r.institution_id, ${name('i')} as institution, p.title, r.scope, r.days
    from (
      select id, id as practitioner_id, main_institution_id as institution_id, array[kind] as scope, null::jsonb as days from network.practitioner
      union all select id, practitioner_id, institution_id, scope, jsonb_build_object('validFrom', valid_from, 'validUntil', valid_until)
        from network.filing) r
    join network.practitioner p on p.id = r.practitioner_id join network.institution i on i.id = r.institution_id
    where ${seeking(seek, roles)}`.execute(db)
  return rows
}

const places: Sought = {
  id: 'l.id',
  fields: {
    name: anyOf('l.found_by'),
    institution: column('l.institution_id', 'uuid'),
    site: column('l.site_id', 'uuid'),
    kind: column('l.kind', 'text'),
  },
}

export async function findPublishedPlaces({ db }: Work, seek: Seek): Promise<PublishedPlace[]> {
  const { rows } = await sql<PublishedPlace>`
    select l.id, l.role, l.kind, ${name('l')} as name, l.institution_id, ${name('i')} as institution, l.site_id,
      case when s.id is null then null else ${name('s')} end as site,
      case when l.address_zh is null then null else jsonb_build_object('zh', l.address_zh, 'en', l.address_en) end as address
    from (
      select id, 'site' as role, null::text as kind, name_zh, name_en, address_zh, address_en, institution_id, null::uuid as site_id,
        array[name_zh, lower(replace(name_en, ' ', ''))] as found_by from network.site
      union all select id, 'room', kind, name_zh, name_en, null, null, owner_id, site_id,
        array[name_zh, lower(replace(name_en, ' ', ''))] from network.room) l
    join network.institution i on i.id = l.institution_id left join network.site s on s.id = l.site_id
    where ${seeking(seek, places)}`.execute(db)
  return rows
}
