import { execFileSync } from 'node:child_process'
import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { liveUntil, nextWorkingDayAt } from './demo-day.ts'
import { makeFolder, type Started, start } from './start.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the journeys keep the data folders that they copy. */
    copiesFolder: string
  }
}

/** A folder for all journeys; what they copy is made by the first who needs it. */
export default function setup({ provide }: TestProject): () => void {
  const { path, remove } = makeFolder()
  provide('copiesFolder', path)
  return remove
}

/** `loaded`: the demo as its first start leaves it. `morning`: the same at half past eight of the next working day, lived until then. */
export type Demo = 'loaded' | 'morning'

/** Starts a demo that somebody has loaded already: the data folder is a copy. test/journeys/start.test.ts looks at first starts. */
export async function startDemo(environment: { readonly CARELOOM_DATA: string }, demo: Demo = 'loaded'): Promise<Started> {
  copy(await made(demo), environment.CARELOOM_DATA)
  return start(environment)
}

async function made(demo: Demo): Promise<string> {
  const folder = join(inject('copiesFolder'), demo)
  if (existsSync(folder)) return folder
  const unfinished = { CARELOOM_DATA: `${folder}-unfinished` }
  const system = demo === 'loaded' ? await start(unfinished) : await startDemo(unfinished)
  if (demo === 'morning') await liveUntil(system, unfinished, await nextWorkingDayAt(system, 8.5))
  const { code, output } = await system.stop()
  if (code !== 0) throw new Error(output)
  renameSync(unfinished.CARELOOM_DATA, folder)
  return folder
}

/** Owners and times stay: the database refuses a folder of somebody else. */
const copy = (from: string, to: string): unknown => execFileSync('cp', ['-a', from, to])
