import { PassThrough } from 'node:stream'
import { backUp, type Restored, restore } from '../platform/backup/index.ts'
import { systemClock } from '../platform/clock/index.ts'
import { openUpgrade } from '../platform/database/index.ts'
import { modules } from './modules.ts'
import { migrations } from './system.ts'
import { version } from './version.ts'

type Upgraded = { readonly from: number; readonly to: number; readonly oldFolder: string; readonly restored: Restored }

/** Copies the database of a data folder from an older PostgreSQL into ours; the old one stays as it is. @throws ClusterError, BackupError */
export async function upgrade(
  dataFolder: string,
  programs: string | null,
  progress: (step: string) => void = () => undefined,
): Promise<Upgraded> {
  const { old, fresh, from, to, oldFolder, close } = await openUpgrade(dataFolder, programs)
  let isDone = false
  try {
    const restored = await copy(old.ownerUrl, fresh.ownerUrl, progress)
    isDone = true
    return { from, to, oldFolder, restored }
  } finally {
    await close(isDone)
  }
}

/** A backup that is restored while it is made. */
async function copy(from: string, to: string, progress: (step: string) => void): Promise<Restored> {
  const clock = systemClock()
  const now = clock.now()
  const stream = new PassThrough()
  const making = backUp(from, stream, { careloom: version, schemas: modules.map(({ name }) => name), files: [], now })
  const plan = { name: 'the older PostgreSQL', rooms: migrations, emptyOne: 'this is a mistake of ours, and nothing was changed.', now }
  const restoring = restore(to, stream, plan, progress).catch((error: Error) => {
    stream.destroy(error)
    throw error
  })
  const [restored, made] = await Promise.allSettled([restoring, making])
  if (made.status === 'rejected' && restored.status === 'fulfilled') throw made.reason
  if (restored.status === 'rejected') throw made.status === 'rejected' ? made.reason : restored.reason
  return restored.value
}
