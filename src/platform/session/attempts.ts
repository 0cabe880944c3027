import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Instant, millisecondsBetween } from '../../kernel/time.ts'
import type { Database } from '../database/index.ts'

/** Free attempts before the first wait: an address may serve a whole front desk. What a visitor tries is counted apart: no sign-in forgets it. */
const freeAttempts = { account: 5, address: 30, visitor: 30 }
const longestWaitSeconds = 900

const hashOf = (kind: keyof typeof freeAttempts, value: string): Buffer => createHash('sha256').update(`${kind}:${value}`).digest()

/**
 * Counts an attempt before the password is looked at, so that many at once count as many. Answers how many seconds to
 * wait, 0 for go on: after the free attempts 1, 2, 4 … 900 s; a day of quiet forgets.
 */
export async function countAttempt(db: Database, kind: keyof typeof freeAttempts, value: string, now: Instant): Promise<number> {
  const subject = hashOf(kind, value)
  const {
    rows: [counted],
  } = await sql`
    insert into platform.login_attempt as attempt (subject_hash, failures, blocked_until) values (${subject}, 1, ${now})
    on conflict (subject_hash) do update set
      failures = case when attempt.blocked_until < ${now}::timestamptz - interval '1 day' then 1 else attempt.failures + 1 end,
      blocked_until = ${now}::timestamptz + make_interval(secs => case when attempt.failures + 1 < ${freeAttempts[kind]}::int then 0
        else least(${longestWaitSeconds}::int, 2 ^ least(attempt.failures + 1 - ${freeAttempts[kind]}::int, 10)) end)
    where attempt.blocked_until <= ${now}::timestamptz
    returning failures`.execute(db)
  if (counted) return 0
  const {
    rows: [blocked],
  } = await sql<{ blockedUntil: Instant }>`select blocked_until from platform.login_attempt where subject_hash = ${subject}`.execute(db)
  return blocked ? Math.max(1, Math.ceil(millisecondsBetween(now, blocked.blockedUntil) / 1000)) : 0
}

export async function forgetAttempts(db: Database, kind: keyof typeof freeAttempts, value: string): Promise<void> {
  await sql`delete from platform.login_attempt where subject_hash = ${hashOf(kind, value)}`.execute(db)
}
