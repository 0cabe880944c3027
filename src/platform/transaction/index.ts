import { type Kysely, sql } from 'kysely'
import type { Database } from '../database/index.ts'

/** What the policies of this transaction compare with. */
export type Visibility = {
  readonly institutions: readonly string[]
  readonly person: string | null
  /** `network`: the command touches rows of several owners; such commands stand in one table with their reason. */
  readonly scope: 'institution' | 'network'
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function settingsOf({ institutions, person, scope }: Visibility): string {
  const ids = [...institutions, ...(person ? [person] : [])]
  if (!ids.every((id) => uuid.test(id))) throw new Error('an id of the actor is no UUID')
  return `set local careloom.institutions = '{${institutions.join(',')}}'; set local careloom.person = '${person ?? ''}'; set local careloom.scope = '${scope}'`
}

export type Outcome<Value> = { readonly commit: boolean; readonly value: Value }

/** One transaction with its visibility. `run` says whether its work stays; a serialization failure or deadlock is tried at most three times. */
export async function transact<Value>(
  database: Database,
  visibility: Visibility,
  run: (db: Database) => Promise<Outcome<Value>>,
): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(database, visibility, run)
    } catch (error) {
      if (attempt === 3 || !isPassing(error)) throw error
    }
  }
}

const isPassing = (error: unknown): boolean => ['40001', '40P01'].includes((error as { code?: string }).code ?? '')

function once<Value>(database: Database, visibility: Visibility, run: (db: Database) => Promise<Outcome<Value>>): Promise<Value> {
  return database.connection().execute(async (db) => {
    const begun = sql.raw(`begin; ${settingsOf(visibility)}`).execute(db)
    begun.catch(() => undefined) // a connection that breaks here is met below
    // Sent, not waited for: a connection runs statements in the order in which they are sent, and until a statement is handed to it the
    // query builder takes no other steps than microtasks.
    await new Promise((resolve) => setImmediate(resolve))
    try {
      const { commit, value } = await run(db)
      await begun
      await sql.raw(commit ? 'commit' : 'rollback').execute(db)
      return value
    } catch (error) {
      await sql
        .raw('rollback')
        .execute(db)
        .catch(() => undefined) // a broken connection rolls back by itself
      throw error
    }
  })
}

/** Opens one person's facts for the rest of this transaction; `platform/grant` decides who may. */
export async function setOpenedPerson(db: Kysely<unknown>, personId: string): Promise<void> {
  await sql`select set_config('careloom.person', ${personId}, true)`.execute(db)
}

/** Of the runners only: they see rows of all owners. */
export const everything: Visibility = { institutions: [], person: null, scope: 'network' }
