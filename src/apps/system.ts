import { join } from 'node:path'
import { sql } from 'kysely'
import { systemClock } from '../platform/clock/index.ts'
import { type Config, projectRoot } from '../platform/config/index.ts'
import { joinOwnCluster, type Migration, migrate, openDatabase, openPool } from '../platform/database/index.ts'
import type { Log } from '../platform/log/index.ts'
import { createRuntime, type Runtime } from '../platform/operation/runtime.ts'
import { loadOwnTerms } from '../platform/terms/index.ts'
import { modules } from './modules.ts'
import { roles } from './roles.ts'

/** A database that is migrated and a runtime on it; every verb and both processes open it the same way. */
export type System = {
  readonly runtime: Runtime
  readonly ownerUrl: string
  readonly serverUrl: string
  readonly notice: string | null
  close(): Promise<void>
}

const clockLookMilliseconds = 1000

export const migrations: readonly Migration[] = modules
  .filter(({ name }) => name !== 'fhir')
  .map(({ name }) => ({
    room: name,
    folder: join(projectRoot, 'src', name === 'platform' ? 'platform' : `modules/${name}`, 'migrations'),
  }))

/** Joins the own cluster or the operator's PostgreSQL, migrates it, and follows the clock of the database. */
export async function openSystem(config: Config, log: Log, progress: (line: string) => void = () => undefined): Promise<System> {
  const cluster = config.databaseUrl ? null : await joinOwnCluster(config.dataFolder)
  try {
    const ownerUrl = config.databaseUrl ?? cluster?.ownerUrl ?? ''
    const clock = systemClock()
    const serverUrl = await migrate(ownerUrl, migrations, clock.now(), progress)
    const pool = openPool(serverUrl, 20)
    const database = openDatabase(pool)
    await loadOwnTerms(database)
    const runtime = createRuntime({ database, clock, log, modules, roles })
    const stopFollowing = await followClock(runtime)
    return {
      runtime,
      ownerUrl,
      serverUrl,
      notice: cluster?.notice ?? null,
      close: async () => {
        stopFollowing()
        await database.destroy()
        await cluster?.release()
      },
    }
  } catch (error) {
    await cluster?.release()
    throw error
  }
}

/** Takes over the offset that `careloom clock advance` writes. */
async function followClock({ database, clock, log }: Runtime): Promise<() => void> {
  const look = async () => {
    const {
      rows: [row],
    } = await sql<{ offsetMilliseconds: bigint }>`select offset_milliseconds from platform.clock`.execute(database)
    clock.setOffset(Number(row?.offsetMilliseconds ?? 0))
  }
  await look()
  const timer = setInterval(
    () => void look().catch((error: Error) => log.warn({ message: error.message }, 'the clock could not be read')),
    clockLookMilliseconds,
  )
  return () => clearInterval(timer)
}
