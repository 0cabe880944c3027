import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '../src/platform/config/index.ts'
import { createTestSystem, type TestSystem } from './support/system.ts'

const outfile = join(projectRoot, '.careloom', 'test', 'crash-worker.mjs')
const points = ['published', 'inside', 'commit'] as const
const kills = 100
const atOnce = 4

let system: TestSystem
beforeAll(async () => {
  await build({
    absWorkingDir: projectRoot,
    entryPoints: ['test/crash/worker.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  })
  system = await createTestSystem()
  await system.owner.query(
    'create table public.effect (id bigint generated always as identity, subject uuid, fact text); grant insert, select on public.effect to careloom_server',
  )
})
afterAll(() => system.close())

const subjectOf = (place: number) => `00000000-0000-7000-8000-00000000000${place % atOnce}`

function runWorker(subject: string, text: string, point: string): Promise<NodeJS.Signals | number | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [outfile, system.serverUrl, subject, text, point], { stdio: ['ignore', 'ignore', 'inherit'] })
    child.once('exit', (code, signal) => resolve(signal ?? code))
  })
}

test(`killed ${kills} times after the commit, inside the reaction and right after its commit: every fact is effective once, in order`, async () => {
  let killed = 0
  await Promise.all(
    Array.from({ length: atOnce }, async (_, lane) => {
      for (let place = lane; place < kills; place += atOnce) {
        const ended = await runWorker(subjectOf(place), `fact ${place}`, points[Math.floor(place / atOnce) % points.length] ?? 'published')
        if (ended === 'SIGKILL') killed += 1
      }
    }),
  )
  expect(killed).toBe(kills)
  expect(await runWorker(subjectOf(0), '', 'none')).toBe(0)
  const { rows } = await system.owner.query(
    "select o.subject, o.payload->>'text' as fact, d.state from platform.outbox o join platform.delivery d on d.outbox_id = o.id order by o.id",
  )
  expect(rows).toHaveLength(kills)
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['done']))
  const effects = (await system.owner.query('select fact from public.effect order by id')).rows.map(({ fact }) => fact)
  expect(effects.toSorted()).toEqual(rows.map(({ fact }) => fact).toSorted())
  for (const subject of new Set(rows.map((row) => row.subject))) {
    const published = rows.filter((row) => row.subject === subject).map(({ fact }) => fact)
    expect(effects.filter((fact) => published.includes(fact))).toEqual(published)
  }
}, 180_000)
