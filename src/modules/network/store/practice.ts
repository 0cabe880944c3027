import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { type Filing, isInForce, type Licence, type Period, type PracticeFacts } from '../domain/practice.ts'
import { orderedPair, type TravelTimes, travelKey } from '../domain/travel.ts'
import { refuse } from '../refusals.ts'
import type { NetworkTables } from '../tables.ts'
import { inserting } from './party.ts'

const tables = ({ db }: Work) => db.withTables<NetworkTables>()

function grouped<Key extends string, Row extends Record<Key, string>>(key: Key, rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const found = groups.get(row[key])
    if (found) found.push(row)
    else groups.set(row[key], [row])
  }
  return groups
}

/** All that `mayPractise` asks of these practitioners and institutions, in four reads. */
export async function findPracticeFacts(
  work: Work,
  practitionerIds: readonly string[],
  institutionIds: readonly string[],
): Promise<PracticeFacts> {
  const practitioners = await readPractitioners(work, practitionerIds)
  const institutions = [...new Set([...institutionIds, ...practitioners.map(({ mainInstitutionId }) => mainInstitutionId)])]
  const licences = await readLicences(work, [...practitionerIds, ...institutions])
  const filings = await readFilings(work, practitionerIds, institutions)
  const houses = await readInstitutionNames(work, institutions)
  return {
    licences: grouped('partyId', licences),
    filings: grouped('practitionerId', filings),
    mainInstitutions: new Map(practitioners.map(({ id, mainInstitutionId }) => [id, mainInstitutionId])),
    names: new Map([...practitioners, ...houses].map(({ id, nameZh, nameEn }) => [id as string, { zh: nameZh, en: nameEn }])),
  }
}

type PractitionerRow = { id: Id<'practitioner'>; mainInstitutionId: Id<'institution'>; nameZh: string; nameEn: string }
async function readPractitioners(work: Work, ids: readonly string[]): Promise<PractitionerRow[]> {
  const { rows } = await sql<PractitionerRow>`
    select id, main_institution_id, name_zh, name_en from network.practitioner where id = any (${ids}::uuid[])`.execute(work.db)
  return rows
}

type LicenceRow = Licence & { partyId: string }
async function readLicences(work: Work, partyIds: readonly string[]): Promise<LicenceRow[]> {
  const { rows } = await sql<LicenceRow>`
    select id, party_id, number, scope, valid_from, valid_until from network.licence
    where party_id = any (${partyIds}::uuid[]) order by valid_from`.execute(work.db)
  return rows
}

type FilingRow = Filing & { practitionerId: string }
async function readFilings(work: Work, practitionerIds: readonly string[], institutionIds: readonly string[]): Promise<FilingRow[]> {
  const { rows } = await sql<FilingRow>`
    select id, practitioner_id, institution_id, scope, valid_from, valid_until from network.filing
    where practitioner_id = any (${practitionerIds}::uuid[]) and institution_id = any (${institutionIds}::uuid[]) order by valid_from`.execute(
    work.db,
  )
  return rows
}

async function readInstitutionNames(work: Work, ids: readonly string[]): Promise<{ id: string; nameZh: string; nameEn: string }[]> {
  const { rows } = await sql<{ id: string; nameZh: string; nameEn: string }>`
    select id, name_zh, name_en from network.institution where id = any (${ids}::uuid[])`.execute(work.db)
  return rows
}

/** Parties of a network with the days of their membership. */
export async function findMemberships(work: Work, networkId: Id<'network'>): Promise<readonly (Period & { readonly partyId: string })[]> {
  return tables(work)
    .selectFrom('network.membership')
    .select(['partyId', 'validFrom', 'validUntil'])
    .where('networkId', '=', networkId)
    .execute()
}

/** Networks of which an institution is a member on a day. */
export async function findNetworksOf(work: Work, institutionId: Id<'institution'>, date: PlainDate): Promise<Id<'network'>[]> {
  const rows = await tables(work)
    .selectFrom('network.membership')
    .select(['networkId', 'validFrom', 'validUntil'])
    .where('partyId', '=', institutionId as never)
    .execute()
  return rows.filter((membership) => isInForce(membership, date)).map(({ networkId }) => networkId)
}

/** All measured ways between sites, as rows. */
export async function listTravelTimes(work: Work) {
  return tables(work).selectFrom('network.travelTime').select(['siteA', 'siteB', 'minutes']).orderBy('siteA').orderBy('siteB').execute()
}

/** The same, to look up. */
export async function findTravelTimes(work: Work): Promise<TravelTimes> {
  const rows = await listTravelTimes(work)
  return new Map(rows.map(({ siteA, siteB, minutes }) => [travelKey(siteA, siteB), minutes]))
}

/** Writes how long the way takes; a way that is known takes the new minutes. */
export async function saveTravelTime(work: Work, one: Id<'site'>, other: Id<'site'>, minutes: number) {
  const [siteA, siteB] = orderedPair(one, other)
  return inserting(
    tables(work)
      .insertInto('network.travelTime')
      .values({ siteA, siteB, minutes })
      .onConflict((conflict) => conflict.columns(['siteA', 'siteB']).doUpdateSet({ minutes }))
      .execute(),
    {
      travel_time_site_a_fkey: (siteId) => refuse('network.site-unknown', { siteId }),
      travel_time_site_b_fkey: (siteId) => refuse('network.site-unknown', { siteId }),
    },
  )
}

/** The Chinese name of an institution or practitioner; its id when it is neither. */
export async function findPartyName(work: Work, partyId: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select name_zh as name from network.institution where id = ${partyId}
    union all select name_zh from network.practitioner where id = ${partyId}`.execute(work.db)
  return rows[0]?.name ?? partyId
}
