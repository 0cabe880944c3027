import { afterAll, beforeAll, expect, test } from 'vitest'
import { inWork } from '../../../../test/support/in-work.ts'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, run, type World } from '../../../../test/support/world.ts'
import type { Id } from '../../../kernel/id.ts'
import { plus } from '../../../kernel/time.ts'
import { systemActor } from '../../../platform/operation/perform.ts'
import { breakCommitment } from './break-commitment.ts'
import { closeCommitment, promise } from './promise.ts'

let system: TestSystem
let world: World
beforeAll(async () => {
  system = await createTestSystem({ connections: 20 })
  world = await makeWorld(system.runtime)
})
afterAll(() => system.close())

const subjects = Array.from({ length: 20 }, () => crypto.randomUUID())

test('closing against breaking, at the same moment: one of both is first, and what is closed never moves again', async () => {
  const { runtime } = system
  const due: Id<'commitment'>[] = []
  for (const subjectId of subjects)
    due.push(
      await inWork(runtime, systemActor, (work) =>
        promise(work, {
          kind: 'test.rival',
          subjectId,
          owner: world.clinic,
          escalatesTo: [
            { institution: world.hospital, role: null, afterMinutes: 0 },
            { institution: world.operator, role: null, afterMinutes: 0 },
          ],
          person: null,
          dueAt: plus(work.now, { minutes: 1 }),
        }),
      ),
    )
  runtime.clock.setOffset(60_000)
  await Promise.all(
    subjects.flatMap((subjectId, place) => [
      run(runtime, systemActor, breakCommitment, { commitmentId: due[place] }),
      inWork(runtime, systemActor, (work) => closeCommitment(work, 'test.rival', subjectId, 'kept')),
      run(runtime, systemActor, breakCommitment, { commitmentId: due[place] }),
    ]),
  )
  for (const commitmentId of due) expect(await run(runtime, systemActor, breakCommitment, { commitmentId })).toEqual({ broken: false })
  const { rows } = await system.owner.query(`select state, owner_institution_id = first_owner_institution_id as stayed,
      jsonb_array_length(steps) as left, version from commitments.commitment where kind = 'test.rival'`)
  expect(rows).toHaveLength(subjects.length)
  for (const { state, stayed, left, version } of rows) {
    expect(state).toBe(stayed ? 'met' : 'missed')
    expect(version).toBe(1 + (2 - left) + 1) // one change for each tier that got it before it was closed, and the closing
  }
})
