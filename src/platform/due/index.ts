import { sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import type { Work } from '../operation/index.ts'

export { findUnscheduled } from './invariant.ts'
export { findDue, markDueFault, takeDue } from './store.ts'

/** Waiting is a row: at its time the worker runs the timer of this kind for this subject. */
export async function scheduleDue({ db }: Work, { at, kind, subject }: { at: Instant; kind: string; subject: string }): Promise<void> {
  await sql`insert into platform.due (id, at, kind, subject) values (gen_random_uuid(), ${at}, ${kind}, ${subject}) on conflict do nothing`.execute(
    db,
  )
}
