import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, linkSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  ClusterError,
  choosePlace,
  type Filling,
  isMade,
  majorVersion,
  markUnfinished,
  type OlderCluster,
  otherMajors,
  type Place,
  placeOfOlder,
  unfinishedBy,
} from './cluster-place.ts'
import { initialise, isAlive, runningPort, start, stop } from './cluster-programs.ts'

export type Cluster = {
  /** As the owner of the tables: for `migrate` and the demo loader. */
  readonly ownerUrl: string
  /** Something the person who starts should know, for example where the data went. */
  readonly notice: string | null
  /** What was to fill this cluster has said so in the database itself, or has ended. */
  unmark(): void
  /** The last process that uses the cluster stops it. */
  release(): Promise<void>
}

export type JoinOptions = {
  /** False: for tests, which may lose their data with the machine. */
  readonly fsync?: boolean
  /** Of an upgrade: the cluster that is left behind. */
  readonly older?: OlderCluster
  /** The cluster is to be filled by this verb; until it has begun to, nobody else may take it for a new one. */
  readonly filling?: Filling
}

/** Starts or joins the PostgreSQL of a data folder. Every process that joins is registered; the last to leave stops it. @throws ClusterError */
export async function joinOwnCluster(dataFolder: string, { fsync = true, older, filling }: JoinOptions = {}): Promise<Cluster> {
  makeDataFolder(dataFolder)
  const password = readOrMakePassword(dataFolder)
  const own = choosePlace(dataFolder)
  const place = older ? placeOfOlder(own, older) : own
  const users = usersOf(dataFolder, older)
  const ticket = join(users, `${process.pid}-${randomBytes(4).toString('hex')}`)
  const port = await alone(dataFolder, async () => {
    if (!older && filling !== 'upgrade') refuseOther(place, filling)
    mkdirSync(users, { recursive: true })
    if (filling && !isMade(place)) markUnfinished(place, filling)
    if (!isMade(place)) initialise(place, password)
    const running = runningPort(place) ?? (await start(place, password, fsync))
    writeFileSync(ticket, '')
    return running
  })
  return {
    ownerUrl: `postgres://careloom:${password}@127.0.0.1:${port}/careloom`,
    notice: place.notice,
    unmark: () => rmSync(place.unfinished, { force: true }),
    release: () =>
      alone(dataFolder, async () => {
        rmSync(ticket, { force: true })
        if (livingUsers(users).length === 0) stop(place)
      }),
  }
}

const usersOf = (dataFolder: string, older?: OlderCluster): string =>
  join(dataFolder, older ? `cluster-users-${older.major}` : 'cluster-users')

/** Whether this data folder holds a database, be it one of an older PostgreSQL. */
export function hasOwnCluster(dataFolder: string): boolean {
  if (!existsSync(dataFolder)) return false
  const place = choosePlace(dataFolder)
  return isMade(place) || otherMajors(place).length > 0
}

/** Processes that use the own cluster of this data folder. */
export const processesUsing = (dataFolder: string): string[] => livingUsers(usersOf(dataFolder)).map((ticket) => ticket.split('-')[0] ?? '')

/** Nobody begins with an empty database where another holds the data, or one is to be filled. */
function refuseOther(place: Place, filling?: Filling): void {
  const unfinished = unfinishedBy(place)
  if (unfinished && unfinished !== filling)
    throw new ClusterError(
      `The verb “${unfinished}” fills the database of this data folder, or was interrupted: wait for it, or give the same command again.`,
    )
  const [other] = isMade(place) ? [] : otherMajors(place)
  if (other === undefined) return
  throw new ClusterError(
    other < majorVersion
      ? `The database in ${join(place.home, String(other))} was made by PostgreSQL ${other}, and this Careloom runs ${majorVersion}: “./bin/careloom upgrade” copies it into a new one and keeps the old. Nothing was changed.`
      : `The database in ${join(place.home, String(other))} was made by PostgreSQL ${other}, which is newer than the ${majorVersion} of this Careloom: start the Careloom that made it.`,
  )
}

function makeDataFolder(dataFolder: string): void {
  try {
    makeFolders(dataFolder)
    const probe = join(dataFolder, `.probe-${process.pid}`)
    writeFileSync(probe, '')
    unlinkSync(probe)
  } catch (error) {
    throw new ClusterError(
      `The data folder ${dataFolder} cannot be written (${(error as NodeJS.ErrnoException).code}): give this user the right to write there, or set CARELOOM_DATA to another folder.`,
    )
  }
}

/** One by one: `recursive` never ends where a file system refuses with ENOENT, as /proc does. */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return
  makeFolders(dirname(folder))
  mkdirSync(folder, { mode: 0o755 })
}

function readOrMakePassword(dataFolder: string): string {
  const file = join(dataFolder, 'database-password')
  if (!existsSync(file)) {
    try {
      const handle = openSync(file, 'wx', 0o600)
      writeFileSync(handle, randomBytes(24).toString('hex'))
      closeSync(handle)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  return readFileSync(file, 'utf8').trim()
}

/** One process at a time decides about start and stop; the lock of a dead process is taken over. */
async function alone<Value>(dataFolder: string, run: () => Promise<Value>): Promise<Value> {
  const lock = join(dataFolder, 'cluster.lock')
  const mine = `${lock}-${process.pid}-${randomBytes(4).toString('hex')}`
  writeFileSync(mine, String(process.pid)) // linked into place, so that a lock never stands without its holder
  try {
    while (!take(mine, lock)) {
      if (existsSync(lock) && !isAlive(Number(readFileSync(lock, 'utf8')))) rmSync(lock, { force: true })
      else await sleep(50)
    }
    try {
      return await run()
    } finally {
      rmSync(lock, { force: true })
    }
  } finally {
    rmSync(mine, { force: true })
  }
}

function take(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function livingUsers(users: string): string[] {
  const names = existsSync(users) ? readdirSync(users) : []
  const dead = names.filter((name) => !isAlive(Number(name.split('-')[0])))
  for (const name of dead) rmSync(join(users, name), { force: true })
  return names.filter((name) => !dead.includes(name))
}
