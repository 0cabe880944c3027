import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import type { Seed } from '../../counterparty/index.ts'
import { present } from '../../kernel/assert.ts'
import { dateIn, defaultZone, type PlainDate } from '../../kernel/time.ts'
import { startWatch } from '../../platform/clock/index.ts'
import type { Config } from '../../platform/config/index.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import { createAccounts, type NewAccount } from '../../platform/session/index.ts'
import { modules } from '../modules.ts'
import { type ProgressLine, showProgress } from '../progress.ts'
import { readablePassword } from '../readable-password.ts'
import { commPlan, commSizes } from './comm-plan.ts'
import { countyPlan, countySizes } from './county-plan.ts'
import { seedOf } from './cover.ts'
import { groupPlan, groupSizes } from './group-plan.ts'
import { hospPlan, hospSizes } from './hosp-plan.ts'
import { loadPlan } from './load-plan.ts'
import type { Progress } from './loading.ts'
import { mallPlan } from './mall-plan.ts'
import type { NetworkPlan } from './plan.ts'
import { loadQuality } from './quality.ts'

export type DemoLogin = { readonly role: string; readonly login: string; readonly password: string }

/** Beside the demo's payer; sixty in all. */
const otherInsurers = 59

/** The demo networks; `full` has each in its whole size. */
export const plansOf = (demo: 'small' | 'full', today: PlainDate): readonly NetworkPlan[] => [
  mallPlan(today),
  { ...hospPlan(today, hospSizes[demo]), insurers: demo === 'full' ? otherInsurers : 0 },
  commPlan(today, commSizes[demo]),
  groupPlan(today, groupSizes[demo]),
  countyPlan(today, countySizes[demo]),
]

/** What the payer of the demo is told before it begins. */
export const demoSeed = (runtime: Runtime, { demo }: Pick<Config, 'demo'>, tokens: Pick<Seed, 'token' | 'answerToken'>): Seed => {
  const today = dateIn(defaultZone, runtime.clock.now())
  return seedOf(plansOf(demo === 'none' ? 'small' : demo, today), today, tokens)
}

/** Where the logins of the demo stand. */
export const demoLoginsFile = ({ dataFolder, databaseUrl }: Pick<Config, 'dataFolder' | 'databaseUrl'>): string =>
  join(dataFolder, databaseUrl ? 'demo-logins-database-url.json' : 'demo-logins.json')

/** Loads the demo networks into an empty database, and answers the logins; passwords are random per data folder. */
export async function loadDemo(runtime: Runtime, config: Config, say: (line: string) => void): Promise<readonly DemoLogin[]> {
  const { demo } = config
  if (demo === 'none') return []
  const file = demoLoginsFile(config)
  const state = await demoState(runtime)
  if (state !== 'empty') return state === 'demo' && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const plans = plansOf(demo, dateIn(defaultZone, runtime.clock.now()))
  const logins = plans.flatMap(({ accounts }) => accounts).map(({ role, login }) => ({ role, login, password: readablePassword() }))
  writeFileSync(file, JSON.stringify(logins), { mode: 0o600 })
  const passwordOf = (login: string) => present(logins.find((one) => one.login === login)?.password, `password of ${login}`)
  const accounts: NewAccount[] = []
  const weeks = new Map()
  const line = showProgress()
  for (const plan of plans) {
    const elapsed = startWatch()
    accounts.push(...(await loadPlan(runtime, plan, weeks, passwordOf, progressOf(plan, line, say))))
    line.end()
    say(`${plan.name.zh} / ${plan.name.en}: loaded in ${(elapsed() / 1000).toFixed(1)} s`)
  }
  await createAccounts(runtime, accounts) // a database without accounts is half loaded
  for (const plan of plans) await loadQuality(runtime, plan)
  return logins
}

/** A line that moves where a person watches, else a line per stage. */
const progressOf =
  ({ code }: NetworkPlan, line: ProgressLine, say: (line: string) => void): Progress =>
  (what, done, all) => {
    line.show(`${code} ${what}`, done, all)
    if (done === all && !process.stderr.isTTY) say(`${code}: ${what} ${all}`)
  }

const demoCodes = ['MALL-DEMO', 'HOSP-DEMO', 'COMM-DEMO', 'GROUP-DEMO', 'COUNTY-DEMO']

/** What this database holds; `half`: a first start was killed, and nobody can have signed in because there is no account at all. */
export async function demoState({ database }: Runtime): Promise<'empty' | 'half' | 'demo' | 'other'> {
  const {
    rows: [found],
  } = await sql<{ code: string; accounts: boolean }>`
    select code, exists (select from platform.account) as accounts from network.network limit 1`.execute(database)
  if (!found) return 'empty'
  if (!demoCodes.includes(found.code)) return 'other'
  return found.accounts ? 'demo' : 'half'
}

/** Takes everything away, so that the next opening migrates and loads anew. Only for what is `half`. */
export async function wipe(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query(`drop schema if exists ${modules.map(({ name }) => name).join(', ')} cascade`)
  } finally {
    await owner.end()
  }
}
