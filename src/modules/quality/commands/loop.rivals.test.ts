import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeQualityWorld, normInput } from '../../../../test/support/quality.ts'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, run, tryCommand, type World } from '../../../../test/support/world.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import { planRectification, recheckRectification, showRectified } from './answer-rectification.ts'
import { completeInspection } from './carry-out-inspection.ts'
import { confirmNorm } from './confirm-norm.ts'
import { publishNorm } from './publish-norm.ts'

let system: TestSystem
let world: World
let quality: Awaited<ReturnType<typeof makeQualityWorld>>
beforeAll(async () => {
  system = await createTestSystem({ connections: 20 })
  world = await makeWorld(system.runtime)
  quality = await makeQualityWorld(system, world)
})
afterAll(() => system.close())

const tenTimes = async (actor: Actor, command: unknown, input: object) => {
  const results = await Promise.all(Array.from({ length: 10 }, () => tryCommand(system.runtime, actor, command, input)))
  return results.map((result) => (result.ok ? 'won' : result.refusal.code)).toSorted()
}
const openClocks = async (subjectId: string) =>
  (await system.owner.query('select kind from commitments.commitment where subject_id = $1 and ended_at is null', [subjectId])).rows.length

test('ten publish the same version, ten confirm, ten complete, ten look again: each happens once', async () => {
  const input = { ...normInput, confirmUntil: '2026-12-01' }
  expect(await tenTimes(quality.operator, publishNorm, input)).toEqual([...Array(9).fill('quality.norm-moved-on'), 'won'])
  const { rows } = await system.owner.query('select id from quality.norm_version')
  const versionId = rows[0].id as Id<'normVersion'>
  expect(await tenTimes(quality.manager, confirmNorm, { versionId })).toEqual([...Array(9).fill('quality.confirmed-already'), 'won'])

  const inspectionId = await quality.plan(versionId)
  const { version } = await quality.answer(inspectionId, { C1: 'not-passed', B1: 'not-passed' })
  expect(await tenTimes(quality.inspector, completeInspection, { inspectionId, version })).toEqual([
    ...Array(9).fill('quality.inspection-sealed'),
    'won',
  ])
  const { rows: found } = await system.owner.query('select id from quality.rectification')
  expect(found).toHaveLength(2)

  const rectificationId = found[0].id
  await run(system.runtime, quality.manager, planRectification, { rectificationId, version: 1, plan: '补齐' })
  const evidence = { rectificationId, version: 2, note: '已补齐', evidence: [] }
  expect((await tenTimes(quality.manager, showRectified, evidence)).filter((one) => one === 'won')).toHaveLength(1)
  expect(await openClocks(rectificationId)).toBe(1)
  const both = await Promise.all(
    [true, false, true, false].map((passed) =>
      tryCommand(system.runtime, quality.inspector, recheckRectification, { rectificationId, version: 3, passed, note: '看过' }),
    ),
  )
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  const { rows: after } = await system.owner.query('select state from quality.rectification where id = $1', [rectificationId])
  expect(await openClocks(rectificationId)).toBe(after[0].state === 'closed' ? 0 : 1)
})
