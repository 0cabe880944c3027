import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../src/platform/config/index.ts'

export type User = { readonly uid: number; readonly gid: number }
export type Ended = { readonly code: number | null; readonly output: string }
export type Started = {
  readonly url: string
  readonly output: () => string
  readonly child: ChildProcess
  readonly milliseconds: number
  passwordOf(login: string): string
  stop(signal?: NodeJS.Signals): Promise<Ended>
}

/** An ordinary user of this machine, when the tests run as root. */
export function ordinaryUser(): User {
  const line =
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith('nobody:')) ?? ''
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

/** A folder of its own that everybody may enter, and that `user` owns. */
export function makeFolder(user?: User): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'careloom-journey-'))
  chmodSync(path, 0o755)
  if (user) chownSync(path, user.uid, user.gid)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

const ours = /^(CARELOOM_|DATABASE_URL$|PORT$|HOST$)/

/** Runs `./bin/careloom` with a clean environment of its own. */
export function careloom(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  { user, cwd = projectRoot }: { user?: User; cwd?: string } = {},
) {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !ours.test(name) && !name.startsWith('VITEST') && name !== 'NODE_ENV'),
  )
  const child = spawn(process.execPath, [join(cwd, 'bin', 'careloom'), ...words], {
    cwd,
    ...user,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, HOME: tmpdir(), ...environment },
  })
  const parts: Buffer[] = []
  child.stdout?.on('data', (part: Buffer) => parts.push(part))
  child.stderr?.on('data', (part: Buffer) => parts.push(part))
  const output = () => Buffer.concat(parts).toString()
  const ended = new Promise<Ended>((resolve) => child.once('exit', (code) => setTimeout(() => resolve({ code, output: output() }), 50)))
  return { child, output, ended }
}

/** Starts the system as a user does and waits until it says that it is ready; one that ends instead is an error with what it said. */
export async function start(
  environment: NodeJS.ProcessEnv,
  { verb = 'start', ...options }: { user?: User; cwd?: string; verb?: 'start' | 'server' } = {},
): Promise<Started> {
  const begun = performance.now()
  const { child, output, ended } = careloom([verb], { PORT: '0', ...environment }, options)
  const url = await Promise.race([
    ended.then(({ code }) => {
      throw new Error(`ended with ${code}: ${output()}`)
    }),
    new Promise<string>((resolve) => {
      const look = setInterval(() => {
        const found = output().match(/ready: (http:\/\/\S+)/)?.[1]
        if (!found) return
        clearInterval(look)
        resolve(found.replace('localhost', '127.0.0.1'))
      }, 20)
      void ended.then(() => clearInterval(look))
    }),
  ])
  return {
    url,
    output,
    child,
    milliseconds: performance.now() - begun,
    passwordOf: (login) => output().match(new RegExp(`^\\s+\\S+\\s+${login}\\s+(\\S+)$`, 'm'))?.[1] ?? '',
    stop: async (signal = 'SIGINT') => {
      child.kill(signal)
      return ended
    },
  }
}
