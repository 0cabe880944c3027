import { sql } from 'kysely'
import type { Database } from '../database/index.ts'

/** Of these subjects those for whom no timer of this kind waits. */
export async function findUnscheduled(db: Database, kind: string, subjects: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ subject: string }>`select subject from unnest(${subjects}::uuid[]) as subject
    where subject not in (select subject from platform.due where kind = ${kind})`.execute(db)
  return rows.map(({ subject }) => subject)
}
