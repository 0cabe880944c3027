import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import Fastify from 'fastify'
import pg from 'pg'
import { fhir } from '../src/apps/fhir.ts'
import { modules } from '../src/apps/modules.ts'
import { roles } from '../src/apps/roles.ts'
import { systemClock } from '../src/platform/clock/index.ts'
import { openDatabase, openPool } from '../src/platform/database/index.ts'
import { createServer, type Door } from '../src/platform/http/index.ts'
import { createLog } from '../src/platform/log/index.ts'
import { createRuntime } from '../src/platform/operation/runtime.ts'

/** A statement as our server sent it; `fresh` says which values are new with every request. */
export type Recorded = { readonly text: string; readonly values: readonly unknown[] }
export type Recording = {
  readonly statements: readonly Recorded[]
  readonly fresh: readonly string[]
  readonly single: number
  readonly answer: string
}

const connections = 16

/** `serve ours URL`, `serve fhir URL` (ours with the FHIR door) or `serve peer|single URL FILE`: a process that answers, and prints its port. */
export async function servePeer([kind, url = '', file = '']: readonly string[]): Promise<void> {
  const address =
    kind === 'ours' || kind === 'fhir'
      ? await serveOurs(url, kind === 'fhir' ? [fhir] : [])
      : await serveBare(url, JSON.parse(readFileSync(file, 'utf8')) as Recording, kind === 'single')
  console.log(address)
}

async function serveOurs(url: string, doors: readonly Door[]): Promise<string> {
  const database = openDatabase(openPool(url, connections))
  const server = await createServer(createRuntime({ database, clock: systemClock(), log: createLog('stderr'), modules, roles }), url, doors)
  return server.listen({ host: '127.0.0.1', port: 0 })
}

/** Bare fastify and pg: the same statements, named, in their transaction on one connection; `single`: the one that does the work. */
async function serveBare(url: string, { statements, fresh, single, answer }: Recording, onlyOne: boolean): Promise<string> {
  const pool = new pg.Pool({ connectionString: url, max: connections })
  const sent = onlyOne ? statements.slice(single, single + 1) : statements
  const prepared = sent.map(({ text, values }, place) => ({ ...(values.length ? { name: `p${place}` } : {}), text, values }))
  const body = JSON.parse(answer)
  const app = Fastify()
  app.setErrorHandler((error, _, reply) => {
    process.stderr.write(`${String(error)}\n`)
    return reply.status(500).send({})
  })
  const handle = async () => {
    const renewed = new Map(fresh.map((value) => [value, renew(value)]))
    const client = await pool.connect()
    try {
      for (const { name, text, values } of prepared)
        await client.query(name ? { name, text, values: values.map((value) => replace(value, renewed)) } : text)
    } finally {
      client.release()
    }
    return body
  }
  app.get('/*', handle)
  app.post('/*', handle)
  return app.listen({ host: '127.0.0.1', port: 0 })
}

const renew = (value: string): string => (/^[0-9a-f-]{36}$/.test(value) ? randomUUID() : randomBytes(12).toString('hex'))

function replace(value: unknown, renewed: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => replace(item, renewed))
  if (typeof value !== 'string')
    return (value as { type?: string } | null)?.type === 'Buffer' ? Buffer.from((value as { data: number[] }).data) : value
  const whole = renewed.get(value)
  if (whole !== undefined) return whole
  if (!/^[{[]/.test(value)) return value
  return [...renewed].reduce((text, [from, to]) => text.replaceAll(from, to), value)
}
