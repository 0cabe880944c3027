import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import pg from 'pg'
import { modules } from '../../src/apps/modules.ts'
import { roles } from '../../src/apps/roles.ts'
import { migrations } from '../../src/apps/system.ts'
import { type LedgerVerification, verifyLedger } from '../../src/modules/ledger/index.ts'
import { systemClock } from '../../src/platform/clock/index.ts'
import { projectRoot } from '../../src/platform/config/index.ts'
import { joinOwnCluster, migrate, openDatabase, openPool } from '../../src/platform/database/index.ts'
import { createLog } from '../../src/platform/log/index.ts'
import { createRuntime, type Runtime } from '../../src/platform/operation/runtime.ts'
import { createAccounts } from '../../src/platform/session/index.ts'
import { overNetwork } from './work.ts'
import { makeWorld } from './world.ts'

const bundle = join(projectRoot, '.careloom', 'test', 'crash-system.mjs')
const login = { login: 'chaos', password: 'chaos-of-money' }

/** What clients ask for while everything is killed, and where it stands in the books. Another command of money goes in here. */
const operation = {
  path: '/api/billing/deposits',
  bodyOf: ({ networkId, personId }: Ids, amountFen: number) => ({ networkId, personId, means: 'cash', amountFen }),
  sourceOf: (answer: { depositEntryId: string }) => `billing.deposit:${answer.depositEntryId}`,
}
type Ids = { readonly networkId: string; readonly personId: string }

export type Chaos = {
  readonly acknowledged: number
  readonly retries: number
  readonly serverKills: number
  readonly databaseKills: number
  /** Acknowledged and not in the books, or with another amount. */
  readonly lost: number
  /** More postings than there were requests. */
  readonly twice: number
  readonly imbalanceFen: bigint
  readonly verified: LedgerVerification
}

/**
 * Clients take deposits over HTTP, each under a key of its own, while server and database are killed (SIGKILL) again and again; they
 * ask again with the same key until they are answered. Then the books are read.
 */
export async function runChaos(kills: number, clients: number, progress: (line: string) => void = () => undefined): Promise<Chaos> {
  await bundleSystem()
  const folder = mkdtempSync(join(projectRoot, '.careloom', 'chaos-'))
  try {
    const ids = await furnish(folder, clients)
    let system = await startSystem(folder)
    const asked = { url: system.url, token: await signIn(system.url), stopped: false }
    const answers = ids.map((one) => client(asked, one))
    const killed = { server: 0, database: 0 }
    for (let kill = 0; kill < kills; kill += 1) {
      await sleep(300 + Math.random() * 1700)
      await killSystem(system, kill % 3 !== 0)
      killed.server += 1
      killed.database += kill % 3 === 0 ? 0 : 1
      system = await startSystem(folder)
      asked.url = system.url
      progress(`killed ${kill + 1} of ${kills} times`)
    }
    asked.stopped = true
    const acknowledged = (await Promise.all(answers)).flat()
    await sleep(2500) // the sealer's next turn
    system.child.kill('SIGINT')
    await once(system.child, 'exit')
    return { serverKills: killed.server, databaseKills: killed.database, ...(await readBooks(folder, acknowledged)) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The system in one file, as the build makes it. */
const bundleSystem = () =>
  build({
    absWorkingDir: projectRoot,
    entryPoints: ['test/crash/system.ts'],
    outfile: bundle,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  })

/** A network, a person for each client and an account at its till, in a database of its own that writes through to the disk. */
async function furnish(folder: string, clients: number): Promise<Ids[]> {
  return inDatabase(folder, async (runtime) => {
    const { networkId, operator, makePerson } = await makeWorld(runtime)
    await createAccounts(runtime, [{ ...login, name: { zh: '收银', en: 'till' }, roles: [{ institutionId: operator, role: 'butler' }] }])
    const persons: Ids[] = []
    for (let place = 0; place < clients; place += 1) persons.push({ networkId, personId: await makePerson(`沈知夏${place}`) })
    return persons
  })
}

async function inDatabase<Value>(folder: string, run: (runtime: Runtime, owner: pg.Client) => Promise<Value>): Promise<Value> {
  const cluster = await joinOwnCluster(folder)
  const clock = systemClock()
  const database = openDatabase(openPool(await migrate(cluster.ownerUrl, migrations, clock.now()), 4))
  const owner = new pg.Client({ connectionString: cluster.ownerUrl })
  await owner.connect()
  try {
    return await run(createRuntime({ database, clock, log: createLog('silent'), modules, roles }), owner)
  } finally {
    await owner.end()
    await database.destroy()
    await cluster.release()
  }
}

type System = { readonly child: ChildProcess; readonly url: string; readonly postmaster: number }

/** Started again until it stands: children of a killed database take a moment to notice. */
async function startSystem(folder: string): Promise<System> {
  for (let attempt = 1; ; attempt += 1) {
    const child = spawn(process.execPath, [bundle], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, HOME: folder, PORT: '0', CARELOOM_DATA: folder, CARELOOM_DEMO: 'none' },
    })
    let output = ''
    child.stderr?.on('data', (part: Buffer) => {
      output += part
    })
    const url = await new Promise<string | null>((resolve) => {
      child.stdout?.on('data', (part: Buffer) => {
        output += part
        const found = output.match(/ready: (http:\/\/\S+)/)?.[1]
        if (found) resolve(found.replace('localhost', '127.0.0.1'))
      })
      child.once('exit', () => resolve(null))
    })
    if (url) return { child, url, postmaster: await postmasterOf(folder) }
    if (attempt === 20) throw new Error(`the system does not start again: ${output}`)
    await sleep(250)
  }
}

/** The process of the database that belongs to this folder and to no other. */
async function postmasterOf(folder: string): Promise<number> {
  const cluster = await joinOwnCluster(folder)
  const owner = new pg.Client({ connectionString: cluster.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query(`select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)::int as pid`)
  await owner.end()
  await cluster.release()
  return rows[0].pid
}

/** The server alone, or the database first and the server a moment later, or the other way round. */
async function killSystem({ child, postmaster }: System, withDatabase: boolean): Promise<void> {
  const gone = once(child, 'exit')
  if (withDatabase && Math.random() < 0.5) {
    process.kill(postmaster, 'SIGKILL')
    await sleep(Math.random() * 50)
    child.kill('SIGKILL')
  } else {
    child.kill('SIGKILL')
    if (withDatabase) process.kill(postmaster, 'SIGKILL')
  }
  await gone
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/platform/session/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(login),
  })
  const token = answer.headers.get('set-cookie')?.match(/=([^;]+)/)?.[1]
  if (!token) throw new Error(`not signed in: ${await answer.text()}`)
  return token
}

type Asked = { url: string; readonly token: string; stopped: boolean }
type Acknowledged = { readonly source: string; readonly amountFen: number; readonly retries: number }

/** One after the other, each asked again with its key until it is answered. */
async function client(asked: Asked, ids: Ids): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = []
  while (!asked.stopped) {
    const amountFen = 1 + Math.floor(Math.random() * 100_000)
    const key = randomUUID()
    for (let retries = 0; ; retries += 1) {
      const source = await askOnce(asked, key, operation.bodyOf(ids, amountFen))
      if (source) {
        acknowledged.push({ source, amountFen, retries })
        break
      }
      await sleep(50)
    }
  }
  return acknowledged
}

/** Where the answer stands in the books; null: no answer, or a fault of the server. */
async function askOnce({ url, token }: Asked, key: string, body: object): Promise<string | null> {
  const answer = await fetch(url + operation.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': key },
    body: JSON.stringify(body),
  }).catch(() => null)
  const text = answer && (await answer.text().catch(() => null))
  if (!answer || text === null || answer.status >= 500) return null
  if (answer.status >= 400) throw new Error(`refused: ${text}`)
  return operation.sourceOf(JSON.parse(text))
}

async function readBooks(folder: string, acknowledged: readonly Acknowledged[]) {
  return inDatabase(folder, async (runtime, owner) => {
    const { rows } = await owner.query<{ source: string; amount: string }>(
      `select p.source, sum(t.amount_fen) as amount
      from ledger.posting p join ledger.transfer t on t.posting_id = p.id group by p.source`,
    )
    const posted = new Map(rows.map(({ source, amount }) => [source, Number(amount)]))
    const verified = await overNetwork(runtime, ({ db }) => verifyLedger(db))
    return {
      acknowledged: acknowledged.length,
      retries: acknowledged.reduce((sum, { retries }) => sum + retries, 0),
      lost: acknowledged.filter(({ source, amountFen }) => posted.get(source) !== amountFen).length,
      twice: rows.length - new Set(acknowledged.map(({ source }) => source)).size,
      imbalanceFen: verified.sums.reduce((sum, { sumFen }) => sum + sumFen, 0n),
      verified,
    }
  })
}
