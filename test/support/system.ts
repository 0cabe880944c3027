import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { modules } from '../../src/apps/modules.ts'
import { roles } from '../../src/apps/roles.ts'
import { type Instant, toInstant } from '../../src/kernel/time.ts'
import { standingClock } from '../../src/platform/clock/index.ts'
import { openDatabase, openPool, serverUrl } from '../../src/platform/database/index.ts'
import { createLog } from '../../src/platform/log/index.ts'
import type { Module } from '../../src/platform/operation/index.ts'
import { createRuntime, type Runtime } from '../../src/platform/operation/runtime.ts'

export type TestSystem = {
  readonly runtime: Runtime
  readonly owner: pg.Client
  readonly ownerUrl: string
  readonly serverUrl: string
  close(): Promise<void>
}

/** A Monday morning in Shanghai. */
export const monday: Instant = toInstant('2026-11-23T00:00:00Z')

/** A database of its own, cloned from the migrated template, and a runtime on it whose clock stands. */
export async function createTestSystem(options: { connections?: number; modules?: readonly Module[] } = {}): Promise<TestSystem> {
  const templateUrl = inject('templateUrl')
  const name = `careloom_t${randomBytes(6).toString('hex')}`
  const adminUrl = Object.assign(new URL(templateUrl), { pathname: '/postgres' }).toString()
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query('select pg_advisory_lock(7310003)') // a template is copied by one at a time
  await admin.query(`create database ${name} template careloom_template`)
  await admin.end()
  const ownerUrl = Object.assign(new URL(templateUrl), { pathname: `/${name}` }).toString()
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const url = serverUrl(ownerUrl)
  const database = openDatabase(openPool(url, options.connections ?? 10))
  const runtime = createRuntime({
    database,
    clock: standingClock(monday),
    log: createLog('silent'),
    modules: options.modules ?? modules,
    roles,
  })
  return {
    runtime,
    owner,
    ownerUrl,
    serverUrl: url,
    close: async () => {
      await database.destroy()
      await owner.end()
    },
  }
}
