import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { modules } from '../src/apps/modules.ts'
import { roles } from '../src/apps/roles.ts'
import { migrations } from '../src/apps/system.ts'
import type { Clock } from '../src/platform/clock/index.ts'
import { projectRoot } from '../src/platform/config/index.ts'
import { joinOwnCluster, migrate, openDatabase, openPool } from '../src/platform/database/index.ts'
import { createLog } from '../src/platform/log/index.ts'
import { createRuntime } from '../src/platform/operation/runtime.ts'
import { loadOwnTerms } from '../src/platform/terms/index.ts'

/** A fresh, durable database of its own (fsync on) with a runtime. */
export async function openBenchSystem(connections: number, clock: Clock) {
  const folder = join(projectRoot, '.careloom', 'bench')
  rmSync(folder, { recursive: true, force: true })
  const cluster = await joinOwnCluster(folder)
  const serverUrl = await migrate(cluster.ownerUrl, migrations, clock.now())
  const database = openDatabase(openPool(serverUrl, connections))
  await loadOwnTerms(database)
  const runtime = createRuntime({ database, clock, log: createLog('silent'), modules, roles })
  const owner = new pg.Client({ connectionString: cluster.ownerUrl })
  await owner.connect()
  return {
    runtime,
    owner,
    serverUrl,
    ownerUrl: cluster.ownerUrl,
    folder,
    close: async () => {
      await database.destroy()
      await owner.end()
      await cluster.release()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Durable writes per second of the disk, to print beside every figure that writes. */
export function fsyncsPerSecond(folder: string): number {
  const file = join(folder, 'fsync-probe')
  const handle = openSync(file, 'w')
  const block = Buffer.alloc(512)
  const begun = performance.now()
  let count = 0
  for (; performance.now() - begun < 500; count += 1) {
    writeSync(handle, block, 0, 512, 0)
    fdatasyncSync(handle)
  }
  closeSync(handle)
  rmSync(file)
  return Math.round((count / (performance.now() - begun)) * 1000)
}
