import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Sex } from '../../people/index.ts'
import type { OrderKind } from '../domain/order.ts'
import type { CareTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<CareTables>()

/** Writes what a department performs of a kind; nothing: it performs none of it any longer. */
export async function saveService(
  work: Work,
  institutionId: Id<'institution'>,
  kind: OrderKind,
  itemCodes: readonly string[],
): Promise<void> {
  if (itemCodes.length === 0) {
    await tables(work).deleteFrom('care.departmentService').where('institutionId', '=', institutionId).where('kind', '=', kind).execute()
    return
  }
  await tables(work)
    .insertInto('care.departmentService')
    .values({ institutionId, kind, itemCodes: [...itemCodes] })
    .onConflict((conflict) => conflict.columns(['institutionId', 'kind']).doUpdateSet({ itemCodes: [...itemCodes] }))
    .execute()
}

export type Service = { readonly institutionId: Id<'institution'>; readonly name: Name; readonly itemCodes: readonly string[] }

/** The institutions that perform something of a kind, with what. */
export async function listServices({ db }: Work, kind: OrderKind): Promise<Service[]> {
  const { rows } = await sql<{ institutionId: Id<'institution'>; nameZh: string; nameEn: string; itemCodes: string[] }>`
    select s.institution_id, i.name_zh, i.name_en, s.item_codes from care.department_service s
    join network.published_institution i on i.id = s.institution_id where s.kind = ${kind} order by i.id`.execute(db)
  return rows.map(({ nameZh, nameEn, ...row }) => ({ ...row, name: { zh: nameZh, en: nameEn } }))
}

/** Minutes that each thing may take, as in force on a day. */
export async function findLimits({ db }: Work, date: PlainDate): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ name: string; minutes: number }>`select distinct on (name) name, minutes from care.time_limit
    where valid_from <= ${date}::date order by name, valid_from desc`.execute(db)
  return new Map(rows.map(({ name, minutes }) => [name, minutes]))
}

export type Card = { readonly name: string; readonly sex: Sex; readonly birthDate: PlainDate }

/** What the acting institution knows of a person from its own card. */
export async function findCard({ db, actor, now }: Work, personId: Id<'person'>): Promise<Card | undefined> {
  const { rows } = await sql<Card>`select name, sex, birth_date from people.published_card
    where institution_id = ${actor.institutionId} and person_id = ${personId} and visible_until > ${now}`.execute(db)
  return rows[0]
}

/** What institutions are called. */
export async function findInstitutionNames({ db }: Work, ids: readonly Id<'institution'>[]): Promise<ReadonlyMap<string, Name>> {
  const { rows } = await sql<{ id: string; nameZh: string; nameEn: string }>`
    select id, name_zh, name_en from network.published_institution where id = any (${[...new Set(ids)]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }]))
}
