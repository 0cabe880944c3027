import { sql } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { type Instant, plus } from '../../kernel/time.ts'
import type { Work } from '../operation/index.ts'
import { refuse } from '../refusals.ts'
import { setOpenedPerson } from '../transaction/index.ts'
import { actsFor } from './proxy.ts'
import type { GrantReason, OpeningReason } from './reason.ts'

export { findLivingGrants, findUngranted, grantInvariants, type Shown } from './invariants.ts'
export { findOpenings } from './opening.ts'
export { endProxy, findProxies, relations, writeProxy } from './proxy.ts'

export { type GrantReason, type OpeningReason, openingReasons } from './reason.ts'

/** Why a person is open, and until when; null: she looks herself, or a family member does. */
export type Opened = { readonly reason: OpeningReason; readonly until: Instant | null }

/**
 * The only way to a person's facts: finds the grant of the acting institution (for a patient: himself, or the proxy), writes who
 * saw, and opens the person for this transaction. Of several grants the one that shows most holds: a registration only where there is
 * no other. What is asked for beyond the masked view states its reason.
 */
export const openPerson = (work: Work, personId: Id<'person'>, statedReason: string | null = null): Promise<Opening> =>
  open(work, personId, statedReason, null)

/** The same for a screen that reads itself again while it is open: one look of an account is written down once an hour. */
export const watchPerson = (work: Work, personId: Id<'person'>): Promise<Opening> =>
  open(work, personId, null, plus(work.now, { hours: -1 }))

type Opening = Result<Opened, 'platform.person-not-open'>

async function open(work: Work, personId: Id<'person'>, statedReason: string | null, notSince: Instant | null): Promise<Opening> {
  const { actor, db, now, operation } = work
  if (actor.kind === 'patient')
    return actor.personId === personId ? ok({ reason: 'self' as const, until: null }) : openAsFamily(work, personId)
  const unseen = notSince
    ? sql`where not exists (select from platform.person_opening where person_id = ${personId} and account_id = ${actor.accountId}
        and operation = ${operation} and opened_at > ${notSince}::timestamptz)`
    : sql``
  const {
    rows: [grant],
  } = await sql<{ reason: GrantReason; until: Instant }>`
    with found as (
      select reason, valid_until from platform.person_grant where person_id = ${personId} and institution_id = ${actor.institutionId}
        and valid_from <= ${now} and valid_until > ${now} order by reason = 'visit' desc, reason = 'registration', valid_until desc limit 1),
    seen as (
      insert into platform.person_opening (id, person_id, institution_id, account_id, reason, operation, stated_reason, opened_at)
      select ${work.newId()}::uuid, ${personId}::uuid, ${actor.institutionId}::uuid, ${actor.accountId}::uuid, reason, ${operation}, ${statedReason}, ${now}::timestamptz from found ${unseen})
    select reason, valid_until as until, set_config('careloom.person', ${personId}, true) as opened from found`.execute(db)
  return grant ? ok({ reason: grant.reason, until: grant.until }) : refuse('platform.person-not-open')
}

/** An app looks again every few seconds: what a family member sees is written down once an hour. */
async function openAsFamily(work: Work, personId: Id<'person'>): Promise<Result<Opened, 'platform.person-not-open'>> {
  const { actor, db, now, operation } = work
  if (!actor.personId || !(await actsFor(work, actor.personId, personId))) return refuse('platform.person-not-open')
  await setOpenedPerson(db, personId)
  await sql`insert into platform.person_opening (id, person_id, account_id, reason, operation, opened_at)
    select ${work.newId()}::uuid, ${personId}::uuid, ${actor.accountId}::uuid, 'proxy', ${operation}, ${now}::timestamptz
    where not exists (select from platform.person_opening where person_id = ${personId} and account_id = ${actor.accountId}
      and operation = ${operation} and opened_at > ${plus(now, { hours: -1 })})`.execute(db)
  return ok({ reason: 'proxy', until: null })
}

/** Opens the person that is asked for; a patient who names nobody means himself. */
export async function openAsked(
  work: Work,
  asked: Id<'person'> | undefined,
): Promise<Result<{ readonly personId: Id<'person'> } & Opened, 'platform.person-not-open'>> {
  const personId = asked ?? work.actor.personId
  if (!personId) return refuse('platform.person-not-open')
  const opened = await openPerson(work, personId)
  return opened.ok ? ok({ personId, ...opened.value }) : opened
}

export type Grant = {
  readonly personId: Id<'person'>
  readonly institutionId: Id<'institution'>
  readonly reason: GrantReason
  /** What the grant rests on: it ends with it. */
  readonly subjectId: string
  readonly until: Instant
}

/** Gives institutions reasons to see persons, each once; the same reason again prolongs it. */
export async function writeGrants(work: Work, grants: readonly Grant[]): Promise<void> {
  const column = <Name extends keyof Grant>(name: Name) => grants.map((grant) => grant[name])
  await sql`insert into platform.person_grant (id, person_id, institution_id, reason, subject_id, valid_from, valid_until)
    select id, person_id, institution_id, reason, subject_id, ${work.now}::timestamptz, valid_until
    from unnest(${grants.map(() => work.newId())}::uuid[], ${column('personId')}::uuid[], ${column('institutionId')}::uuid[], ${column('reason')}::text[],
      ${column('subjectId')}::uuid[], ${column('until')}::timestamptz[]) as given (id, person_id, institution_id, reason, subject_id, valid_until)
    on conflict (person_id, institution_id, reason, subject_id) do update set valid_until = excluded.valid_until`.execute(work.db)
}

/** Ends every grant that rests on this subject, and answers what each institution still has for the person. */
export async function endGrants(
  work: Work,
  reason: GrantReason,
  subjectId: string,
): Promise<{ personId: Id<'person'>; institutionId: Id<'institution'>; until: Instant | null }[]> {
  const { rows: ended } = await sql<{ personId: Id<'person'>; institutionId: Id<'institution'> }>`
    update platform.person_grant set valid_until = greatest(valid_from, ${work.now}) where reason = ${reason} and subject_id = ${subjectId}
    returning person_id, institution_id`.execute(work.db)
  return Promise.all(ended.map(async (grant) => ({ ...grant, until: await lastGrantUntil(work, grant.personId, grant.institutionId) })))
}

/** Until when an institution may see a person on any grant; null: no longer. */
export async function lastGrantUntil(work: Work, personId: Id<'person'>, institutionId: Id<'institution'>): Promise<Instant | null> {
  const [last] = await findLastGrants(work, [{ personId, institutionId }])
  return last?.until ?? null
}

type Pair = Pick<Grant, 'personId' | 'institutionId'>

/** Until when each institution may see the person of its pair on any grant; a pair without one is left out. */
export async function findLastGrants({ db, now }: Work, pairs: readonly Pair[]): Promise<(Pair & { readonly until: Instant })[]> {
  const { rows } = await sql<Pair & { until: Instant }>`
    select asked.person_id, asked.institution_id, held.until
    from unnest(${pairs.map(({ personId }) => personId)}::uuid[], ${pairs.map(({ institutionId }) => institutionId)}::uuid[]) as asked (person_id, institution_id)
    cross join lateral (select max(valid_until) as until from platform.person_grant grants
      where grants.person_id = asked.person_id and grants.institution_id = asked.institution_id and valid_until > ${now}) held
    where held.until is not null`.execute(db)
  return rows
}
