import type { FastifyInstance } from 'fastify'
import { Type as T } from 'typebox'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ok } from '../src/kernel/result.ts'
import { createServer } from '../src/platform/http/index.ts'
import { includes, liveView, tell } from '../src/platform/live/index.ts'
import { defineCommand, defineQuery, type Work } from '../src/platform/operation/index.ts'
import { ask, perform, systemActor } from '../src/platform/operation/perform.ts'
import { createAccounts } from '../src/platform/session/index.ts'
import { isIncluded } from '../web/src/wire/as-of.ts'
import { tokenFor } from './support/http.ts'
import { openStream } from './support/stream.ts'
import { createTestSystem, type TestSystem } from './support/system.ts'
import { makeWorld } from './support/world.ts'

const topic = 'test.board'
const [mine, other] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'] as const

let system: TestSystem
let server: FastifyInstance
let url: string
let token: string
beforeAll(async () => {
  system = await createTestSystem()
  server = await createServer(system.runtime, system.serverUrl)
  url = await server.listen({ host: '127.0.0.1', port: 0 })
  const world = await makeWorld(system.runtime)
  await createAccounts(system.runtime, [
    { login: 'listener', password: 'x', name: { zh: '听', en: 'listener' }, roles: [{ institutionId: world.operator, role: 'butler' }] },
  ])
  token = await tokenFor(server, 'listener', 'x')
})
afterAll(async () => {
  await server.close()
  await system.close()
})

/** Changes a topic; `meanwhile` runs before the commit. */
const change = (id: string, meanwhile: (work: Work) => Promise<void> = async () => undefined, dryRun = false) =>
  perform(
    system.runtime,
    defineCommand({
      name: 'test.change',
      zh: '变',
      en: 'change',
      permission: 'test.change',
      input: T.Object({}),
      output: T.Object({}),
      refusals: [],
      async run(work) {
        await tell(work, topic, id)
        await meanwhile(work)
        return ok({})
      },
    }),
    systemActor,
    {},
    { requestId: 'r', dryRun },
  )

const look = defineQuery({
  name: 'test.look',
  zh: '看',
  en: 'look',
  permission: null,
  input: T.Object({}),
  output: liveView,
  refusals: [],
  run: async (work) => ok(await includes(work, topic, mine)),
})
async function asOf(): Promise<string> {
  const seen = await ask(system.runtime, look, systemActor, {}, 'r')
  if (!seen.ok) throw new Error(seen.refusal.code)
  return seen.value.asOf
}

const last = (heard: readonly { transaction: string | null }[]) => heard.at(-1)?.transaction ?? ''

/** A stream of a server that listens: a change of its own was heard. */
async function settled() {
  const stream = await openStream(url, token, [`${topic}/${mine}`])
  const before = await asOf()
  await vi.waitFor(async () => {
    await change(mine)
    await vi.waitFor(() => expect(isIncluded(last(stream.heard), before)).toBe(false), 500)
  }, 5000)
  stream.heard.length = 0
  return stream
}

test('who follows a topic is told of a commit and its transaction, of nothing else, and never of what was rolled back', async () => {
  const { heard, close } = await settled()
  await change(other)
  await change(mine, undefined, true)
  const before = await asOf()
  await change(mine)
  await vi.waitFor(() => expect(heard).toHaveLength(1))
  expect(heard[0]?.topic).toBe(`${topic}/${mine}`)
  expect(isIncluded(last(heard), before)).toBe(false)
  expect(isIncluded(last(heard), await asOf())).toBe(true)
  await close()
})

test('an answer read while the change was still open does not include it, so the screen reads again', async () => {
  const { heard, close } = await settled()
  let during = ''
  await change(mine, async () => {
    during = await asOf()
  })
  await vi.waitFor(() => expect(heard).toHaveLength(1))
  expect(isIncluded(last(heard), during)).toBe(false)
  await close()
})

test('who follows later is told of the newest transaction at once: nothing is lost between reading and listening', async () => {
  const first = await settled()
  const before = await asOf()
  await change(mine)
  await vi.waitFor(() => expect(first.heard).toHaveLength(1))
  const late = await openStream(url, token, [`${topic}/${mine}`])
  await vi.waitFor(() => expect(late.heard).toEqual(first.heard))
  expect(isIncluded(last(late.heard), before)).toBe(false)
  await Promise.all([first.close(), late.close()])
})

test('a server that lost its listening connection says "read again" as soon as it listens once more', async () => {
  const { heard, close } = await settled()
  await system.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%' and datname = current_database()`,
  )
  await vi.waitFor(() => expect(heard).toEqual([{ topic: `${topic}/${mine}`, transaction: null }]), 10_000)
  await change(mine)
  await vi.waitFor(() => expect(last(heard)).not.toBe(''))
  await close()
})

test('a stream needs a session and topics that are topics', async () => {
  const answer = (query: string, bearer = token) =>
    fetch(`${url}/api/platform/live?${query}`, { headers: { authorization: `Bearer ${bearer}` } })
  expect((await answer(`topics=${topic}/${mine}`, 'nobody')).status).toBe(401)
  for (const query of ['', 'topics=', 'topics=people', `topics=${topic}/${mine};drop`]) expect((await answer(query)).status).toBe(400)
})
