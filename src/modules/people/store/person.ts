import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import { pinyinOf } from '../../../kernel/name.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Person, PersonFacts } from '../domain/person.ts'
import { searchTokens } from '../domain/search-token.ts'
import type { PeopleTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<PeopleTables>()

export async function insertPerson(work: Work, { id, name, sex, birthDate, phone, idNumber }: Person): Promise<void> {
  await sql`insert into people.person (id, name, name_pinyin, sex, birth_date, phone, registered_at)
    values (${id}, ${name}, ${pinyinOf(name)}, ${sex}, ${birthDate}, ${phone}, ${work.now})`.execute(work.db)
  if (idNumber)
    await sql`insert into people.identifier (system, value, person_id) values ('resident-id', ${idNumber}, ${id})`.execute(work.db)
}

/** Takes the ID number for this transaction, so that two desks cannot register one person at the same moment, and answers whose it is. */
export async function lockIdNumber(work: Work, idNumber: string): Promise<Id<'person'> | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${idNumber}, 7310))`.execute(work.db)
  const row = await tables(work)
    .selectFrom('people.identifier')
    .select('personId')
    .where('system', '=', 'resident-id')
    .where('value', '=', idNumber)
    .executeTakeFirst()
  return row?.personId
}

/** The facts of the opened person. */
export async function findPerson(work: Work, id: Id<'person'>): Promise<(Person & { readonly namePinyin: string }) | undefined> {
  const { rows } = await sql<Person & { namePinyin: string }>`
    select p.id, p.name, p.name_pinyin, p.sex, p.birth_date, p.phone, i.value as id_number
    from people.person p left join people.identifier i on i.person_id = p.id and i.system = 'resident-id' where p.id = ${id}`.execute(
    work.db,
  )
  return rows[0]
}

/** Writes what an institution sees of a person in lists, and by what it finds her. */
export async function writeCard(
  work: Work,
  institutionId: Id<'institution'>,
  personId: Id<'person'>,
  { name, namePinyin, sex, birthDate, phone, idNumber }: PersonFacts & { readonly namePinyin: string },
  visibleUntil: Instant,
): Promise<void> {
  await sql`insert into people.card (institution_id, person_id, name, name_pinyin, sex, birth_date, phone_last_four, visible_until)
    values (${institutionId}, ${personId}, ${name}, ${namePinyin}, ${sex}, ${birthDate}, ${phone?.slice(-4) ?? null}, ${visibleUntil})
    on conflict (institution_id, person_id) do update set name = excluded.name, name_pinyin = excluded.name_pinyin, sex = excluded.sex,
      birth_date = excluded.birth_date, phone_last_four = excluded.phone_last_four, visible_until = excluded.visible_until`.execute(work.db)
  await sql`insert into people.search_token (institution_id, token, person_id)
    select ${institutionId}::uuid, token, ${personId}::uuid from unnest(${searchTokens({ name, phone, idNumber })}::text[]) token on conflict do nothing`.execute(
    work.db,
  )
}

export async function setCardVisibleUntil(
  work: Work,
  institutionId: Id<'institution'>,
  personId: Id<'person'>,
  until: Instant,
): Promise<void> {
  await tables(work)
    .updateTable('people.card')
    .set({ visibleUntil: until })
    .where('institutionId', '=', institutionId)
    .where('personId', '=', personId)
    .execute()
}

export async function deleteCard(work: Work, institutionId: Id<'institution'>, personId: Id<'person'>): Promise<void> {
  await tables(work).deleteFrom('people.card').where('institutionId', '=', institutionId).where('personId', '=', personId).execute()
}

/** Names and birth dates of persons who are linked to the opened one; the caller has a network scope and has checked the links. */
export async function findNames(work: Work, ids: readonly Id<'person'>[]): Promise<Pick<Person, 'id' | 'name' | 'sex' | 'birthDate'>[]> {
  const { rows } = await sql<Person>`select id, name, sex, birth_date from people.person where id = any (${ids}::uuid[])`.execute(work.db)
  return rows
}

/** Names of those persons only who have a card of the institution. */
export async function findNamesOnCards(
  work: Work,
  institutionId: Id<'institution'>,
  ids: readonly Id<'person'>[],
): Promise<Pick<Person, 'id' | 'name' | 'sex' | 'birthDate'>[]> {
  const { rows } = await sql<Person>`select person_id as id, name, sex, birth_date from people.card
    where institution_id = ${institutionId} and person_id = any (${ids}::uuid[]) and visible_until > ${work.now}`.execute(work.db)
  return rows
}

/** Names of institutions, as the directory has them. */
export async function findInstitutionNames(
  work: Work,
  ids: readonly (Id<'institution'> | null)[],
): Promise<Map<string, { readonly zh: string; readonly en: string }>> {
  const { rows } = await sql<{ id: string; nameZh: string; nameEn: string }>`
    select id, name_zh, name_en from network.published_institution where id = any (${[...new Set(ids.filter(Boolean))]}::uuid[])`.execute(
    work.db,
  )
  return new Map(rows.map(({ id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }]))
}

export type FoundCard = {
  readonly personId: Id<'person'>
  readonly token: string
  readonly name: string
  readonly sex: string
  readonly birthDate: PlainDate
  readonly phoneLastFour: string | null
}

const firstPerson = '00000000-0000-0000-0000-000000000000'

/**
 * Cards of the acting institution with a token that begins with the text, by key. The search begins at one key, the text or where the
 * page before ended: beside a second lower bound PostgreSQL reads the index from its start.
 */
export async function findCards(
  work: Work,
  institutionId: Id<'institution'>,
  text: string,
  after: { token: string; personId: string } | null,
  limit: number,
): Promise<FoundCard[]> {
  const from = after?.token.startsWith(text) ? after : { token: text, personId: firstPerson }
  const { rows } = await sql<FoundCard>`
    select found.person_id, found.token, card.name, card.sex, card.birth_date, card.phone_last_four
    from (select person_id, token from people.search_token where institution_id = ${institutionId}
        and (token, person_id) > (${from.token}, ${from.personId}::uuid) and token < ${`${text}\u{10FFFF}`}
      order by token, person_id limit ${limit}) found
    join people.card card on card.institution_id = ${institutionId} and card.person_id = found.person_id and card.visible_until > ${work.now}
    order by found.token, found.person_id`.execute(work.db)
  return rows
}
