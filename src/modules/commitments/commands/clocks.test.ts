import { Type as T } from 'typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, run, staffOf, type World } from '../../../../test/support/world.ts'
import { runDue } from '../../../apps/worker.ts'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { plus } from '../../../kernel/time.ts'
import { type Actor, defineCommand, type Work } from '../../../platform/operation/index.ts'
import { ask, perform, systemActor } from '../../../platform/operation/perform.ts'
import { listCommitments } from '../queries/list-commitments.ts'
import { breakCommitment } from './break-commitment.ts'
import { closeCommitment, promise } from './promise.ts'

let system: TestSystem
let world: World
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
})
afterAll(() => system.close())

/** Runs a piece of another room inside a transaction of network scope. */
const inTransaction = (piece: (work: Work) => Promise<unknown>) =>
  perform(
    system.runtime,
    defineCommand({
      name: 'test.clock',
      zh: '测',
      en: 'test',
      permission: 'test.clock',
      network: 'a test',
      input: T.Object({}),
      output: T.Object({}),
      refusals: [],
      run: async (work) => {
        await piece(work)
        return ok({})
      },
    }),
    systemActor,
    {},
    { requestId: 'r' },
  )

async function boardOf(actor: Actor, input: { mine?: boolean } = {}) {
  const read = await ask(system.runtime, listCommitments, actor, input, 'r')
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value
}

test('a board shows what a role owes; what breaks goes to the next owner, and counts as missed for who owed it first', async () => {
  const { runtime } = system
  const subjectId = runtime.newId<'visit'>(runtime.clock.now())
  let commitmentId = '' as Id<'commitment'>
  await inTransaction(async (work) => {
    commitmentId = await promise(work, {
      kind: 'booking.wait',
      subjectId,
      owner: world.clinic,
      escalatesTo: world.operator,
      person: null,
      dueAt: plus(work.now, { minutes: 15 }),
      role: 'butler',
      pausable: true,
      label: { zh: 'A001 · 注射', en: 'A001 · injection' },
    })
  })
  const butler = staffOf(runtime, world.clinic, 'butler')
  const clinician = staffOf(runtime, world.clinic, 'clinician')
  const kinds = async (actor: Actor, mine: boolean) =>
    (await boardOf(actor, mine ? { mine } : {})).items.map(({ kind, label }) => [kind, label?.zh])
  expect(await kinds(butler, true)).toEqual([['booking.wait', 'A001 · 注射']])
  expect(await kinds(clinician, true)).toEqual([])
  expect(await kinds(clinician, false)).toEqual([['booking.wait', 'A001 · 注射']])

  runtime.clock.setOffset(16 * 60_000)
  await run(runtime, systemActor, breakCommitment, { commitmentId })
  expect(await kinds(butler, false)).toEqual([])
  const operator = staffOf(runtime, world.operator, 'operator')
  expect((await boardOf(operator)).items.find(({ id }) => id === commitmentId)).toMatchObject({ state: 'overdue' })

  await inTransaction((work) => closeCommitment(work, 'booking.wait', subjectId, 'kept'))
  const tally = async (actor: Actor) => (await boardOf(actor)).today.find(({ kind }) => kind === 'booking.wait')
  expect(await tally(butler)).toMatchObject({ met: 0, missed: 1, takenOver: 0 })
  expect(await tally(operator)).toMatchObject({ met: 0, missed: 0, takenOver: 1 })
})

test('it goes tier by tier until the last, stands on one board at a time, and counts once for who owed it first', async () => {
  const { runtime } = system
  runtime.clock.setOffset(0)
  const subjectId = runtime.newId<'rectification'>(runtime.clock.now())
  await inTransaction((work) =>
    promise(work, {
      kind: 'test.tiers',
      subjectId,
      owner: world.clinic,
      escalatesTo: [
        { institution: world.clinic, role: 'manager', afterMinutes: 0 },
        { institution: world.hospital, role: 'quality', afterMinutes: 60 },
        { institution: world.operator, role: null, afterMinutes: 120 },
      ],
      person: null,
      dueAt: plus(work.now, { minutes: 10 }),
      role: 'head',
    }),
  )
  const tiers = [
    staffOf(runtime, world.clinic, 'head'),
    staffOf(runtime, world.clinic, 'manager'),
    staffOf(runtime, world.hospital, 'quality'),
    staffOf(runtime, world.operator, 'operator'),
  ]
  const passTo = async (minute: number) => {
    runtime.clock.setOffset(minute * 60_000)
    while (await runDue(runtime));
    const boards = await Promise.all(tiers.map((actor) => boardOf(actor, { mine: true })))
    return boards.map(({ items }) => items.filter((item) => item.subjectId === subjectId).length)
  }
  expect(await passTo(9)).toEqual([1, 0, 0, 0])
  expect(await passTo(10)).toEqual([0, 1, 0, 0])
  expect(await passTo(69)).toEqual([0, 1, 0, 0])
  expect(await passTo(70)).toEqual([0, 0, 1, 0])
  expect(await passTo(190)).toEqual([0, 0, 0, 1])
  expect(await passTo(10_000)).toEqual([0, 0, 0, 1])
  const { rows } = await system.owner.query(
    `select event, count(*)::int from platform.outbox where payload ->> 'subjectId' = $1
    group by event order by event`,
    [subjectId],
  )
  expect(rows.map(({ event, count }) => [event, count])).toEqual([
    ['commitments.commitment-broken.v1', 1],
    ['commitments.commitment-escalated.v1', 3],
  ])
  await inTransaction((work) => closeCommitment(work, 'test.tiers', subjectId, 'kept'))
  const tallies = await Promise.all(
    tiers.slice(1).map(async (actor) => (await boardOf(actor)).today.find(({ kind }) => kind === 'test.tiers')),
  )
  expect(tallies).toMatchObject([{ missed: 1, takenOver: 0 }, undefined, { missed: 0, takenOver: 1 }])
})
