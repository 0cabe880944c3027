import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Config } from '../../platform/config/index.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import { loadMall } from './mall.ts'

export type DemoLogin = { readonly role: string; readonly login: string; readonly password: string }

/** Loads the demo network into an empty database, and answers its logins; passwords are random per data folder. */
export async function loadDemo(
  runtime: Runtime,
  { demo, dataFolder, databaseUrl }: Config,
  say: (line: string) => void,
): Promise<readonly DemoLogin[]> {
  if (demo === 'none') return []
  const file = join(dataFolder, databaseUrl ? 'demo-logins-database-url.json' : 'demo-logins.json')
  const {
    rows: [loaded],
  } = await sql<{ code: string }>`select code from network.network limit 1`.execute(runtime.database)
  if (loaded) return loaded.code === 'MALL-DEMO' && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
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

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Sixteen characters (79 bits) without look-alikes, in groups. */
function readablePassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
