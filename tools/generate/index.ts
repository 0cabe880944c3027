import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { migrations } from '../../src/apps/system.ts'
import { toInstant } from '../../src/kernel/time.ts'
import { projectRoot } from '../../src/platform/config/index.ts'
import { joinOwnCluster, migrate } from '../../src/platform/database/index.ts'
import { generateAll } from './all.ts'

const folder = join(projectRoot, '.careloom', 'generate')
const cluster = await joinOwnCluster(folder, { fsync: false })
try {
  await migrate(cluster.ownerUrl, migrations, toInstant(0))
  for (const [path, text] of await generateAll(cluster.ownerUrl)) {
    mkdirSync(dirname(join(projectRoot, path)), { recursive: true })
    writeFileSync(join(projectRoot, path), text)
    console.log(path)
  }
} finally {
  await cluster.release()
  rmSync(folder, { recursive: true, force: true })
}
