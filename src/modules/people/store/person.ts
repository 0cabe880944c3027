import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import { pinyinOf } from '../../../kernel/name.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Person } from '../domain/person.ts'
import type { Known } from '../domain/recognise.ts'
import { searchTokens } from '../domain/search-token.ts'
import type { PeopleTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<PeopleTables>()

export const insertPerson = (work: Work, person: Person): Promise<void> => insertPersons(work, [person])

export async function insertPersons(work: Work, persons: readonly Person[]): Promise<void> {
  const column = <Name extends keyof Person>(name: Name) => persons.map((person) => person[name])
  await sql`insert into people.person (id, name, name_pinyin, sex, birth_date, phone, registered_at)
    select *, ${work.now}::timestamptz from unnest(${column('id')}::uuid[], ${column('name')}::text[],
      ${persons.map(({ name }) => pinyinOf(name))}::text[], ${column('sex')}::text[], ${column('birthDate')}::date[], ${column('phone')}::text[])`.execute(
    work.db,
  )
  const carded = persons.filter(({ idNumber }) => idNumber !== null)
  if (carded.length === 0) return
  await sql`insert into people.identifier (system, value, person_id)
    select 'resident-id', * from unnest(${carded.map(({ idNumber }) => idNumber)}::text[], ${carded.map(({ id }) => id)}::uuid[])`.execute(
    work.db,
  )
}

type Numbered = Known & { readonly idNumber: string }

/** Takes the ID numbers for this transaction, so that two desks cannot register one person at the same moment, and answers whose they are. */
export async function lockIdNumbers({ db }: Work, idNumbers: readonly string[]): Promise<Numbered[]> {
  if (idNumbers.length === 0) return []
  const inOrder = [...new Set(idNumbers)].sort() // of two imports one waits for the other, never both
  await sql`select pg_advisory_xact_lock(hashtextextended(value, 7310)) from unnest(${inOrder}::text[]) as value`.execute(db)
  const { rows } = await sql<Numbered>`select i.value as id_number, p.id, p.name
    from people.identifier i join people.person p on p.id = i.person_id
    where i.system = 'resident-id' and i.value = any (${inOrder}::text[])`.execute(db)
  return rows
}

/** The same of one. */
export async function lockIdNumber(work: Work, idNumber: string): Promise<Id<'person'> | undefined> {
  const [known] = await lockIdNumbers(work, [idNumber])
  return known?.id
}

type Contact = Pick<Person, 'id' | 'name' | 'birthDate' | 'phone'>

/** Persons of the institution's cards who have these phones; one import of an institution waits for the other, so that none is missed. */
export async function lockContacts({ db }: Work, institutionId: Id<'institution'>, phones: readonly string[]): Promise<Contact[]> {
  if (phones.length === 0) return []
  await sql`select pg_advisory_xact_lock(hashtextextended(${institutionId}, 7313))`.execute(db)
  const { rows } = await sql<Contact>`select p.id, p.name, p.birth_date, p.phone
    from people.search_token t join people.person p on p.id = t.person_id and p.phone = t.token
    where t.institution_id = ${institutionId} and t.token = any (${[...new Set(phones)]}::text[]) order by p.registered_at desc, p.id desc`.execute(
    db,
  )
  return rows
}

export type StoredPerson = Person & { readonly namePinyin: string }

/** The facts of the opened person. */
export async function findPerson(work: Work, id: Id<'person'>): Promise<StoredPerson | undefined> {
  const [person] = await findWholePersons(work, [id])
  return person
}

/** The same of several; the caller has a network scope. */
export async function findWholePersons({ db }: Work, ids: readonly Id<'person'>[]): Promise<StoredPerson[]> {
  const { rows } = await sql<StoredPerson>`
    select id, name, name_pinyin, sex, birth_date, phone,
      (select value from people.identifier where person_id = person.id and system = 'resident-id' limit 1) as id_number
    from people.person where id = any (${ids}::uuid[])`.execute(db)
  return rows
}

export type Card = { readonly institutionId: Id<'institution'>; readonly person: StoredPerson; readonly visibleUntil: Instant }

/** Writes what institutions see of persons in lists, and by what they find them. */
export async function writeCards({ db }: Work, cards: readonly Card[]): Promise<void> {
  const column = <Name extends keyof StoredPerson>(name: Name) => cards.map(({ person }) => person[name])
  await sql`insert into people.card (institution_id, person_id, name, name_pinyin, sex, birth_date, phone_last_four, visible_until)
    select * from unnest(${cards.map(({ institutionId }) => institutionId)}::uuid[], ${column('id')}::uuid[], ${column('name')}::text[],
      ${column('namePinyin')}::text[], ${column('sex')}::text[], ${column('birthDate')}::date[],
      ${cards.map(({ person }) => person.phone?.slice(-4) ?? null)}::text[], ${cards.map(({ visibleUntil }) => visibleUntil)}::timestamptz[])
    on conflict (institution_id, person_id) do update set name = excluded.name, name_pinyin = excluded.name_pinyin, sex = excluded.sex,
      birth_date = excluded.birth_date, phone_last_four = excluded.phone_last_four, visible_until = excluded.visible_until`.execute(db)
  const tokens = cards.flatMap(({ institutionId, person }) =>
    searchTokens(person).map((token) => ({ institutionId, token, id: person.id })),
  )
  await sql`insert into people.search_token (institution_id, token, person_id)
    select * from unnest(${tokens.map(({ institutionId }) => institutionId)}::uuid[], ${tokens.map(({ token }) => token)}::text[],
      ${tokens.map(({ id }) => id)}::uuid[]) on conflict do nothing`.execute(db)
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
