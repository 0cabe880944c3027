import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { Instant } from '../../../kernel/time.ts'
import { violates } from '../../../platform/database/index.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { ChecklistItem, ConfirmationState, Section } from '../domain/norm.ts'
import type { QualityTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<QualityTables>()

export type Norm = {
  readonly id: Id<'norm'>
  readonly networkId: Id<'network'>
  readonly code: string
  readonly issuerId: Id<'institution'>
}
export type NormVersion = {
  readonly id: Id<'normVersion'>
  readonly normId: Id<'norm'>
  readonly number: number
  readonly titleZh: string
  readonly titleEn: string
  readonly sections: readonly Section[]
  readonly items: readonly ChecklistItem[]
  readonly confirmBy: Instant
  readonly publishedAt: Instant
  readonly publishedBy: Id<'account'>
}
export type Confirmation = {
  readonly id: Id<'normConfirmation'>
  readonly versionId: Id<'normVersion'>
  readonly normId: Id<'norm'>
  readonly institutionId: Id<'institution'>
  readonly state: ConfirmationState
  readonly sentAt: Instant
  readonly dueAt: Instant
  readonly confirmedAt: Instant | null
  readonly confirmedBy: Id<'account'> | null
}

/** The norm of a code, locked; made when there is none. */
export async function lockNorm(work: Work, { networkId, code, issuerId }: Omit<Norm, 'id'>): Promise<Norm> {
  await sql`insert into quality.norm (id, network_id, code, issuer_id) values (${work.newId()}, ${networkId}, ${code}, ${issuerId})
    on conflict on constraint norm_code_once do nothing`.execute(work.db)
  const { rows } = await sql<Norm>`select id, network_id, code, issuer_id from quality.norm
    where network_id = ${networkId} and code = ${code} for no key update`.execute(work.db)
  return rows[0] as Norm
}

export async function findNorm(work: Work, normId: Id<'norm'>): Promise<Norm | undefined> {
  const { rows } = await sql<Norm>`select id, network_id, code, issuer_id from quality.norm where id = ${normId}`.execute(work.db)
  return rows[0]
}

/** Its versions, the newest first. */
export async function listNormVersions(work: Work, normId: Id<'norm'>): Promise<NormVersion[]> {
  const { rows } = await sql<NormVersion>`select * from quality.norm_version where norm_id = ${normId} order by number desc`.execute(
    work.db,
  )
  return rows
}

export async function findNormVersion(work: Work, versionId: Id<'normVersion'>): Promise<NormVersion | undefined> {
  const { rows } = await sql<NormVersion>`select * from quality.norm_version where id = ${versionId}`.execute(work.db)
  return rows[0]
}

/** False: a rival published this number first. */
export async function insertNormVersion(work: Work, version: NormVersion): Promise<boolean> {
  try {
    await tables(work)
      .insertInto('quality.normVersion')
      .values({ ...version, sections: JSON.stringify(version.sections), items: JSON.stringify(version.items) })
      .execute()
    return true
  } catch (error) {
    if (violates(error, 'norm_version_norm_id_number_key')) return false
    throw error
  }
}

export async function insertConfirmations(
  work: Work,
  confirmations: readonly (Pick<Confirmation, 'id' | 'versionId' | 'normId' | 'institutionId' | 'dueAt'> & {
    readonly viewerIds: readonly Id<'institution'>[]
  })[],
): Promise<void> {
  await tables(work)
    .insertInto('quality.normConfirmation')
    .values(confirmations.map((confirmation) => ({ ...confirmation, viewerIds: [...confirmation.viewerIds], sentAt: work.now })))
    .execute()
}

/** What nobody has confirmed of a norm is asked for no longer; answers which. */
export async function supersedeConfirmations(work: Work, normId: Id<'norm'>): Promise<Id<'normConfirmation'>[]> {
  const { rows } = await sql<{ id: Id<'normConfirmation'> }>`update quality.norm_confirmation set state = 'superseded'
    where norm_id = ${normId} and state = 'to-confirm' returning id`.execute(work.db)
  return rows.map(({ id }) => id)
}

/** What was asked of an institution for a version, locked. */
export async function lockConfirmation(
  work: Work,
  versionId: Id<'normVersion'>,
  institutionId: Id<'institution'>,
): Promise<Confirmation | undefined> {
  const { rows } = await sql<Confirmation>`select * from quality.norm_confirmation
    where version_id = ${versionId} and institution_id = ${institutionId} for no key update`.execute(work.db)
  return rows[0]
}

export async function saveConfirmed(work: Work, id: Id<'normConfirmation'>): Promise<void> {
  await sql`update quality.norm_confirmation set state = 'confirmed', confirmed_at = ${work.now}, confirmed_by = ${work.actor.accountId}
    where id = ${id}`.execute(work.db)
}

export type ConfirmationRow = Confirmation & { readonly number: number; readonly institution: Name }
/** Who was asked for which version and who has confirmed, as far as the acting institution may see; open ones first. */
export async function listConfirmations(work: Work, normId: Id<'norm'>, limit: number): Promise<ConfirmationRow[]> {
  const { rows } = await sql<ConfirmationRow>`
    select c.*, v.number, jsonb_build_object('zh', i.name_zh, 'en', i.name_en) as institution
    from quality.norm_confirmation c join quality.norm_version v on v.id = c.version_id
    join network.published_institution i on i.id = c.institution_id
    where c.norm_id = ${normId} order by v.number desc, c.state <> 'to-confirm', i.name_zh limit ${limit}`.execute(work.db)
  return rows
}

export type NormRow = {
  readonly id: Id<'norm'>
  readonly code: string
  readonly networkId: Id<'network'>
  readonly issuerId: Id<'institution'>
  readonly issuer: Name
  readonly versionId: Id<'normVersion'>
  readonly number: number
  readonly title: Name
  readonly items: number
  readonly publishedAt: Instant
  readonly confirmBy: Instant
  /** Of the acting institution for the newest version; null: it was not asked. */
  readonly own: ConfirmationState | null
  readonly ownId: Id<'normConfirmation'> | null
  readonly sent: number
  readonly confirmed: number
}
/** Norms of the networks of an institution by their newest version, those it still has to confirm first. */
export async function listNormRows({ db }: Work, institutionId: Id<'institution'>, limit: number): Promise<NormRow[]> {
  const { rows } = await sql<NormRow>`
    select n.id, n.code, n.network_id, n.issuer_id, jsonb_build_object('zh', i.name_zh, 'en', i.name_en) as issuer, v.id as version_id, v.number,
      jsonb_build_object('zh', v.title_zh, 'en', v.title_en) as title, jsonb_array_length(v.items) as items, v.published_at, v.confirm_by,
      c.own, c.own_id, c.sent, c.confirmed
    from quality.norm n join network.published_institution i on i.id = n.issuer_id
    join lateral (select * from quality.norm_version v where v.norm_id = n.id order by v.number desc limit 1) v on true
    cross join lateral (select count(*)::int as sent, count(*) filter (where state = 'confirmed')::int as confirmed,
      max(state) filter (where institution_id = ${institutionId}) as own,
      (array_agg(id) filter (where institution_id = ${institutionId}))[1] as own_id
      from quality.norm_confirmation c where c.version_id = v.id) c
    where exists (select from network.published_membership m where m.network_id = n.network_id and m.party_id = ${institutionId})
    order by c.own is distinct from 'to-confirm', v.published_at desc, n.id limit ${limit}`.execute(db)
  return rows
}
