import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'

/** A filing or licence that ends: who has to renew it, and whom it concerns. */
export type Ending = {
  readonly id: string
  readonly validUntil: PlainDate
  readonly ownerId: Id<'institution'>
  /** The operator of a network of which the owner is a member, unless that is the owner. */
  readonly operatorId: Id<'institution'> | null
  readonly partyZh: string
  readonly partyEn: string
  /** Where it is filed; null: a licence. */
  readonly placeZh: string | null
  readonly placeEn: string | null
}

const operatorOf = (owner: ReturnType<typeof sql>, date: PlainDate) => sql`(
  select n.operator_id from network.membership m join network.network n on n.id = m.network_id
  where m.party_id = ${owner} and m.valid_from <= ${date}::date and (m.valid_until is null or m.valid_until >= ${date}::date)
    and n.operator_id <> m.party_id order by n.code limit 1)`

/** Of these, locked in the order of their ids, what has a last day and is not renewed yet. */
export async function lockEndings(work: Work, kind: 'filing' | 'licence', ids: readonly string[], date: PlainDate): Promise<Ending[]> {
  const table = sql.table(`network.${kind}`)
  await sql`select id from ${table} where id = any (${ids}::uuid[]) order by id for update`.execute(work.db)
  const { rows } = await (kind === 'filing' ? filings(ids, date) : licences(ids, date)).execute(work.db)
  return rows
}

const filings = (ids: readonly string[], date: PlainDate) => sql<Ending>`
  select f.id, f.valid_until, f.institution_id as owner_id, ${operatorOf(sql`f.institution_id`, date)} as operator_id,
    p.name_zh as party_zh, p.name_en as party_en, i.name_zh as place_zh, i.name_en as place_en
  from network.filing f join network.practitioner p on p.id = f.practitioner_id join network.institution i on i.id = f.institution_id
  where f.id = any (${ids}::uuid[]) and f.valid_until is not null and not exists (
    select from network.filing g where g.practitioner_id = f.practitioner_id and g.institution_id = f.institution_id and g.valid_from > f.valid_until)
  order by f.id`

const licences = (ids: readonly string[], date: PlainDate) => sql<Ending>`
  select l.id, l.valid_until, h.owner_id, ${operatorOf(sql`h.owner_id`, date)} as operator_id,
    h.name_zh as party_zh, h.name_en as party_en, null as place_zh, null as place_en
  from network.licence l join (
    select id, main_institution_id as owner_id, name_zh, name_en from network.practitioner
    union all select id, id, name_zh, name_en from network.institution
  ) h on h.id = l.party_id
  where l.id = any (${ids}::uuid[]) and l.valid_until is not null and not exists (
    select from network.licence k where k.party_id = l.party_id and k.valid_from > l.valid_until)
  order by l.id`

const sameHolder = {
  filing: sql`earlier.practitioner_id = later.practitioner_id and earlier.institution_id = later.institution_id`,
  licence: sql`earlier.party_id = later.party_id`,
}

/** What ended, or will end, before these of the same party and place. */
export async function findEarlier(work: Work, kind: 'filing' | 'licence', ids: readonly string[]): Promise<string[]> {
  const table = sql.table(`network.${kind}`)
  const { rows } = await sql<{ id: string }>`
    select earlier.id from ${table} later join ${table} earlier on ${sameHolder[kind]} and earlier.valid_until < later.valid_from
    where later.id = any (${ids}::uuid[]) order by earlier.id`.execute(work.db)
  return rows.map(({ id }) => id)
}

export type HeldFiling = {
  readonly id: Id<'filing'>
  readonly practitionerId: Id<'practitioner'>
  readonly institutionId: Id<'institution'>
  readonly scope: string[]
  readonly validFrom: PlainDate
  readonly validUntil: PlainDate | null
}
export type HeldLicence = {
  readonly id: Id<'licence'>
  readonly partyId: string
  readonly ownerId: Id<'institution'>
  readonly number: string
  readonly scope: string[]
  readonly validFrom: PlainDate
  readonly validUntil: PlainDate | null
}

export async function lockFiling(work: Work, id: string): Promise<HeldFiling | undefined> {
  const { rows } = await sql<HeldFiling>`
    select id, practitioner_id, institution_id, scope, valid_from, valid_until from network.filing where id = ${id} for update`.execute(
    work.db,
  )
  return rows[0]
}

/** A licence with the institution that renews it: the party itself, or a practitioner's main institution. */
export async function lockLicence(work: Work, id: string): Promise<HeldLicence | undefined> {
  const { rows } = await sql<HeldLicence>`
    select l.id, l.party_id, coalesce(p.main_institution_id, l.party_id) as owner_id, l.number, l.scope, l.valid_from, l.valid_until
    from network.licence l left join network.practitioner p on p.id = l.party_id where l.id = ${id} for update of l`.execute(work.db)
  return rows[0]
}

/** The institution that answers for a party's licence: the party itself, or a practitioner's main institution. */
export async function findLicensee(work: Work, partyId: string): Promise<Id<'institution'> | undefined> {
  const { rows } = await sql<{ ownerId: Id<'institution'> }>`
    select main_institution_id as owner_id from network.practitioner where id = ${partyId}
    union all select id from network.institution where id = ${partyId}`.execute(work.db)
  return rows[0]?.ownerId
}

/** Changes the last day or the scope of a filing or licence. */
export async function saveTerms(
  work: Work,
  kind: 'filing' | 'licence',
  { id, scope, validUntil }: { id: string; scope: readonly string[]; validUntil: PlainDate | null },
): Promise<void> {
  await sql`update ${sql.table(`network.${kind}`)} set scope = ${[...scope]}::text[], valid_until = ${validUntil}::date where id = ${id}`.execute(
    work.db,
  )
}
