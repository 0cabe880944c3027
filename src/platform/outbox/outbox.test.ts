import { Type as T } from 'typebox'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../test/support/system.ts'
import { ok } from '../../kernel/result.ts'
import { platform } from '../module.ts'
import { type Command, defineCommand, defineEvent, type Module, type Reaction } from '../operation/index.ts'
import { perform, systemActor } from '../operation/perform.ts'
import { deliverNext } from './index.ts'

const told = defineEvent({ name: 'test.told.v1', zh: '说', en: 'told', payload: T.Object({ text: T.String() }) })
const heard: string[] = []
let fails: (text: string) => boolean = () => false

const hear = defineCommand({
  name: 'test.hear',
  zh: '听',
  en: 'hear',
  permission: 'test.hear',
  input: T.Object({ text: T.String() }),
  output: T.Object({}),
  refusals: [],
  async run(_, { text }) {
    if (fails(text)) throw new Error('cannot hear')
    heard.push(text)
    return ok({})
  },
})
const reaction: Reaction = {
  subscriber: 'test.hear',
  event: told.name,
  reads: told.payload,
  command: hear as unknown as Command,
  inputOf: ({ text }) => ({ text }),
}
const tell = (subject: string) =>
  defineCommand({
    name: 'test.tell',
    zh: '说',
    en: 'tell',
    permission: 'test.tell',
    input: T.Object({ text: T.String() }),
    output: T.Object({}),
    refusals: [],
    async run(work, { text }) {
      await work.publish(told.of(subject, { text }))
      return ok({})
    },
  })
const module: Module = {
  ...platform,
  name: 'test',
  routes: [],
  events: [told as never],
  reactions: [reaction],
  permissions: {},
  refusals: {},
}

const alice = '00000000-0000-7000-8000-00000000000a'
const bob = '00000000-0000-7000-8000-00000000000b'
let system: TestSystem
beforeEach(async () => {
  await system?.close()
  system = await createTestSystem({ modules: [platform, module] })
  heard.length = 0
  fails = () => false
})
afterAll(() => system.close())

const say = (subject: string, text: string) =>
  perform(system.runtime, tell(subject) as unknown as Command, systemActor, { text }, { requestId: 'r' })
const deliverAll = async () => {
  while (await deliverNext(system.runtime, reaction));
}
const stateOf = async () => (await system.owner.query('select state, attempts, fault from platform.delivery order by outbox_id')).rows

test('facts of one subject are heard in their order, once', async () => {
  for (const text of ['1', '2', '3']) await say(alice, text)
  await Promise.all([deliverAll(), deliverAll(), deliverAll()])
  await deliverAll()
  expect(heard).toEqual(['1', '2', '3'])
})

test('a fact of a refused or failed command is never told', async () => {
  const fails_ = {
    ...tell(alice),
    run: async (work: never, input: never) => {
      await tell(alice).run(work, input)
      throw new Error('after telling')
    },
  }
  await expect(perform(system.runtime, fails_ as unknown as Command, systemActor, { text: 'x' }, { requestId: 'r' })).rejects.toThrow()
  expect(await stateOf()).toEqual([])
})

test('a failing fact waits longer each time, holds its subject and nobody else, and is parked after eight', async () => {
  fails = (text) => text === 'bad'
  await say(alice, 'bad')
  await say(alice, 'after bad')
  await say(bob, 'of bob')
  await deliverAll()
  expect(heard).toEqual(['of bob'])
  for (let attempt = 1; attempt < 8; attempt += 1) {
    system.runtime.clock.setOffset(system.runtime.clock.offset() + 2 ** (attempt - 1) * 1000 - 1)
    expect(await deliverNext(system.runtime, reaction)).toBe(false)
    system.runtime.clock.setOffset(system.runtime.clock.offset() + 1)
    expect(await deliverNext(system.runtime, reaction)).toBe(true)
  }
  system.runtime.clock.setOffset(system.runtime.clock.offset() + 3_600_000)
  await deliverAll()
  expect(await stateOf()).toEqual([
    { state: 'parked', attempts: 8, fault: 'Error' },
    { state: 'open', attempts: 0, fault: null },
    { state: 'done', attempts: 0, fault: null },
  ])
  expect(heard).toEqual(['of bob'])
})

test('a parked fact is retried or skipped by a person, and what waits behind it goes on', async () => {
  const { listParkedDeliveries, retryDelivery, skipDelivery } = await import('./parked.ts')
  fails = (text) => text === 'bad'
  await say(alice, 'bad')
  await say(alice, 'behind')
  await system.owner.query(`update platform.delivery set state = 'parked' where outbox_id = (select min(outbox_id) from platform.delivery)`)
  const { ask } = await import('../operation/perform.ts')
  const listed = await ask(system.runtime, listParkedDeliveries, systemActor, {}, 'r')
  const [parked] = listed.ok ? listed.value.items : []
  expect(parked).toMatchObject({ subscriber: 'test.hear', event: 'test.told.v1', waitingBehind: 1 })
  const mend = (command: unknown) =>
    perform(system.runtime, command as Command, systemActor, { deliveryId: parked?.deliveryId }, { requestId: 'r' })
  expect((await mend(retryDelivery)).result.ok).toBe(true)
  await deliverAll()
  expect(heard).toEqual([])
  await system.owner.query(`update platform.delivery set state = 'parked' where attempts > 0`)
  expect((await mend(skipDelivery)).result.ok).toBe(true)
  expect((await mend(skipDelivery)).result).toMatchObject({ refusal: { code: 'platform.delivery-not-parked' } })
  await deliverAll()
  expect(heard).toEqual(['behind'])
})

test('a payload that does not fit its reading schema is a fault, not a guess', async () => {
  await say(alice, 'fine')
  await system.owner.query(`update platform.outbox set payload = '{"text": 5}'`)
  await deliverAll()
  expect(heard).toEqual([])
  expect(await stateOf()).toMatchObject([{ state: 'open', attempts: 1 }])
})
