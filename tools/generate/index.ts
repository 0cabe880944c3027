import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { migrations } from '../../src/apps/system.ts'
import { toInstant } from '../../src/kernel/time.ts'
import { projectRoot } from '../../src/platform/config/index.ts'
import { joinOwnCluster, migrate } from '../../src/platform/database/index.ts'
import { tableTypes } from './table-types.ts'

/** Every generated file of the checkout by its path. */
export async function generateAll(ownerUrl: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    for (const { room } of migrations) files.set(room === 'platform' ? 'src/platform/tables.ts' : `src/modules/${room}/tables.ts`, await tableTypes(client, room))
  } finally {
    await client.end()
  }
  return files
}

const folder = join(projectRoot, '.careloom', 'generate')
const cluster = await joinOwnCluster(folder, { fsync: false })
try {
  await migrate(cluster.ownerUrl, migrations, toInstant(0))
  for (const [path, text] of await generateAll(cluster.ownerUrl)) writeFileSync(join(projectRoot, path), text)
} finally {
  await cluster.release()
  rmSync(folder, { recursive: true, force: true })
}
