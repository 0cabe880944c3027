import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { projectRoot } from '../../src/platform/config/index.ts'
import { termsOfTest } from './cover.ts'

export const tokens = { token: 'c'.repeat(40), answerToken: 'a'.repeat(40) }

const member = (more: object = {}) => ({
  product: 'select',
  validFrom: '2026-01-01',
  validUntil: null,
  elsewhere: { year: 2026, deductibleFen: 0, benefitFen: 0 },
  ...more,
})

/** The insurer of `makePayer` in a process of its own, with these policies; it can be killed and started again on the same port. */
export async function makeCounterparty(policies: Readonly<Record<string, object>>) {
  const folder = mkdtempSync(join(tmpdir(), 'careloom-counterparty-'))
  const program = join(projectRoot, '.careloom', 'test', 'counterparty.mjs')
  await build({
    absWorkingDir: projectRoot,
    entryPoints: ['src/apps/cli.ts'],
    outfile: program,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  })
  const seed = {
    payerCode: 'hengyu',
    ...tokens,
    products: { select: { ...termsOfTest, discountBasisPoints: 500 } },
    members: Object.fromEntries(Object.entries(policies).map(([number, more]) => [number, member(more)])),
  }
  const [seedFile, stateFile] = [join(folder, 'seed.json'), join(folder, 'state.json')]
  writeFileSync(seedFile, JSON.stringify(seed))
  let child: ChildProcess | null = null
  let port = 0
  const end = async (signal: NodeJS.Signals) => {
    const running = child
    child = null
    if (!running || running.exitCode !== null) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill(signal)
    await ended
  }
  return {
    /** Answers its address. */
    async start(answersTo: string, ...more: string[]): Promise<string> {
      const words = ['--port', String(port), '--state', stateFile, '--seed', seedFile, '--answers-to', answersTo, '--delay', '20', ...more]
      const started = spawn(process.execPath, [program, 'counterparty', ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
      child = started
      const url = await new Promise<string>((resolve, reject) => {
        started.once('exit', (code) => reject(new Error(`the counterparty ended with ${code}`)))
        started.stdout.on('data', (part: Buffer) => {
          const found = part.toString().match(/http:\/\/\S+/)?.[0]
          if (found) resolve(found)
        })
      })
      port = Number(new URL(url).port)
      return url
    },
    kill: () => end('SIGKILL'),
    state: () => JSON.parse(readFileSync(stateFile, 'utf8')),
    async close() {
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
