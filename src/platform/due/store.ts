import { sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../database/index.ts'
import type { PlatformTables } from '../tables.ts'

export type DueRow = { readonly id: string; readonly kind: string; readonly subject: string }

const attemptLimit = 5

/** Rows whose time has come, oldest first. */
export async function findDue(db: Database, now: Instant, limit: number): Promise<DueRow[]> {
  return db
    .withTables<PlatformTables>()
    .selectFrom('platform.due')
    .select(['id', 'kind', 'subject'])
    .where('state', '=', 'open')
    .where('at', '<=', now)
    .orderBy('at')
    .limit(limit)
    .execute()
}

/** Takes the row for this transaction and removes it with it; false: another worker has it, or it is done. */
export async function takeDue(db: Database, id: string): Promise<boolean> {
  const { rows } =
    await sql`delete from platform.due where id = (select id from platform.due where id = ${id} and state = 'open' for update skip locked) returning id`.execute(
      db,
    )
  return rows.length === 1
}

/** After five faults the row is parked and shown. */
export async function markDueFault(db: Database, id: string, fault: string): Promise<void> {
  await sql`update platform.due set attempts = attempts + 1, fault = ${fault},
    state = case when attempts + 1 >= ${attemptLimit} then 'parked' else 'open' end where id = ${id}`.execute(db)
}
