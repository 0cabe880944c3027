import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import type pg from 'pg'
import { modules } from '../src/apps/modules.ts'
import { roles } from '../src/apps/roles.ts'
import { systemClock } from '../src/platform/clock/index.ts'
import { NamingClient, openDatabase, openPool } from '../src/platform/database/index.ts'
import { createServer } from '../src/platform/http/index.ts'
import { createLog } from '../src/platform/log/index.ts'
import { createRuntime } from '../src/platform/operation/runtime.ts'
import { createAccounts } from '../src/platform/session/index.ts'
import { tokenFor } from '../test/support/http.ts'
import { makeWorld } from '../test/support/world.ts'
import { type Bench, type Figure, median, round } from './figure.ts'
import type { Recorded, Recording } from './http-peer.ts'
import { fsyncsPerSecond, openBenchSystem } from './system.ts'

const aim = 0.7
const rounds = 5
const seconds = 4
const connections = 16

type Case = { readonly name: string; readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: string; readonly work: RegExp }

/** Our read and write through session, permission, isolation, audit and outbox, beside a bare handler that sends the same statements. */
export const http: Bench = {
  figures: ['http.read.ratio', 'http.write.ratio'],
  async run(progress) {
    const system = await openBenchSystem(8, systemClock())
    try {
      const world = await makeWorld(system.runtime)
      await createAccounts(system.runtime, [
        {
          login: 'bench',
          password: 'bench',
          name: { zh: 'b', en: 'b' },
          roles: [{ institutionId: world.operator, role: 'butler' }],
        },
      ])
      const personId = await world.makePerson('周静怡', world.butler, { phone: '13800015678' })
      const cases: Case[] = [
        { name: 'http.read.ratio', method: 'GET', path: `/api/people/${personId}`, work: /from people\.person/ },
        {
          name: 'http.write.ratio',
          method: 'POST',
          path: '/api/people',
          body: JSON.stringify({ name: '周静怡', birthDate: '1980-03-12' }),
          work: /insert into people\.person /,
        },
      ]
      const figures: Figure[] = []
      for (const one of cases) figures.push(await compare(system, one, progress))
      return figures
    } finally {
      await system.close()
    }
  },
}

type Urls = { readonly serverUrl: string; readonly ownerUrl: string; readonly folder: string }

async function compare({ serverUrl: url, ownerUrl, folder }: Urls, one: Case, progress: (line: string) => void): Promise<Figure> {
  const { recording, token } = await record(url, one)
  const file = join(folder, 'recording.json')
  writeFileSync(file, JSON.stringify(recording))
  const servers = await Promise.all([serve('ours', url), serve('peer', url, file), serve('single', ownerUrl, file)])
  const [ours, peer, single] = servers
  try {
    const rates: Record<'ours' | 'peer' | 'single', number[]> = { ours: [], peer: [], single: [] }
    for (const server of servers) await load(server.address, one, token, 2)
    for (let round = 0; round < rounds; round += 1) {
      for (const [kind, server] of [
        ['ours', ours],
        ['peer', peer],
        ['single', single],
      ] as const)
        rates[kind].push(await load(server.address, one, token, seconds))
      progress(
        `${one.name} round ${round + 1} of ${rounds}: ours ${rates.ours.at(-1)}/s, peer ${rates.peer.at(-1)}/s, single ${rates.single.at(-1)}/s`,
      )
    }
    const ratios = rates.ours.map((rate, round) => rate / (rates.peer[round] ?? Number.NaN))
    const ratio = round(median(ratios))
    return {
      figure: one.name,
      value: ratio,
      unit: 'our requests per second / the peer’s',
      aim: `>= ${aim}`,
      met: ratio >= aim,
      peer: 'bare fastify + pg, the same statements in one transaction',
      peerValue: 1,
      ratio,
      detail: {
        oursPerSecond: median(rates.ours),
        peerPerSecond: median(rates.peer),
        statements: recording.statements.length,
        ratios: ratios.map((value) => round(value)),
        // As the owner: row-level security would refuse the one statement without its transaction's settings.
        ratioToSingleStatement: round(median(rates.ours.map((rate, place) => rate / (rates.single[place] ?? Number.NaN)))),
        singlePerSecond: median(rates.single),
        connections,
        fsyncsPerSecond: fsyncsPerSecond(folder),
      },
    }
  } finally {
    for (const { child } of servers) child.kill()
  }
}

/** Sends the request twice and keeps what reached PostgreSQL; values that differ between the two are new with every request. */
async function record(url: string, one: Case): Promise<{ recording: Recording; token: string }> {
  const sent: Recorded[] = []
  class RecordingClient extends NamingClient {
    // biome-ignore lint/suspicious/noExplicitAny: the overloads of pg's query
    override query(...parameters: any[]): any {
      const [text, values] = parameters
      if (typeof text === 'string') sent.push({ text, values: values ?? [] })
      return super.query(...(parameters as [string]))
    }
  }
  const database = openDatabase(openPool(url, 1, RecordingClient as unknown as typeof pg.Client))
  const server = await createServer(createRuntime({ database, clock: systemClock(), log: createLog('silent'), modules, roles }), url)
  try {
    const token = await tokenFor(server, 'bench', 'bench')
    const take = async () => {
      sent.length = 0
      const { body, statusCode } = await server.inject({
        method: one.method,
        url: one.path,
        headers: headersOf(token),
        ...(one.body ? { payload: one.body } : {}),
      })
      if (statusCode !== 200) throw new Error(`${one.path} answered ${statusCode}: ${body}`)
      return { statements: [...sent], body }
    }
    await take()
    const [first, second] = [await take(), await take()]
    const fresh = new Set<string>()
    for (const [place, { values }] of first.statements.entries()) {
      const others = second.statements[place]?.values.flatMap(atomsOf) ?? []
      for (const [at, atom] of values.flatMap(atomsOf).entries()) if (atom !== others[at] && !isMoment.test(atom)) fresh.add(atom)
    }
    return {
      recording: {
        statements: first.statements,
        fresh: [...fresh],
        single: first.statements.findIndex(({ text }) => one.work.test(text)),
        answer: first.body,
      },
      token,
    }
  } finally {
    await server.close()
    await database.destroy()
  }
}

const isMoment = /^\d{4}-\d{2}-\d{2}T/
const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** The texts of a value that may be new with every request: itself, its items, or the ids in its JSON. */
function atomsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(atomsOf)
  if (typeof value !== 'string') return []
  return /^[{[]/.test(value) ? (value.match(uuids) ?? []) : [value]
}

const headersOf = (token: string) => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
  'idempotency-key': randomBytes(12).toString('hex'),
})

type Served = { readonly address: string; readonly child: ChildProcess }

export function serve(kind: string, ...words: string[]): Promise<Served> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url).replace(/[^/]+$/, 'bench.mjs'), 'serve', kind, ...words], {
    stdio: ['ignore', 'pipe', kind === 'ours' || kind === 'fhir' ? 'ignore' : 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${kind} ended with ${code}`)))
    child.stdout?.once('data', (part: Buffer) => resolve({ address: part.toString().trim(), child }))
  })
}

/** Requests answered with 200 per second. */
async function load(address: string, { method, path, body }: Case, token: string, duration: number): Promise<number> {
  const result = await autocannon({
    url: address,
    connections,
    duration,
    requests: [{ method, path, ...(body ? { body } : {}), setupRequest: (request) => ({ ...request, headers: headersOf(token) }) }],
  })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${path}: ${result.non2xx} refusals, ${result.errors} errors`)
  return Math.round(result['2xx'] / result.duration)
}
