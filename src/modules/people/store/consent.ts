import { sql } from 'kysely'
import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { ConsentPurpose } from '../domain/consent.ts'

export type Consent = {
  readonly id: Id<'consent'>
  readonly purpose: ConsentPurpose
  readonly textVersion: number
  readonly givenAt: Instant
  readonly givenByAccount: Id<'account'>
  readonly atInstitution: Id<'institution'> | null
  readonly withdrawnAt: Instant | null
}
export type NewConsent = Pick<Consent, 'purpose' | 'textVersion' | 'givenByAccount' | 'atInstitution'> & { readonly personId: Id<'person'> }

/** All that the opened person ever agreed to, the newest first. */
export async function findConsents({ db }: Work, personId: Id<'person'>): Promise<Consent[]> {
  const { rows } = await sql<Consent>`
    select id, purpose, text_version, given_at, given_by_account, at_institution, withdrawn_at from people.consent
    where person_id = ${personId} order by given_at desc, id desc`.execute(db)
  return rows
}

/** Writes a consent; what is in force already stays as it is. Answers the one that stands. */
export async function writeConsent(
  work: Work,
  { personId, purpose, textVersion, givenByAccount, atInstitution }: NewConsent,
): Promise<Id<'consent'>> {
  await sql`insert into people.consent (id, person_id, purpose, text_version, given_at, given_by_account, at_institution)
    values (${work.newId()}, ${personId}, ${purpose}, ${textVersion}, ${work.now}, ${givenByAccount}, ${atInstitution})
    on conflict do nothing`.execute(work.db)
  return present(await findStanding(work, personId, purpose, textVersion), 'the consent that was just written')
}

/** The consent of this purpose and version that was not withdrawn. */
export async function findStanding(
  { db }: Work,
  personId: Id<'person'>,
  purpose: ConsentPurpose,
  textVersion: number,
): Promise<Id<'consent'> | undefined> {
  const { rows } = await sql<{ id: Id<'consent'> }>`select id from people.consent
    where person_id = ${personId} and purpose = ${purpose} and text_version = ${textVersion} and withdrawn_at is null`.execute(db)
  return rows[0]?.id
}

/** Withdraws every version of a purpose, and answers the consents that ended. */
export async function endConsents({ db, now }: Work, personId: Id<'person'>, purpose: ConsentPurpose): Promise<Id<'consent'>[]> {
  const { rows } = await sql<{ id: Id<'consent'> }>`update people.consent set withdrawn_at = ${now}
    where person_id = ${personId} and purpose = ${purpose} and withdrawn_at is null returning id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Writes a consent to a history at an institution; null: it stands already. */
export async function writeHistoryConsent(
  work: Work,
  { personId, textVersion, institutionId }: { personId: Id<'person'>; textVersion: number; institutionId: Id<'institution'> },
): Promise<Id<'consent'> | null> {
  const { rows } = await sql<{ id: Id<'consent'> }>`
    insert into people.consent (id, person_id, purpose, text_version, given_at, given_by_account, at_institution)
    values (${work.newId()}, ${personId}, 'history', ${textVersion}, ${work.now}, ${work.actor.accountId}, ${institutionId})
    on conflict do nothing returning id`.execute(work.db)
  return rows[0]?.id ?? null
}

/** Whether the newest history consent at an institution was taken back. */
export async function hasWithdrawnHistory({ db }: Work, personId: Id<'person'>, institutionId: Id<'institution'>): Promise<boolean> {
  const { rows } = await sql<{ withdrawn: boolean }>`select withdrawn_at is not null as withdrawn from people.consent
    where person_id = ${personId} and purpose = 'history' and at_institution = ${institutionId} order by given_at desc, id desc limit 1`.execute(
    db,
  )
  return rows[0]?.withdrawn ?? false
}

/**
 * Whether the opened person lets the institutions of her care see each other's facts, in whichever version she agreed (an older yes
 * stands until she takes it back), or lets this institution see her whole history since that moment or later.
 */
export async function agreesToShow(
  { db }: Work,
  personId: Id<'person'>,
  institutionId: Id<'institution'> | null,
  historySince: Instant,
): Promise<boolean> {
  const { rows } = await sql`select from people.consent where person_id = ${personId} and withdrawn_at is null and (purpose = 'service'
    or purpose = 'history' and at_institution = ${institutionId} and given_at > ${historySince}) limit 1`.execute(db)
  return rows.length > 0
}
