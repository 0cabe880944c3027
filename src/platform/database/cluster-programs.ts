import { type SpawnSyncOptions, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { ClusterError, type Place } from './cluster-place.ts'

/** A zombie, which only waits for its parent to look, is dead. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  const stat = `/proc/${pid}/stat`
  return !existsSync(stat) || !/\) [ZX] /.test(readFileSync(stat, 'utf8'))
}

export function initialise(place: Place, password: string): void {
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
export function runningPort(place: Place): number | null {
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

export async function start(place: Place, password: string, fsync: boolean): Promise<number> {
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

export function stop(place: Place): void {
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
