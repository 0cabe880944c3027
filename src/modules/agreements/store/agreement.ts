import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { violates } from '../../../platform/database/index.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Agreement, Days, PartyChoice, Version } from '../domain/agreement.ts'
import type { Party } from '../domain/service.ts'
import type { Terms } from '../domain/terms.ts'
import { refuse } from '../refusals.ts'
import type { AgreementsTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<AgreementsTables>()

type Refused = 'agreements.code-taken' | 'agreements.party-unknown' | 'agreements.network-unknown'

/** Writes an agreement and its parties. */
export async function insertAgreement(
  work: Work,
  { id, networkId, code, title, institutionIds, endedOn, endReason }: Agreement,
  parties: readonly PartyChoice[],
): Promise<Result<null, Refused>> {
  const involved = { institutionIds: [...institutionIds] }
  try {
    await tables(work)
      .insertInto('agreements.agreement')
      .values({ id, networkId, code, titleZh: title.zh, titleEn: title.en, endedOn, endReason, madeAt: work.now, ...involved })
      .execute()
    await tables(work)
      .insertInto('agreements.party')
      .values(parties.map(({ role, partyId }, place) => ({ agreementId: id, role, partyId, place, ...involved })))
      .execute()
    return ok(null)
  } catch (error) {
    if (violates(error, 'agreement_network_id_code_key')) return refuse('agreements.code-taken', { code })
    if (violates(error, 'agreement_network_id_fkey')) return refuse('agreements.network-unknown')
    if (violates(error, 'party_party_id_fkey')) return refuse('agreements.party-unknown')
    throw error
  }
}

export async function insertVersion(work: Work, agreement: Agreement, version: Version, terms: Terms): Promise<void> {
  await tables(work)
    .insertInto('agreements.version')
    .values({
      ...version,
      agreementId: agreement.id,
      terms: JSON.stringify(terms),
      institutionIds: [...agreement.institutionIds],
      madeAt: work.now,
    })
    .execute()
}

/** New terms and days of a draft. */
export async function saveDraft(work: Work, id: Id<'version'>, terms: Terms, { validFrom, validUntil }: Days): Promise<void> {
  await tables(work)
    .updateTable('agreements.version')
    .set({ terms: JSON.stringify(terms), validFrom, validUntil })
    .where('id', '=', id)
    .execute()
}

export async function saveVersion(work: Work, { id, state, validUntil, termsHash, withdrawReason }: Version): Promise<void> {
  await tables(work).updateTable('agreements.version').set({ state, validUntil, termsHash, withdrawReason }).where('id', '=', id).execute()
}

export async function saveEnd(work: Work, id: Id<'agreement'>, endedOn: PlainDate, endReason: string): Promise<void> {
  await tables(work).updateTable('agreements.agreement').set({ endedOn, endReason }).where('id', '=', id).execute()
}

const agreementColumns = ['id', 'networkId', 'code', 'titleZh', 'titleEn', 'institutionIds', 'endedOn', 'endReason'] as const
type AgreementRow = Omit<Agreement, 'title' | 'institutionIds'> & { titleZh: string; titleEn: string; institutionIds: string[] }
const agreementOf = ({ titleZh, titleEn, institutionIds, ...row }: AgreementRow): Agreement => ({
  ...row,
  title: { zh: titleZh, en: titleEn },
  institutionIds: institutionIds as Id<'institution'>[],
})

export async function findAgreement(work: Work, id: Id<'agreement'>): Promise<Agreement | undefined> {
  const row = await tables(work).selectFrom('agreements.agreement').select(agreementColumns).where('id', '=', id).executeTakeFirst()
  return row && agreementOf(row)
}

/** The agreement's row is what rivals lock, whatever of it they change. */
export async function lockAgreement(work: Work, id: Id<'agreement'>): Promise<Agreement | undefined> {
  const row = await tables(work)
    .selectFrom('agreements.agreement')
    .select(agreementColumns)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && agreementOf(row)
}

export async function findAgreementOf(work: Work, versionId: Id<'version'>): Promise<Id<'agreement'> | undefined> {
  const row = await tables(work).selectFrom('agreements.version').select('agreementId').where('id', '=', versionId).executeTakeFirst()
  return row?.agreementId as Id<'agreement'> | undefined
}

/** Agreements that the actor may see, by code and key. */
export async function listAgreements(
  work: Work,
  partyId: string | null,
  after: { code: string; id: string } | null,
  limit: number,
): Promise<Agreement[]> {
  const rows = await tables(work)
    .selectFrom('agreements.agreement')
    .select(agreementColumns)
    .$if(partyId !== null, (query) => query.where(sql<boolean>`institution_ids @> array[${partyId}]::uuid[]`))
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) => eb(refTuple('code', 'id'), '>', tuple(after?.code ?? '', after?.id as Id<'agreement'>))),
    )
    .orderBy('code')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(agreementOf)
}

export async function listAgreementsOf(work: Work, networkId: Id<'network'>): Promise<Agreement[]> {
  const rows = await tables(work)
    .selectFrom('agreements.agreement')
    .select(agreementColumns)
    .where('networkId', '=', networkId)
    .orderBy('code')
    .execute()
  return rows.map(agreementOf)
}

export type StoredVersion = Version & { readonly agreementId: Id<'agreement'> }

/** The versions of agreements, by number. */
export async function listVersions(work: Work, agreementIds: readonly Id<'agreement'>[]): Promise<StoredVersion[]> {
  const rows = await tables(work)
    .selectFrom('agreements.version')
    .select(['id', 'agreementId', 'number', 'state', 'validFrom', 'validUntil', 'termsHash', 'withdrawReason'])
    .where(sql<boolean>`agreement_id = any (${agreementIds}::uuid[])`)
    .orderBy('agreementId')
    .orderBy('number')
    .execute()
  return rows as StoredVersion[]
}

export async function findTerms(work: Work, versionId: Id<'version'>): Promise<Terms | undefined> {
  const row = await tables(work).selectFrom('agreements.version').select('terms').where('id', '=', versionId).executeTakeFirst()
  return row?.terms as Terms | undefined
}

/** Parties of agreements with their names, in the order in which they were named. */
export async function listParties(work: Work, agreementIds: readonly Id<'agreement'>[]) {
  const { rows } = await sql<Omit<Party, 'name'> & { agreementId: Id<'agreement'>; nameZh: string; nameEn: string }>`
    select p.agreement_id, p.role, p.party_id, i.name_zh, i.name_en
    from agreements.party p join network.published_institution i on i.id = p.party_id
    where p.agreement_id = any (${agreementIds}::uuid[]) order by p.agreement_id, p.place`.execute(work.db)
  return rows.map(({ nameZh, nameEn, ...party }) => ({ ...party, name: { zh: nameZh, en: nameEn } }))
}

/** The next code of a year in a network, `A-2026-014`; two at once get the same, and the database refuses the second. */
export async function nextCode(work: Work, networkId: Id<'network'>, year: string): Promise<string> {
  const { rows } = await sql<{ last: number | null }>`
    select max(substring(code from 8)::int) as last from agreements.agreement
    where network_id = ${networkId} and code ~ ${`^A-${year}-[0-9]{3,6}$`}`.execute(work.db)
  return `A-${year}-${String((rows[0]?.last ?? 0) + 1).padStart(3, '0')}`
}

export type KnownNetwork = { readonly id: Id<'network'>; readonly code: string; readonly operatorId: Id<'institution'> }

export async function findNetwork(work: Work, by: { id: Id<'network'> } | { code: string }): Promise<KnownNetwork | undefined> {
  const [column, value] = 'id' in by ? (['id', by.id] as const) : (['code', by.code] as const)
  const { rows } = await sql<KnownNetwork>`
    select id, code, operator_id from network.published_network where ${sql.ref(column)} = ${value}`.execute(work.db)
  return rows[0]
}

/** The networks of which all these institutions are members on a day. */
export async function findCommonNetworks(work: Work, partyIds: readonly Id<'institution'>[], date: PlainDate): Promise<Id<'network'>[]> {
  const { rows } = await sql<{ networkId: Id<'network'> }>`
    select network_id from network.published_membership
    where party_id = any (${partyIds}::uuid[]) and valid_from <= ${date} and (valid_until is null or valid_until >= ${date})
    group by network_id having count(distinct party_id) = ${partyIds.length}`.execute(work.db)
  return rows.map(({ networkId }) => networkId)
}

/** Institutions by their Chinese name, which is unique. */
export async function findInstitutionsByName(work: Work, names: readonly string[]): Promise<Map<string, Id<'institution'>>> {
  const { rows } = await sql<{ id: Id<'institution'>; nameZh: string }>`
    select id, name_zh from network.published_institution where name_zh = any (${names}::text[])`.execute(work.db)
  return new Map(rows.map(({ id, nameZh }) => [nameZh, id]))
}
