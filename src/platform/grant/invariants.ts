import { sql } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../database/index.ts'
import { type Invariant, mostBroken } from '../operation/index.ts'
import type { GrantReason } from './reason.ts'

export type LivingGrant = {
  readonly id: string
  readonly personId: Id<'person'>
  readonly institutionId: Id<'institution'>
  readonly subjectId: string
}

/** Grants of one reason that open a person now, for the room that gives this reason. */
export async function findLivingGrants(db: Database, reason: GrantReason, now: Instant): Promise<LivingGrant[]> {
  const { rows } = await sql<LivingGrant>`select id, person_id, institution_id, subject_id from platform.person_grant
    where reason = ${reason} and valid_from <= ${now} and valid_until > ${now} order by id`.execute(db)
  return rows
}

export type Shown = {
  readonly personId: Id<'person'>
  readonly institutionId: Id<'institution'>
  readonly visibleUntil: Instant
}

/** Of what institutions are shown, what no grant carries so long. */
export async function findUngranted(db: Database, shown: readonly Shown[]): Promise<Shown[]> {
  const { rows } = await sql<Shown>`
    select person_id, institution_id, visible_until from unnest(${shown.map(({ personId }) => personId)}::uuid[],
      ${shown.map(({ institutionId }) => institutionId)}::uuid[], ${shown.map(({ visibleUntil }) => visibleUntil)}::timestamptz[])
      as shown (person_id, institution_id, visible_until)
    where not exists (select from platform.person_grant g where g.person_id = shown.person_id and g.institution_id = shown.institution_id
      and g.valid_until >= shown.visible_until)`.execute(db)
  return rows
}

export const grantInvariants: readonly Invariant[] = [
  {
    name: 'platform.registrations-of-oneself',
    zh: '登记产生的查看授权只以被登记的本人为依据',
    en: 'a grant by registration rests on the person who was registered',
    findBroken: async (db, now) => {
      const { rows } = await sql<object>`select id as grant_id, person_id, institution_id from platform.person_grant
        where reason = 'registration' and subject_id <> person_id and valid_until > ${now} order by id limit ${mostBroken}`.execute(db)
      return rows
    },
  },
  {
    name: 'platform.openings-granted',
    zh: '每一次查看都发生在当时有效的授权或家人代办之内',
    en: 'whoever saw a person had a grant or was her family at that moment',
    findBroken: async (db) => {
      const { rows } = await sql<object>`
        select o.id as opening_id, o.person_id, o.institution_id, o.account_id, o.reason, o.operation, o.opened_at from platform.person_opening o
        where o.reason = 'proxy' and not exists (select from platform.person_proxy p join platform.account a on a.person_id = p.holder_person_id
            where a.id = o.account_id and p.person_id = o.person_id and p.valid_from <= o.opened_at and (p.valid_until is null or p.valid_until >= o.opened_at))
          or o.reason not in ('proxy', 'self') and not exists (select from platform.person_grant g where g.person_id = o.person_id
            and g.institution_id = o.institution_id and g.reason = o.reason and g.valid_from <= o.opened_at and g.valid_until >= o.opened_at)
        order by o.opened_at, o.id limit ${mostBroken}`.execute(db)
      return rows
    },
  },
]
