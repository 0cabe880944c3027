import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import { nameTokens, normalise } from '../../../kernel/name.ts'
import { ok, type Refused, type Result } from '../../../kernel/result.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Period } from '../domain/practice.ts'
import { type NetworkRefusal, refuse } from '../refusals.ts'
import type { NetworkTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<NetworkTables>()

type Named = { readonly nameZh: string; readonly nameEn: string }
export type NewInstitution = Named & { readonly id: Id<'institution'>; readonly kind: string }
export type NewPractitioner = Named & {
  readonly id: Id<'practitioner'>
  readonly mainInstitutionId: Id<'institution'>
  readonly kind: string
  readonly title: string
}
export type NewLicence = Period & {
  readonly id: Id<'licence'>
  readonly partyId: string
  readonly number: string
  readonly scope: readonly string[]
}
export type NewFiling = Period & {
  readonly id: Id<'filing'>
  readonly practitionerId: Id<'practitioner'>
  readonly institutionId: Id<'institution'>
  readonly scope: readonly string[]
}
export type NewMembership = Period & { readonly networkId: Id<'network'>; readonly partyId: string }
export type NewSite = Named & {
  readonly id: Id<'site'>
  readonly institutionId: Id<'institution'>
  readonly zone: string
  readonly addressZh: string | null
  readonly addressEn: string | null
}
export type NewPlace = Named & {
  readonly id: string
  readonly siteId: Id<'site'>
  readonly ownerId: Id<'institution'>
  readonly kind: string
}

/** Rows per statement: PostgreSQL takes 65,535 parameters. */
const chunk = 2000

async function inChunks<Row>(rows: readonly Row[], insert: (part: readonly Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += chunk) await insert(rows.slice(from, from + chunk))
}

/** Runs an insert; a broken constraint becomes the refusal that names its first value. */
export async function inserting<Code extends NetworkRefusal>(
  insert: Promise<unknown>,
  constraints: Readonly<Record<string, (value: string) => Refused<Code>>>,
): Promise<Result<null, Code>> {
  try {
    await insert
    return ok(null)
  } catch (error) {
    const { constraint = '', detail = '' } = error as { constraint?: string; detail?: string }
    const refused = constraints[constraint]
    if (!refused) throw error
    return refused(detail.match(/\)=\(([^,)]*)/)?.[1] ?? detail)
  }
}

const insertParties = (work: Work, kind: 'institution' | 'practitioner', ids: readonly string[]): Promise<void> =>
  inChunks(ids, (part) =>
    tables(work)
      .insertInto('network.party')
      .values(part.map((id) => ({ id: id as never, kind })))
      .execute(),
  )

export async function insertInstitutions(work: Work, institutions: readonly NewInstitution[]) {
  await insertParties(
    work,
    'institution',
    institutions.map(({ id }) => id),
  )
  return inserting(
    inChunks(institutions, (part) => tables(work).insertInto('network.institution').values(part).execute()),
    { institution_name_zh_key: (name) => refuse('network.name-taken', { name }) },
  )
}

/** The Chinese name in every way of typing it, the English one from each word on. */
function foundBy({ nameZh, nameEn }: Named): string[] {
  const english = nameEn.split(' ').map((_, place, words) => normalise(words.slice(place).join('')))
  return [...new Set([...nameTokens(nameZh), ...english])].filter(Boolean)
}

export async function insertPractitioners(work: Work, practitioners: readonly NewPractitioner[]) {
  await insertParties(
    work,
    'practitioner',
    practitioners.map(({ id }) => id),
  )
  return inserting(
    inChunks(
      practitioners.map((one) => ({ ...one, foundBy: foundBy(one) })),
      (part) => tables(work).insertInto('network.practitioner').values(part).execute(),
    ),
    { practitioner_main_institution_id_fkey: (institutionId) => refuse('network.institution-unknown', { institutionId }) },
  )
}

export const insertLicences = (work: Work, licences: readonly NewLicence[]) =>
  inserting(
    inChunks(licences, (part) =>
      tables(work)
        .insertInto('network.licence')
        .values(part.map((licence) => ({ ...licence, partyId: licence.partyId as never, scope: [...licence.scope] })))
        .execute(),
    ),
    {
      licence_no_overlap: (partyId) =>
        refuse('network.licence-overlaps', { number: licences.find((licence) => licence.partyId === partyId)?.number ?? '' }),
      licence_number_of_one_party: (number) => refuse('network.licence-number-taken', { number }),
    },
  )

export const insertFilings = (work: Work, filings: readonly NewFiling[]) =>
  inserting(
    inChunks(filings, (part) =>
      tables(work)
        .insertInto('network.filing')
        .values(part.map((filing) => ({ ...filing, scope: [...filing.scope] })))
        .execute(),
    ),
    {
      filing_no_overlap: () => refuse('network.filing-overlaps'),
      filing_practitioner_id_fkey: (practitionerId) => refuse('network.practitioner-unknown', { practitionerId }),
      filing_institution_id_fkey: (institutionId) => refuse('network.institution-unknown', { institutionId }),
    },
  )

export async function isParty(work: Work, id: string): Promise<boolean> {
  const row = await tables(work)
    .selectFrom('network.party')
    .select('id')
    .where('id', '=', id as never)
    .executeTakeFirst()
  return row !== undefined
}

/** Who is a member on one of these days already stays as it is. */
export const insertMemberships = (work: Work, memberships: readonly NewMembership[]): Promise<void> =>
  inChunks(memberships, (part) =>
    tables(work)
      .insertInto('network.membership')
      .values(part.map((membership) => ({ ...membership, partyId: membership.partyId as never })))
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )

export async function insertNetwork(
  work: Work,
  network: Named & { id: Id<'network'>; code: string; kind: string; operatorId: Id<'institution'> },
) {
  return inserting(tables(work).insertInto('network.network').values(network).execute(), {
    network_code_key: (name) => refuse('network.name-taken', { name }),
    network_operator_id_fkey: (institutionId) => refuse('network.institution-unknown', { institutionId }),
  })
}

/** Who operates a network. */
export async function findOperator(work: Work, networkId: Id<'network'>): Promise<Id<'institution'> | null> {
  const row = await tables(work).selectFrom('network.network').select('operatorId').where('id', '=', networkId).executeTakeFirst()
  return row?.operatorId ?? null
}

export async function findNetwork(work: Work, code: string): Promise<{ id: Id<'network'>; operatorId: Id<'institution'> } | undefined> {
  return tables(work).selectFrom('network.network').select(['id', 'operatorId']).where('code', '=', code).executeTakeFirst()
}

export async function insertSite(work: Work, site: NewSite) {
  return inserting(tables(work).insertInto('network.site').values(site).execute(), {
    site_institution_id_name_zh_key: () => refuse('network.name-taken', { name: site.nameZh }),
    site_institution_id_fkey: (institutionId) => refuse('network.institution-unknown', { institutionId }),
  })
}

export async function insertRoomOrDevice(work: Work, role: 'room' | 'device', place: NewPlace) {
  return inserting(
    tables(work)
      .insertInto(`network.${role}`)
      .values(place as never)
      .execute(),
    {
      [`${role}_site_id_name_zh_key`]: () => refuse('network.name-taken', { name: place.nameZh }),
      [`${role}_site_id_fkey`]: (siteId) => refuse('network.site-unknown', { siteId }),
      [`${role}_owner_id_fkey`]: (institutionId) => refuse('network.institution-unknown', { institutionId }),
    },
  )
}

export type MembershipRow = { readonly validFrom: PlainDate; readonly validUntil: PlainDate | null }

/** The membership that still runs on the day or later, locked. */
export async function lockMembership(
  work: Work,
  networkId: Id<'network'>,
  partyId: string,
  date: PlainDate,
): Promise<MembershipRow | undefined> {
  const { rows } = await sql<MembershipRow>`
    select valid_from, valid_until from network.membership
    where network_id = ${networkId} and party_id = ${partyId} and (valid_until is null or valid_until >= ${date}::date)
    order by valid_from limit 1 for update`.execute(work.db)
  return rows[0]
}

export async function saveMembershipEnd(
  work: Work,
  networkId: Id<'network'>,
  partyId: string,
  validFrom: PlainDate,
  validUntil: PlainDate,
): Promise<void> {
  await tables(work)
    .updateTable('network.membership')
    .set({ validUntil })
    .where('networkId', '=', networkId)
    .where('partyId', '=', partyId as never)
    .where('validFrom', '=', validFrom)
    .execute()
}

export function listInstitutions(work: Work, after: string | null, limit: number, only?: readonly Id<'institution'>[]) {
  return tables(work)
    .selectFrom('network.institution')
    .select(['id', 'kind', 'nameZh', 'nameEn'])
    .$if(after !== null, (query) => query.where('id', '>', after as Id<'institution'>))
    .$if(only !== undefined, (query) => query.where('id', 'in', only ?? []))
    .orderBy('id')
    .limit(limit)
    .execute()
}

export function listSites(work: Work) {
  return tables(work)
    .selectFrom('network.site')
    .select(['id', 'institutionId', 'nameZh', 'nameEn', 'zone'])
    .orderBy('id')
    .limit(500)
    .execute()
}

export function listResourcesOf(work: Work, ownerId: Id<'institution'>, after: string | null, limit: number) {
  return tables(work)
    .selectFrom('network.publishedResource')
    .selectAll()
    .where('ownerId', '=', ownerId)
    .$if(after !== null, (query) => query.where('id', '>', after as never))
    .orderBy('id')
    .limit(limit)
    .execute()
}
