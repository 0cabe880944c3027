import { type Kysely, sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import { type Database, onConnection } from '../database/index.ts'

/** A session as it was last read, for a transaction that begins before it is read again; both in hexadecimal. */
export type Standing = { readonly tokenHash: string; readonly digest: string; readonly at: Instant }

/** What the policies of this transaction compare with. */
export type Visibility = {
  readonly institutions: readonly string[]
  readonly person: string | null
  /** `network`: the command touches rows of several owners; such commands stand in one table with their reason. */
  readonly scope: 'institution' | 'network'
  /** The transaction is of a session that has to stand as it is known; else PostgreSQL lets nothing of it happen. */
  readonly standing?: Standing
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const hash = /^[0-9a-f]{64}$/
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

function settingsOf({ institutions, person, scope, standing }: Visibility): string {
  const ids = [...institutions, ...(person ? [person] : [])]
  if (!ids.every((id) => uuid.test(id))) throw new Error('an id of the actor is no UUID')
  const settings = `set local careloom.institutions = '{${institutions.join(',')}}'; set local careloom.person = '${person ?? ''}'; set local careloom.scope = '${scope}'`
  return standing ? `${settings}; ${requirementOf(standing)}` : settings
}

function requirementOf({ tokenHash, digest, at }: Standing): string {
  if (!hash.test(tokenHash) || !hash.test(digest) || !instant.test(at)) throw new Error('a session is known in another form')
  return `select platform.require_session('\\x${tokenHash}', '${at}', '\\x${digest}')`
}

/** Whether a transaction did not happen because its session does not stand as it was known. */
export const hasFallen = (error: unknown): boolean => (error as { code?: string } | null)?.code === 'CL001'

export type Outcome<Value> = { readonly commit: boolean; readonly value: Value }

/**
 * Sends the last statements of a transaction whose work stays whatever they answer, and the commit with them in one write. A statement
 * after them is refused.
 */
export type Lastly = <Value>(statements: () => Promise<Value>) => Promise<Value>

/** One transaction with its visibility. `run` says whether its work stays; a serialization failure or deadlock is tried at most three times. */
export async function transact<Value>(
  database: Database,
  visibility: Visibility,
  run: (db: Database, lastly: Lastly) => Promise<Outcome<Value>>,
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

/**
 * Until statements that are not waited for are handed to their connection, which runs them in the order in which it gets them: the query
 * builder takes no other steps than microtasks, and a tick that is asked for by one of those comes after the last of them.
 */
const handedOver = () => Promise.resolve().then(() => new Promise<void>((resolve) => process.nextTick(resolve)))

const settled = (sent: Promise<unknown>): Promise<unknown> => sent.catch(() => undefined)

function once<Value>(
  database: Database,
  visibility: Visibility,
  run: (db: Database, lastly: Lastly) => Promise<Outcome<Value>>,
): Promise<Value> {
  return onConnection(database, async (db, end) => {
    const begun = sql.raw(`begin; ${settingsOf(visibility)}`).execute(db)
    settled(begun) // a connection that breaks here is met below
    let committed: Promise<unknown> | null = null
    const lastly: Lastly = async (statements) => {
      const asked = statements()
      settled(asked)
      await handedOver()
      committed = sql.raw('commit').execute(db)
      settled(committed)
      await handedOver()
      end()
      return asked
    }
    await handedOver()
    try {
      const { commit, value } = await run(db, lastly)
      await begun
      await (committed ?? sql.raw(commit ? 'commit' : 'rollback').execute(db))
      return value
    } catch (error) {
      await settled(committed ?? sql.raw('rollback').execute(db)) // a broken connection rolls back by itself
      throw await begun.then(
        () => error,
        (first: unknown) => first, // why all that followed failed
      )
    }
  })
}

/** Opens one person's facts for the rest of this transaction; `platform/grant` decides who may. */
export async function setOpenedPerson(db: Kysely<unknown>, personId: string): Promise<void> {
  await sql`select set_config('careloom.person', ${personId}, true)`.execute(db)
}

/** Of the runners only: they see rows of all owners. */
export const everything: Visibility = { institutions: [], person: null, scope: 'network' }
