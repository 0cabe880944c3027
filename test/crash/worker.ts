import type pg from 'pg'
import { Type as T } from 'typebox'
import { ok } from '../../src/kernel/result.ts'
import { systemClock } from '../../src/platform/clock/index.ts'
import { NamingClient, openDatabase, openPool } from '../../src/platform/database/index.ts'
import { createLog } from '../../src/platform/log/index.ts'
import { platform } from '../../src/platform/module.ts'
import { type Command, defineCommand, defineEvent, type Module, type Reaction } from '../../src/platform/operation/index.ts'
import { perform, systemActor } from '../../src/platform/operation/perform.ts'
import { createRuntime } from '../../src/platform/operation/runtime.ts'
import { deliverNext } from '../../src/platform/outbox/index.ts'

// A process that publishes one fact and then delivers, and kills itself at one point:
//   node worker.mjs URL SUBJECT TEXT POINT
// `commit` right after a commit of the reaction, before anything could be noted; `none` delivers until nothing waits.
const [url = '', subject = '', text = '', point = 'none'] = process.argv.slice(2)
const die = () => process.kill(process.pid, 'SIGKILL')
let armed = false

class DyingClient extends NamingClient {
  // biome-ignore lint/suspicious/noExplicitAny: the overloads of pg's query
  override query(...parameters: any[]): any {
    const answer = super.query(...(parameters as [string]))
    const [first] = parameters
    const words = typeof first === 'string' ? first : first?.text
    if (armed && point === 'commit' && words === 'commit') (answer as Promise<unknown>).then(die)
    return answer
  }
}

const told = defineEvent({ name: 'crash.told.v1', zh: '说', en: 'told', payload: T.Object({ text: T.String() }) })
const hear = defineCommand({
  name: 'crash.hear',
  zh: '听',
  en: 'hear',
  permission: 'crash.hear',
  input: T.Object({ text: T.String() }),
  output: T.Object({}),
  refusals: [],
  async run(work, input) {
    await work.db.insertInto('public.effect').values({ fact: input.text, subject }).execute()
    if (point === 'inside') die()
    return ok({})
  },
})
const tell = defineCommand({
  name: 'crash.tell',
  zh: '说',
  en: 'tell',
  permission: 'crash.tell',
  input: T.Object({ text: T.String() }),
  output: T.Object({}),
  refusals: [],
  async run(work, input) {
    await work.publish(told.of(subject, { text: input.text }))
    return ok({})
  },
})
const reaction: Reaction = {
  subscriber: 'crash.hear',
  event: told.name,
  reads: told.payload,
  command: hear as unknown as Command,
  inputOf: (payload) => payload,
}
const module: Module = {
  ...platform,
  name: 'crash',
  routes: [],
  permissions: {},
  refusals: {},
  events: [told as never],
  reactions: [reaction],
}

const database = openDatabase(openPool(url, 3, DyingClient as unknown as typeof pg.Client))
const runtime = createRuntime({ database, clock: systemClock(), log: createLog('silent'), modules: [platform, module], roles: {} })
if (text) await perform(runtime, tell as unknown as Command, systemActor, { text }, { requestId: 'crash' })
if (point === 'published') die()
armed = true
while (await deliverNext(runtime, reaction));
await database.destroy()
