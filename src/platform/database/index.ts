import {
  CamelCasePlugin,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type PluginTransformQueryArgs,
  PostgresDialect,
  type RootOperationNode,
} from 'kysely'
import pg from 'pg'
import { toInstant } from '../../kernel/time.ts'

export { ClusterError } from './cluster-place.ts'
export {
  connect,
  connectFit,
  type Migration,
  MigrationError,
  type MigrationFile,
  makeGround,
  migrate,
  migrationLock,
  readMigrations,
  restoringSchema,
  serverUrl,
} from './migrate.ts'
export { type Cluster, hasOwnCluster, joinOwnCluster } from './own-cluster.ts'
export { openUpgrade } from './upgrade-cluster.ts'

/** Each room's store narrows it to its own tables: `db.withTables<BookingTables>()`. */
// biome-ignore lint/suspicious/noExplicitAny: a room may only name its tables after narrowing
export type Database = Kysely<any>

/** Instants come as ISO text with milliseconds, days as text, bigint as BigInt. */
const parsers: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.TIMESTAMPTZ]: (text) => toInstant(text),
  [pg.types.builtins.DATE]: (text) => text,
  [pg.types.builtins.INT8]: (text) => BigInt(text),
}
const types = { getTypeParser: (oid: number, format?: 'text' | 'binary') => parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text') }

const nameLimit = 2000
const statementNames = new Map<string, string>()

function statementName(text: string): string | undefined {
  const known = statementNames.get(text)
  if (known || statementNames.size >= nameLimit) return known
  const name = `s${statementNames.size}`
  statementNames.set(text, name)
  return name
}

type Stream = { cork?(): void; uncork?(): void }

/**
 * Gives each statement with parameters a name, so that PostgreSQL parses and plans it once per connection; and statements that are sent in
 * one breath, such as a transaction's beginning and its first reads, leave in one write.
 */
class NamingClient extends pg.Client {
  #isCorked = false

  #gather(): void {
    const { stream } = (this as unknown as { connection: { stream: Stream } }).connection
    if (this.#isCorked || !stream.cork) return
    this.#isCorked = true
    stream.cork()
    setImmediate(() => {
      this.#isCorked = false
      stream.uncork?.()
    })
  }

  // biome-ignore lint/suspicious/noExplicitAny: the overloads of pg's query
  override query(...parameters: any[]): any {
    this.#gather()
    const [text, values] = parameters
    if (typeof text !== 'string' || !Array.isArray(values)) return super.query(...(parameters as [string]))
    if (values.length === 0) return super.query(text)
    return super.query({ name: statementName(text), text, values } as pg.QueryConfig)
  }
}

export type Pool = pg.Pool

export function openPool(url: string, connections: number, Client: typeof pg.Client = NamingClient): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types,
    Client,
    pipeline: true, // a statement is sent without waiting for the answer to the one before, where the code does not wait
    connectionTimeoutMillis: 30_000,
    idleTimeoutMillis: 60_000,
  } as pg.PoolConfig)
  // A connection that breaks, idle or in use, is replaced; the statement that was using it throws where it was sent.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Names in camel case to the code, in snake case to the database; SQL that is written out is left as it stands. */
class CamelCase extends CamelCasePlugin {
  override transformQuery(query: PluginTransformQueryArgs): RootOperationNode {
    return query.node.kind === 'RawNode' ? query.node : super.transformQuery(query)
  }
}

const camelCase = () => new CamelCase({ maintainNestedObjectKeys: true })

export function openDatabase(pool: Pool): Database {
  return new Kysely({ dialect: new PostgresDialect({ pool }), plugins: [camelCase()] })
}

/** Statements on one connection, until they are ended; whoever took the connection gives it back. */
class Pipeline extends PostgresDialect {
  readonly db: Database = new Kysely({ dialect: this, plugins: [camelCase()] })
  hasEnded = false
  readonly #connection: DatabaseConnection

  constructor(connection: DatabaseConnection) {
    super({ pool: () => Promise.reject(new Error('a pipeline has its connection')) })
    this.#connection = connection
  }

  override createDriver(): Driver {
    const nothing = async () => undefined
    return {
      init: nothing,
      acquireConnection: async () => {
        if (this.hasEnded) throw new Error('a statement after the last of its transaction')
        return this.#connection
      },
      releaseConnection: nothing,
      beginTransaction: nothing,
      commitTransaction: nothing,
      rollbackTransaction: nothing,
      destroy: nothing,
    }
  }
}

const pipelines = new WeakMap<DatabaseConnection, Pipeline>()

function pipelineOf(connection: DatabaseConnection): Pipeline {
  const known = pipelines.get(connection)
  if (known) return known
  const made = new Pipeline(connection)
  pipelines.set(connection, made)
  return made
}

/**
 * Takes one connection for as long as `run` takes. Statements leave as soon as they are asked for and run in that order; the query
 * builder's own `connection()` would hold each back until the one before is answered. After `end` none leaves any more.
 */
export const onConnection = <Value>(database: Database, run: (db: Database, end: () => void) => Promise<Value>): Promise<Value> =>
  database.getExecutor().provideConnection((connection) => {
    const pipeline = pipelineOf(connection)
    pipeline.hasEnded = false
    return run(pipeline.db, () => {
      pipeline.hasEnded = true
    })
  })

/** Whether PostgreSQL refused because of this constraint. */
export const violates = (error: unknown, constraint: string): boolean =>
  (error as { constraint?: string } | null)?.constraint === constraint

export { NamingClient }
