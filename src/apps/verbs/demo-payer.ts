import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connectPayer } from '../../modules/coverage/index.ts'
import type { Config } from '../../platform/config/index.ts'
import { perform, systemActor } from '../../platform/operation/perform.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import { demoSeed } from '../demo/index.ts'

export type DemoPayer = { stop(): Promise<void> }

const restartMilliseconds = 1000
const addressWithin = 15_000
const endWithin = 3000

/**
 * Runs the payer of the demo as a process of its own beside this one and connects it. It keeps its state in the data folder, is started
 * again when it dies, and ends with this process whatever happens to it.
 */
export async function startDemoPayer(runtime: Runtime, config: Config, server: string, say: (line: string) => void): Promise<DemoPayer> {
  const stateFile = join(config.dataFolder, 'counterparty.json')
  const { seedFile, seed } = keepSeed(runtime, config)
  let port = config.counterpartyPort
  let child: ChildProcess | null = null
  let stopped = false
  const launch = async (): Promise<string> => {
    const words = [
      '--port',
      String(port),
      '--state',
      stateFile,
      '--seed',
      seedFile,
      '--answers-to',
      `${server}/api/coverage/exchange/${seed.payerCode}`,
    ]
    const started = spawn(process.execPath, [process.argv[1] as string, 'counterparty', ...words, '--until-input-ends'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    child = started
    started.once('exit', () => {
      if (!stopped) setTimeout(() => void (stopped || launch().catch(() => undefined)), restartMilliseconds).unref()
    })
    const url = await addressOf(started)
    port = Number(new URL(url).port)
    return url
  }
  const stop = async () => {
    stopped = true
    const running = child
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill('SIGTERM')
    const late = setTimeout(() => running.kill('SIGKILL'), endWithin)
    await ended
    clearTimeout(late)
  }
  try {
    const endpoint = await launch()
    const { token, answerToken, payerCode } = seed
    const { result } = await perform(
      runtime,
      connectPayer,
      systemActor,
      { payerCode, endpoint, token, answerToken },
      { requestId: 'demo payer' },
    )
    if (!result.ok) throw new Error(result.refusal.code)
    say(`The demo's payer listens on ${endpoint} and answers claims within seconds.`)
  } catch (error) {
    await stop()
    say(`The demo's payer did not start (${(error as Error).message}): claims wait until it is there.`)
  }
  return { stop }
}

/** The seed of the first start: its tokens stay the same as long as the data folder does. */
function keepSeed(runtime: Runtime, config: Config) {
  const seedFile = join(config.dataFolder, 'counterparty-seed.json')
  if (existsSync(seedFile)) return { seedFile, seed: JSON.parse(readFileSync(seedFile, 'utf8')) as ReturnType<typeof demoSeed> }
  const newToken = () => randomBytes(32).toString('base64url')
  const seed = demoSeed(runtime, config, { token: newToken(), answerToken: newToken() })
  writeFileSync(seedFile, JSON.stringify(seed), { mode: 0o600 })
  return { seedFile, seed }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('it did not say its address')), addressWithin)
    child.once('exit', (code) => reject(new Error(`it ended with ${code}`)))
    child.stdout?.on('data', (part: Buffer) => {
      const url = part.toString().match(/http:\/\/\S+/)?.[0]
      if (!url) return
      clearTimeout(late)
      resolve(url)
    })
  })
}
