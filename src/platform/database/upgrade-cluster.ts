import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  ClusterError,
  choosePlace,
  isMade,
  majorVersion,
  markUnfinished,
  otherMajors,
  type Place,
  placeOfOlder,
  unfinishedBy,
} from './cluster-place.ts'
import { runningPort, stop } from './cluster-programs.ts'
import { type Cluster, joinOwnCluster, processesUsing } from './own-cluster.ts'

/** Two clusters of one data folder: the old one with the data, the new one empty. */
type Upgrade = {
  readonly old: Cluster
  readonly fresh: Cluster
  readonly from: number
  readonly to: number
  /** Stays as it is; the operator removes it. */
  readonly oldFolder: string
  /** True: the new cluster is the one to use from now on; false: it is taken away again. */
  close(isDone: boolean): Promise<void>
}

/** Opens the cluster of an older PostgreSQL with its own programs, and an empty one of ours beside it. @throws ClusterError */
export async function openUpgrade(dataFolder: string, programs: string | null): Promise<Upgrade> {
  const place = choosePlace(dataFolder)
  const major = majorToLeave(place)
  const [user] = processesUsing(dataFolder)
  if (user) throw new ClusterError(`Process ${user} uses this data folder: stop every server and worker, then upgrade.`)
  const older = { major, bin: findPrograms(place, major, programs) }
  markUnfinished(place, 'upgrade')
  discard(place)
  const opened: Cluster[] = []
  const close = async (isDone: boolean) => {
    for (const cluster of opened) await cluster.release()
    if (!isDone) discard(place)
    rmSync(place.unfinished, { force: true })
  }
  try {
    const old = await joinOwnCluster(dataFolder, { older })
    opened.push(old)
    const fresh = await joinOwnCluster(dataFolder, { filling: 'upgrade' })
    opened.push(fresh)
    return { old, fresh, from: major, to: majorVersion, oldFolder: placeOfOlder(place, older).data, close }
  } catch (error) {
    await close(false)
    throw error
  }
}

/** The version to come from: the newest that is older than ours. @throws ClusterError where there is nothing to do. */
function majorToLeave(place: Place): number {
  const older = otherMajors(place).find((major) => major < majorVersion)
  if (isMade(place) && unfinishedBy(place) !== 'upgrade')
    throw new ClusterError(
      older === undefined
        ? `The database is of PostgreSQL ${majorVersion}: there is nothing to upgrade.`
        : `The database is of PostgreSQL ${majorVersion} already; the old one in ${join(place.home, String(older))} may be removed when you no longer want it.`,
    )
  if (older === undefined) throw new ClusterError(`There is no older database in ${place.home}: there is nothing to upgrade.`)
  return older
}

/** A folder with `postgres` and `pg_ctl` of this version. @throws ClusterError */
function findPrograms({ home }: Place, major: number, given: string | null): string {
  const candidates = given
    ? [given]
    : [`/usr/lib/postgresql/${major}/bin`, `/usr/pgsql-${major}/bin`, join(dirname(home), `native-${major}`, 'bin')]
  const found = candidates.find((folder) => versionOf(folder) === major)
  if (found) return found
  throw new ClusterError(
    given
      ? `${given} holds no programs of PostgreSQL ${major}: name the folder that its “postgres” and “pg_ctl” are in.`
      : `The programs of PostgreSQL ${major} are not on this machine: install them (Debian: postgresql-${major}) or name their folder with --programs, or make a backup with the Careloom that ran here before and restore it into a new folder.`,
  )
}

function versionOf(folder: string): number | null {
  if (!existsSync(join(folder, 'pg_ctl'))) return null
  const said = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? ''
  return Number(/\(PostgreSQL\) (\d+)/.exec(said)?.[1] ?? Number.NaN)
}

/** Takes away a cluster that nobody has used yet. */
function discard(place: Place): void {
  if (!isMade(place)) return
  if (runningPort(place) !== null) stop(place)
  rmSync(place.data, { recursive: true, force: true })
}
