import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeQualityWorld } from '../../../../test/support/quality.ts'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, run, staffOf, tryCommand, type World } from '../../../../test/support/world.ts'
import { settle } from '../../../apps/worker.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import { ask } from '../../../platform/operation/perform.ts'
import { everything, transact } from '../../../platform/transaction/index.ts'
import { listInspections } from '../queries/list-inspections.ts'
import { listRectifications, showRectification } from '../queries/list-rectifications.ts'
import { showNorm } from '../queries/show-norm.ts'
import { listInspectors } from '../queries/show-planning.ts'
import { loopInvariants } from '../store/invariants.ts'
import { planRectification, recheckRectification, showRectified } from './answer-rectification.ts'
import { completeInspection } from './carry-out-inspection.ts'
import { confirmNorm } from './confirm-norm.ts'
import { planInspection, withdrawInspection } from './plan-inspection.ts'
import { publishNorm } from './publish-norm.ts'

let system: TestSystem
let world: World
let quality: Awaited<ReturnType<typeof makeQualityWorld>>
let versionId: Id<'normVersion'>
let normId: Id<'norm'>
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  quality = await makeQualityWorld(system, world)
  const published = await quality.publish()
  versionId = published.versionId
  normId = published.normId
})
afterAll(() => system.close())

const minute = 60_000
const day = 1440 * minute
let passed = 0 // clocks never go back
beforeEach(() => {
  passed += 200 * day // far from what earlier tests found
  system.runtime.clock.setOffset(passed)
})
const wait = async (milliseconds: number) => {
  passed += milliseconds
  system.runtime.clock.setOffset(passed)
  await settle(system.runtime)
}
const read = async <Answer>(actor: Actor, query: unknown, input: object): Promise<Answer> => {
  const answer = await ask(system.runtime, query as never, actor, input as never, 'r')
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value as Answer
}
const codeOf = async (actor: Actor, command: unknown, input: object) => {
  const result = await tryCommand(system.runtime, actor, command, input)
  return result.ok ? 'done' : result.refusal.code
}
const clocksOf = async (subjectId: string) =>
  (
    await system.owner.query(
      `select kind, state, owner_institution_id as owner, role from commitments.commitment where subject_id = $1 and ended_at is null`,
      [subjectId],
    )
  ).rows
const broken = () =>
  transact(system.runtime.database, everything, async (db) => ({
    commit: false,
    value: (await Promise.all(loopInvariants.map(({ findBroken }) => findBroken(db, system.runtime.clock.now())))).flat(),
  }))

test('a norm is owed by every member until it is read, a new version asks again, and who read which stays', async () => {
  const { manager } = quality
  const first = await quality.publish({ code: 'IC-2' })
  expect(first).toMatchObject({ number: 1, sent: 4 })
  const askedOf = async (id: string) =>
    (await system.owner.query('select id from quality.norm_confirmation where version_id = $1 and institution_id = $2', [id, world.clinic]))
      .rows[0].id
  const asked = await askedOf(first.versionId)
  expect(await clocksOf(asked)).toMatchObject([{ kind: 'quality.norm-to-confirm', owner: world.clinic, role: 'manager' }])
  await run(system.runtime, manager, confirmNorm, { versionId: first.versionId })
  expect(await clocksOf(asked)).toEqual([])
  expect(await codeOf(manager, confirmNorm, { versionId: first.versionId })).toBe('quality.confirmed-already')
  const second = await quality.publish({ code: 'IC-2', follows: 1 })
  expect(await codeOf(staffOf(system.runtime, world.imaging, 'manager'), confirmNorm, { versionId: first.versionId })).toBe(
    'quality.version-superseded',
  )
  expect(await codeOf(quality.operator, publishNorm, { ...(await again(first)), follows: 1 })).toBe('quality.norm-moved-on')
  await wait(7 * day + minute)
  const late = await askedOf(second.versionId)
  expect(await clocksOf(late)).toMatchObject([{ state: 'overdue', owner: world.hospital }])
  await wait(2 * day)
  expect(await clocksOf(late)).toMatchObject([{ state: 'overdue', owner: world.operator }])
  await run(system.runtime, manager, confirmNorm, { versionId: second.versionId })
  type Shown = { confirmations: { number: number; institution: { id: string }; state: string }[] }
  const shown = await read<Shown>(quality.operator, showNorm, { normId: first.normId })
  const ofClinic = shown.confirmations.filter(({ institution }) => institution.id === world.clinic)
  expect(ofClinic.map(({ number, state }) => [number, state])).toEqual([
    [2, 'confirmed'],
    [1, 'confirmed'],
  ])
  expect(await broken()).toEqual([])
})
const again = async ({ normId: id }: { normId: Id<'norm'> }) => {
  const norm = await read<{ code: string; title: object; sections: object[]; items: object[] }>(quality.operator, showNorm, { normId: id })
  const { code, title, sections, items } = norm
  return {
    networkCode: 'TEST',
    code,
    title,
    sections,
    items,
    institutionIds: null,
    confirmUntil: '2030-01-01',
  }
}

test('who looks after nobody publishes and plans nothing; who looks after some does so for these only', async () => {
  const stranger = staffOf(system.runtime, world.stranger, 'operator')
  const input = { ...(await again({ normId })), code: 'IC-3', follows: 0 }
  expect(await codeOf(stranger, publishNorm, input)).toBe('quality.network-not-yours')
  expect(await run(system.runtime, quality.inspector, publishNorm, input)).toMatchObject({ sent: 1 }) // the clinic alone
  expect(await codeOf(quality.operator, publishNorm, { ...input, follows: 1 })).toBe('quality.norm-of-another-issuer')
  const ofImaging = quality.planned(versionId, { institutionId: world.imaging })
  expect(await codeOf(quality.inspector, planInspection, ofImaging)).toBe('quality.network-not-yours')
})

test('an inspector is of another institution and of the pool; who is inspected learns of an unannounced inspection when it is done', async () => {
  const { operator, planned } = quality
  const pool = await read<{ items: { accountId: string }[] }>(operator, listInspectors, {
    networkId: world.networkId,
    institutionId: world.clinic,
  })
  expect(pool.items.map(({ accountId }) => accountId).toSorted()).toEqual(
    [quality.inspector.accountId, quality.second.accountId].toSorted(),
  )
  const refused = (more: object) => codeOf(operator, planInspection, planned(versionId, more))
  expect(await refused({ inspectorInstitutionId: world.clinic })).toBe('quality.inspector-of-same-institution')
  expect(await refused({ inspectorId: quality.second.accountId })).toBe('quality.inspector-unknown')
  expect(await refused({ day: '2026-11-22' })).toBe('quality.day-past')
  expect(await refused({ institutionId: world.stranger })).toBe('quality.network-not-yours')
  expect(await refused({ institutionId: world.hospital, inspectorInstitutionId: world.imaging })).toBe('quality.site-not-theirs')
  const seenBy = async (actor: Actor, shows: string) =>
    (await read<{ items: { id: string }[] }>(actor, listInspections, { shows })).items.map(({ id }) => id)
  const hidden = await quality.plan(versionId)
  const announced = await quality.plan(versionId, { announced: true })
  expect(await seenBy(quality.manager, 'open')).toEqual([announced])
  expect((await seenBy(quality.inspector, 'open')).toSorted()).toEqual([hidden, announced].toSorted())
  expect(await codeOf(quality.second, completeInspection, { inspectionId: announced, version: 1 })).toBe('platform.not-found')
  expect(
    await codeOf({ ...quality.inspector, accountId: quality.second.accountId }, completeInspection, {
      inspectionId: announced,
      version: 1,
    }),
  ).toBe('quality.not-your-inspection')
  expect(await codeOf(quality.inspector, completeInspection, { inspectionId: hidden, version: 1 })).toBe('quality.items-unanswered')
  const { version } = await quality.answer(hidden, { A1: 'not-applicable' })
  await run(system.runtime, quality.inspector, completeInspection, { inspectionId: hidden, version })
  expect(await seenBy(quality.manager, 'done')).toContain(hidden)
  expect(await codeOf(quality.inspector, completeInspection, { inspectionId: hidden, version: version + 1 })).toBe(
    'quality.inspection-sealed',
  )
  await run(system.runtime, operator, withdrawInspection, { inspectionId: announced, reason: '改期' })
  expect(await codeOf(operator, withdrawInspection, { inspectionId: announced, reason: '改期' })).toBe('quality.inspection-withdrawn')
  expect(await broken()).toEqual([])
})

test('what is sealed no statement changes, and a history is only ever added to', async () => {
  const { inspectionId, rectifications } = await quality.inspect(versionId, { B1: 'not-passed' })
  const touch = (query: string, values: unknown[]) =>
    transact(system.runtime.database, everything, async (db) => ({
      commit: true,
      value: await db.executeQuery({ sql: query, parameters: values, query: {} as never, queryId: {} as never }),
    }))
  const { numAffectedRows } = await touch(`update quality.inspection set answers = '[]' where id = $1`, [inspectionId])
  expect(Number(numAffectedRows)).toBe(0)
  const deny = (query: string, id: string | undefined) => expect(touch(query, [id]), query).rejects.toThrow('permission denied')
  await deny('update quality.finding set points = 0 where inspection_id = $1', inspectionId)
  await deny(`update quality.rectification_step set note = '' where rectification_id = $1`, rectifications.B1)
  await deny('delete from quality.rectification_step where rectification_id = $1', rectifications.B1)
  await deny(`update quality.norm_version set items = '[]' where id = $1`, versionId)
})

test('from the finding to the end: plan, evidence, a re-check that fails, another that passes, each with its one clock', async () => {
  const { manager, inspector, second } = quality
  const { rectifications, scoreBasisPoints } = await quality.inspect(versionId, { C1: 'not-passed' })
  expect(scoreBasisPoints).toBe(3333) // 5 of 15 points
  const rectificationId = rectifications.C1 as Id<'rectification'>
  const clock = async () => (await clocksOf(rectificationId)).map(({ kind, owner, role }) => [kind, owner, role])
  const mine = [['quality.rectification', world.clinic, 'manager']]
  const theirs = [['quality.recheck', world.hospital, null]]
  const evidence = { note: '已补齐', evidence: [{ kind: 'reference', text: '台账 12 页' }] }
  expect(await clock()).toEqual(mine)
  expect(await codeOf(manager, showRectified, { rectificationId, version: 1, ...evidence })).toBe('quality.evidence-not-awaited')
  expect(
    await codeOf(staffOf(system.runtime, world.hospital, 'manager'), planRectification, { rectificationId, version: 1, plan: '代写' }),
  ).toBe('quality.not-yours-to-mend')
  await run(system.runtime, manager, planRectification, { rectificationId, version: 1, plan: '今天补齐' })
  expect(await clock()).toEqual(mine)
  await run(system.runtime, manager, showRectified, { rectificationId, version: 2, ...evidence })
  expect(await clock()).toEqual(theirs)
  const again = { rectificationId, version: 3, passed: true, note: '看过' }
  expect(await codeOf(staffOf(system.runtime, world.clinic, 'head'), recheckRectification, again)).toBe(
    'quality.recheck-by-another-institution',
  )
  expect(await codeOf({ ...inspector, accountId: manager.accountId }, recheckRectification, again)).toBe(
    'quality.recheck-by-another-person',
  )
  expect(await codeOf(second, recheckRectification, again)).toBe('platform.not-found') // of no institution that has a part in it
  await run(system.runtime, inspector, recheckRectification, { ...again, passed: false, note: '仍缺夜班' })
  expect(await clock()).toEqual(mine)
  expect(await broken()).toEqual([])
  await run(system.runtime, manager, planRectification, { rectificationId, version: 4, plan: '补夜班' })
  await run(system.runtime, manager, showRectified, { rectificationId, version: 5, ...evidence })
  await run(system.runtime, inspector, recheckRectification, { rectificationId, version: 6, passed: true, note: '夜班已在表' })
  expect(await clock()).toEqual([])
  type Shown = { state: string; round: number; steps: { step: string; round: number }[] }
  const shown = await read<Shown>(manager, showRectification, { rectificationId })
  expect(shown).toMatchObject({ state: 'closed', round: 2 })
  expect(shown.steps.map(({ step }) => step)).toEqual([
    'opened',
    'plan-submitted',
    'evidence-submitted',
    'failed',
    'plan-submitted',
    'evidence-submitted',
    'passed',
  ])
  expect(await broken()).toEqual([])
  const listed = await read<{ items: { id: string }[] }>(manager, listRectifications, { shows: 'closed', indicatorCode: 'critical-value' })
  expect(listed.items.map(({ id }) => id)).toContain(rectificationId)
})

test('what is not mended goes from execution over supervision and the line to the operator, and its history says so', async () => {
  const { rectifications } = await quality.inspect(versionId, { C1: 'not-passed' })
  const rectificationId = rectifications.C1 as Id<'rectification'>
  const owner = async () => (await clocksOf(rectificationId)).map((clock) => clock.owner)
  await wait(1439 * minute)
  expect(await owner()).toEqual([world.clinic])
  await wait(minute)
  expect(await owner()).toEqual([world.hospital])
  await wait(239 * minute)
  expect(await owner()).toEqual([world.hospital])
  await wait(minute)
  expect(await owner()).toEqual([world.operator])
  await wait(30 * day)
  expect(await clocksOf(rectificationId)).toMatchObject([{ state: 'overdue', owner: world.operator }])
  type Shown = { steps: { step: string; institution: { zh: string } | null }[] }
  const shown = await read<Shown>(quality.operator, showRectification, { rectificationId })
  expect(shown.steps.map(({ step, institution }) => [step, institution?.zh])).toEqual([
    ['opened', '医院'],
    ['escalated', '医院'],
    ['escalated', '运营'],
  ])
  expect(await broken()).toEqual([])
})

test('the same item found again at the site within 180 days deducts twice, later once', async () => {
  const points = async (inspectionId: string) =>
    (
      await system.owner.query('select points, repeat_of is not null as again from quality.finding where inspection_id = $1', [
        inspectionId,
      ])
    ).rows
  const first = await quality.inspect(versionId, { B1: 'not-passed' })
  await wait(179 * day)
  const second = await quality.inspect(versionId, { B1: 'not-passed' })
  await wait(181 * day)
  const third = await quality.inspect(versionId, { B1: 'not-passed' })
  expect(await points(first.inspectionId)).toEqual([{ points: 4, again: false }])
  expect(await points(second.inspectionId)).toEqual([{ points: 8, again: true }])
  expect(await points(third.inspectionId)).toEqual([{ points: 4, again: false }])
})
