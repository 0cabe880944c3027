import { createReadStream, createWriteStream, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { loadDemo } from '../src/apps/demo/index.ts'
import { modules } from '../src/apps/modules.ts'
import { migrations } from '../src/apps/system.ts'
import { backUp, restore, verifyBackup } from '../src/platform/backup/index.ts'
import { systemClock } from '../src/platform/clock/index.ts'
import { projectRoot, readConfig } from '../src/platform/config/index.ts'
import { joinOwnCluster } from '../src/platform/database/index.ts'
import { type Bench, type Figure, round } from './figure.ts'
import { openBenchSystem } from './system.ts'

const aims = { 'backup.seconds': 10, 'restore.seconds': 30 }
const trailRows = 1_000_000

/** Backup and restore of the small demo, and of the same with a million rows more: seconds, size, rows per second, memory. */
export const backup: Bench = {
  figures: ['backup.seconds', 'restore.seconds'],
  async run(progress) {
    const system = await openBenchSystem(10, systemClock())
    const folder = join(projectRoot, '.careloom', 'bench-backup')
    rmSync(folder, { recursive: true, force: true })
    try {
      await loadDemo(system.runtime, readConfig({ CARELOOM_DATA: system.folder }), () => undefined)
      const demo = await once(system.ownerUrl, folder)
      progress(`the demo: backup ${demo.backupSeconds} s, restore ${demo.restoreSeconds} s`)
      await system.owner.query(`insert into platform.audit (at, account_id, operation, outcome, request_id, input_hash)
        select '2026-01-01'::timestamptz + n * interval '1 second', gen_random_uuid(), 'bench.command', 'done', gen_random_uuid()::text,
          sha256(n::text::bytea) from generate_series(1, ${trailRows}) n`)
      const large = await once(system.ownerUrl, folder)
      progress(`with a million rows of trail: backup ${large.backupSeconds} s, restore ${large.restoreSeconds} s`)
      return [
        figureOf('backup.seconds', demo.backupSeconds, { demo, large }),
        figureOf('restore.seconds', demo.restoreSeconds, { demo, large }),
      ]
    } finally {
      await system.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** Into a file on the disk, read from end to end, and into a database of its own. */
async function once(ownerUrl: string, folder: string) {
  const cluster = await joinOwnCluster(folder)
  try {
    const file = join(folder, 'bench.backup')
    const now = systemClock().now()
    const plan = { careloom: 'bench', schemas: modules.map(({ name }) => name), files: [], now }
    const [made, backupSeconds] = await timed(() => backUp(ownerUrl, createWriteStream(file), plan))
    const [, verifySeconds] = await timed(() => verifyBackup(createReadStream(file), migrations))
    const into = { name: 'bench', rooms: migrations, emptyOne: 'remove it.', now }
    const [, restoreSeconds] = await timed(() => restore(cluster.ownerUrl, createReadStream(file), into))
    return {
      rows: made.rows,
      rawMegabytes: round(made.rawBytes / 1e6),
      fileMegabytes: round(statSync(file).size / 1e6),
      backupSeconds,
      verifySeconds,
      restoreSeconds: round(verifySeconds + restoreSeconds),
      backupRowsPerSecond: Math.round(made.rows / backupSeconds),
      restoreRowsPerSecond: Math.round(made.rows / restoreSeconds),
      residentMegabytes: Math.round(process.memoryUsage().rss / 1e6),
    }
  } finally {
    await cluster.release()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function timed<Value>(run: () => Promise<Value>): Promise<[Value, number]> {
  const begun = performance.now()
  const value = await run()
  return [value, round((performance.now() - begun) / 1000)]
}

const figureOf = (figure: keyof typeof aims, value: number, detail: Figure['detail']): Figure => ({
  figure,
  value,
  unit: 's',
  aim: `<= ${aims[figure]}`,
  met: value <= aims[figure],
  detail,
})
