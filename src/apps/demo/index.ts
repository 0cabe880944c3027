import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import type { Config } from '../../platform/config/index.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import { modules } from '../modules.ts'
import { readablePassword } from '../readable-password.ts'
import { loadMall, networkCode } from './mall.ts'

export type DemoLogin = { readonly role: string; readonly login: string; readonly password: string }

/** Loads the demo network into an empty database, and answers its logins; passwords are random per data folder. */
export async function loadDemo(
  runtime: Runtime,
  { demo, dataFolder, databaseUrl }: Config,
  say: (line: string) => void,
): Promise<readonly DemoLogin[]> {
  if (demo === 'none') return []
  const file = join(dataFolder, databaseUrl ? 'demo-logins-database-url.json' : 'demo-logins.json')
  const state = await demoState(runtime)
  if (state !== 'empty') return state === 'demo' && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  if (demo === 'full') say('CARELOOM_DEMO=full is not made yet: the small network is loaded.')
  const logins = ['operator', 'manager', 'butler', 'clinician', 'patient'].map((role) => ({
    role,
    login: role,
    password: readablePassword(),
  }))
  writeFileSync(file, JSON.stringify(logins), { mode: 0o600 })
  await loadMall(runtime, (role) => logins.find((login) => login.role === role)?.password ?? '', say)
  return logins
}

/** What this database holds; `half`: a first start was killed, and nobody can have signed in because there is no account at all. */
export async function demoState({ database }: Runtime): Promise<'empty' | 'half' | 'demo' | 'other'> {
  const {
    rows: [found],
  } = await sql<{ code: string; accounts: boolean }>`
    select code, exists (select from platform.account) as accounts from network.network limit 1`.execute(database)
  if (!found) return 'empty'
  if (found.code !== networkCode) return 'other'
  return found.accounts ? 'demo' : 'half'
}

/** Takes everything away, so that the next opening migrates and loads anew. Only for what is `half`. */
export async function wipe(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query(`drop schema ${modules.map(({ name }) => name).join(', ')} cascade`)
  } finally {
    await owner.end()
  }
}
