import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { sql } from 'kysely'
import { present } from '../../kernel/assert.ts'
import type { Id } from '../../kernel/id.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { type Instant, plus } from '../../kernel/time.ts'
import { writeAudit } from '../audit/index.ts'
import { type Database, violates } from '../database/index.ts'
import type { Work } from '../operation/index.ts'
import type { Runtime } from '../operation/runtime.ts'
import { permissionsOf } from '../permission/index.ts'
import { refuse } from '../refusals.ts'
import { everything, transact } from '../transaction/index.ts'
import { countAttempt, forgetAttempts } from './attempts.ts'
import { keepSession, knownSession } from './known.ts'
import type { Session } from './view.ts'

export { findAccountNames } from './account-names.ts'
export { findAccountsInRole } from './accounts-in-role.ts'
export { type Session, sessionView } from './view.ts'

const sessionHours = 12
const dummyHash = await hash(randomBytes(16).toString('hex'))

const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

type Held = { institutionId: Id<'institution'>; role: string }
/** What `platform.session_standing` answers. */
type Standing = {
  accountId: Id<'account'>
  institutionId: Id<'institution'> | null
  personId: Id<'person'> | null
  nameZh: string
  nameEn: string
  held: Held[]
}

/** The session of a token, or null when there is none or it has ended. */
export async function findSession(runtime: Runtime, token: string): Promise<Session | null> {
  const { database, clock, roles } = runtime
  const hashed = tokenHash(token)
  const { rows } = await sql<{ standing: string | null }>`
    select platform.session_standing(${hashed}, ${clock.now()}) as standing`.execute(database)
  const text = rows[0]?.standing ?? null
  const key = hashed.toString('hex')
  const session = text === null ? null : sessionOf(JSON.parse(text) as Standing, roles, { tokenHash: key, digest: digestOf(text) })
  keepSession(runtime, key, session)
  return session
}

/** The session of a token as it was last read here; whoever acts by it has PostgreSQL check that it stands. */
export const findKnown = (runtime: Runtime, token: string): Session | null => knownSession(runtime, tokenHash(token).toString('hex'))

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

function sessionOf(
  { accountId, institutionId, personId, nameZh, nameEn, held }: Standing,
  roles: Runtime['roles'],
  standing: Session['standing'],
): Session {
  const names = held.filter((entry) => entry.institutionId === institutionId).map(({ role }) => role)
  const patient = institutionId === null && personId !== null
  const acting = patient ? ['patient'] : names
  const permissions = permissionsOf(roles, acting)
  const institutions = [...new Set(held.map((entry) => entry.institutionId))].map((id) => ({
    id,
    roles: held.filter((entry) => entry.institutionId === id).map(({ role }) => role),
  }))
  const kind = patient ? 'patient' : 'staff'
  return {
    actor: { accountId, kind, institutionId, personId: patient ? personId : null, roles: acting, permissions },
    view: {
      accountId,
      kind,
      name: { zh: nameZh, en: nameEn },
      roles: [...acting],
      permissions: [...permissions],
      institutionId,
      personId: patient ? personId : null,
      institutions,
    },
    standing,
  }
}

export type SignInRefusal = 'platform.credentials-wrong' | 'platform.too-many-attempts'
export type Caller = { readonly address: string; readonly requestId: string }

/** Checks a password, slowed down per account and per address in the database, and starts a session of twelve hours. Every attempt is audited. */
export async function signIn(
  runtime: Runtime,
  login: string,
  password: string,
  { address, requestId }: Caller,
): Promise<Result<{ token: string; session: Session }, SignInRefusal>> {
  const { database, clock } = runtime
  const now = clock.now()
  const name = login.trim().toLowerCase()
  const {
    rows: [account],
  } = await sql<{ id: Id<'account'>; passwordHash: string }>`select id, password_hash from platform.account where login = ${name}`.execute(
    database,
  )
  const audited = async <Answer extends Result<unknown, SignInRefusal>>(
    answer: Answer,
    institutionId: Id<'institution'> | null = null,
  ): Promise<Answer> => {
    const outcome = answer.ok ? 'done' : answer.refusal.code
    await writeAudit(database, {
      command: 'platform.sign-in',
      actor: account ? { accountId: account.id, institutionId } : null,
      outcome,
      subject: null,
      inputHash: null,
      requestId,
      now,
    })
    return answer
  }
  const wait = Math.max(await countAttempt(database, 'account', name, now), await countAttempt(database, 'address', address, now))
  if (wait > 0) return audited(refuse('platform.too-many-attempts', { retryAfterSeconds: wait }))
  const right = await verify(account?.passwordHash ?? dummyHash, password)
  if (!account || !right) return audited(refuse('platform.credentials-wrong'))
  await forgetAttempts(database, 'account', name)
  await forgetAttempts(database, 'address', address)
  const token = await startSession(database, account.id, now)
  const session = present(await findSession(runtime, token), 'the session that was just made')
  return audited(ok({ token, session }), session.actor.institutionId)
}

/** Starts a session at the first institution where the account holds a role, and answers its token. */
export async function startSession(db: Database, accountId: Id<'account'>, now: Instant): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await sql`insert into platform.session (token_hash, account_id, institution_id, started_at, expires_at)
    values (${tokenHash(token)}, ${accountId}, (select institution_id from platform.account_role where account_id = ${accountId} order by institution_id limit 1), ${now}, ${plus(now, { hours: sessionHours })})`.execute(
    db,
  )
  return token
}

export async function endSession({ database, clock }: Runtime, token: string, requestId: string): Promise<void> {
  const {
    rows: [ended],
  } = await sql<Ended>`delete from platform.session where token_hash = ${tokenHash(token)} returning account_id, institution_id`.execute(
    database,
  )
  if (ended)
    await writeAudit(database, {
      command: 'platform.sign-out',
      actor: ended,
      outcome: 'done',
      subject: null,
      inputHash: null,
      requestId,
      now: clock.now(),
    })
}

type Ended = { accountId: Id<'account'>; institutionId: Id<'institution'> | null }

/** From now on this session acts at another institution where the account holds a role. */
export async function switchInstitution(
  runtime: Runtime,
  token: string,
  institutionId: Id<'institution'>,
  requestId: string,
): Promise<Result<Session, 'platform.role-not-held'>> {
  const {
    rows: [switched],
  } = await sql<Ended>`update platform.session s set institution_id = ${institutionId} where token_hash = ${tokenHash(token)}
    and exists (select from platform.account_role r where r.account_id = s.account_id and r.institution_id = ${institutionId}) returning account_id, institution_id`.execute(
    runtime.database,
  )
  if (!switched) return refuse('platform.role-not-held')
  await writeAudit(runtime.database, {
    command: 'platform.switch-institution',
    actor: switched,
    outcome: 'done',
    subject: institutionId,
    inputHash: null,
    requestId,
    now: runtime.clock.now(),
  })
  return ok(present(await findSession(runtime, token), 'the session that was switched'))
}

export type NewAccount = {
  readonly login: string
  readonly password: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly personId?: Id<'person'>
  readonly practitionerId?: Id<'practitioner'>
  readonly roles: readonly { readonly institutionId: Id<'institution'>; readonly role: string }[]
}

/** Makes accounts with their roles, all or none; passwords are kept as argon2id only. */
export async function createAccounts(runtime: Runtime, accounts: readonly NewAccount[]): Promise<void> {
  const now = runtime.clock.now()
  const hashes = await Promise.all(accounts.map(({ password }) => hash(password)))
  await transact(runtime.database, everything, async (db: Database) => {
    for (const [place, account] of accounts.entries())
      await insertAccount(db, runtime.newId<'account'>(now), account, present(hashes[place], 'the hash'), now)
    return { commit: true, value: null }
  })
}

/** Whether a person signs in herself. */
export async function hasAccount({ db }: Work, personId: Id<'person'>): Promise<boolean> {
  const { rows } = await sql`select 1 from platform.account where person_id = ${personId} limit 1`.execute(db)
  return rows.length > 0
}

/** Who the signed-in account is as a practitioner; null: she is none. */
export async function findOwnPractitioner({ db, actor }: Work): Promise<Id<'practitioner'> | null> {
  const { rows } = await sql<{ practitionerId: Id<'practitioner'> | null }>`
    select practitioner_id from platform.account where id = ${actor.accountId}`.execute(db)
  return rows[0]?.practitionerId ?? null
}

/** Makes the account of a patient inside the transaction of what registers her. */
export async function createPatientAccount(
  work: Work,
  account: Omit<NewAccount, 'roles'> & { readonly personId: Id<'person'> },
): Promise<Result<Id<'account'>, 'platform.login-taken'>> {
  const id = work.newId<'account'>()
  try {
    await insertAccount(work.db, id, { ...account, roles: [] }, await hash(account.password), work.now)
    return ok(id)
  } catch (error) {
    if (violates(error, 'account_login_key')) return refuse('platform.login-taken')
    throw error
  }
}

async function insertAccount(
  db: Database,
  id: Id<'account'>,
  { login, name, personId, practitionerId, roles }: NewAccount,
  passwordHash: string,
  now: Instant,
): Promise<void> {
  await sql`insert into platform.account (id, login, password_hash, name_zh, name_en, person_id, practitioner_id, created_at)
    values (${id}, ${login.toLowerCase()}, ${passwordHash}, ${name.zh}, ${name.en}, ${personId ?? null}, ${practitionerId ?? null}, ${now})`.execute(
    db,
  )
  for (const { institutionId, role } of roles)
    await sql`insert into platform.account_role values (${id}, ${institutionId}, ${role})`.execute(db)
}

export async function forgetSessions(db: Work['db'], now: Work['now']): Promise<void> {
  await sql`delete from platform.session where expires_at <= ${now}`.execute(db)
}
