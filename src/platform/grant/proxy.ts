import { sql } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Work } from '../operation/index.ts'
import { refuse } from '../refusals.ts'

export const relations = ['child', 'parent', 'spouse', 'other'] as const
/** What the person is to the holder. */
type Relation = (typeof relations)[number]

/** How many persons one holder may act for. */
export const familyLimit = 5

export type Proxy = {
  readonly id: Id<'proxy'>
  readonly holderPersonId: Id<'person'>
  readonly personId: Id<'person'>
  readonly relation: Relation
  readonly validFrom: Instant
}

const inForce = (now: Instant) => sql`valid_from <= ${now} and (valid_until is null or valid_until > ${now})`

/** Whether one person may act for another now. */
export async function actsFor({ db, now }: Work, holderPersonId: Id<'person'>, personId: Id<'person'>): Promise<boolean> {
  const { rows } = await sql`select from platform.person_proxy
    where holder_person_id = ${holderPersonId} and person_id = ${personId} and ${inForce(now)}`.execute(db)
  return rows.length > 0
}

/** For whom a person may act, and who may act for her, the oldest first. */
export async function findProxies({ db, now }: Work, personId: Id<'person'>): Promise<Proxy[]> {
  const { rows } = await sql<Proxy>`select id, holder_person_id, person_id, relation, valid_from from platform.person_proxy
    where (holder_person_id = ${personId} or person_id = ${personId}) and ${inForce(now)} order by valid_from, id`.execute(db)
  return rows
}

type NewProxy = Pick<Proxy, 'holderPersonId' | 'personId' | 'relation'>

/** Lets one person act for another from now on. The holder is opened, or the caller has a network scope: all her family must be seen to be counted. */
export async function writeProxy(
  work: Work,
  { holderPersonId, personId, relation }: NewProxy,
): Promise<Result<Id<'proxy'>, 'platform.family-self' | 'platform.family-already' | 'platform.family-full'>> {
  if (holderPersonId === personId) return refuse('platform.family-self')
  await sql`select pg_advisory_xact_lock(hashtextextended(${holderPersonId}, 7311))`.execute(work.db) // two at once are counted one after the other
  const family = (await findProxies(work, holderPersonId)).filter((proxy) => proxy.holderPersonId === holderPersonId)
  if (family.some((proxy) => proxy.personId === personId)) return refuse('platform.family-already')
  if (family.length >= familyLimit) return refuse('platform.family-full', { limit: familyLimit })
  const id = work.newId<'proxy'>()
  await sql`insert into platform.person_proxy (id, holder_person_id, person_id, relation, valid_from)
    values (${id}, ${holderPersonId}, ${personId}, ${relation}, ${work.now})`.execute(work.db)
  return ok(id)
}

/** Ends it at once, where one of the two is this person; false: there is none in force. */
export async function endProxy({ db, now }: Work, id: Id<'proxy'>, personId: Id<'person'>): Promise<boolean> {
  const { rows } = await sql`update platform.person_proxy set valid_until = ${now}
    where id = ${id} and (holder_person_id = ${personId} or person_id = ${personId}) and ${inForce(now)} returning id`.execute(db)
  return rows.length > 0
}
