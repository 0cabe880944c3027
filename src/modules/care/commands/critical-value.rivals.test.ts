import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCareWorld } from '../../../../test/support/care.ts'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, run, staffOf, tryCommand } from '../../../../test/support/world.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import { readBackCriticalValue } from './answer-critical-value.ts'
import { acceptOrder, collectSpecimen } from './change-order.ts'
import { draftOrder } from './draft-order.ts'
import { enterResult } from './enter-result.ts'
import { signOrders } from './sign-orders.ts'
import { verifyResult } from './verify-result.ts'
import { saveDraft } from './write-note.ts'

let system: TestSystem
let clinicians: Actor[]
let technicians: Actor[]
let visitId: Id<'visit'>
let performerId: Id<'institution'>
beforeAll(async () => {
  system = await createTestSystem({ connections: 20 })
  const world = await makeWorld(system.runtime)
  const care = await makeCareWorld(system.runtime, world)
  visitId = await care.attend(await world.makePatient('周静怡'))
  performerId = world.imaging
  clinicians = Array.from({ length: 12 }, () => staffOf(system.runtime, world.clinic, 'clinician'))
  technicians = Array.from({ length: 12 }, () => staffOf(system.runtime, world.imaging, 'technician'))
})
afterAll(() => system.close())

type Tried = Awaited<ReturnType<typeof tryCommand>>
const outcomes = (results: readonly Tried[]) => results.map((result) => (result.ok ? 'won' : result.refusal.code)).toSorted()
const all = (actors: readonly Actor[], command: unknown, input: object) =>
  Promise.all(actors.map((actor) => tryCommand(system.runtime, actor, command, input)))

test('twelve doctors begin the note of one visit: there is one draft, and eleven are told', async () => {
  const content = { complaint: '头晕', history: '', examination: '', vitals: {}, assessment: '', diagnoses: [], plan: '' }
  const results = await all(clinicians, saveDraft, { visitId, version: 0, content })
  expect(outcomes(results)).toEqual([...Array(11).fill('care.note-moved-on'), 'won'])
})

test('twelve sign, twelve release, twelve read back: each happens once', async () => {
  const [clinician, technician] = [clinicians[0] as Actor, technicians[0] as Actor]
  const drafted = await run<{ orderId: string; version: number }>(system.runtime, clinician, draftOrder, {
    visitId,
    kind: 'laboratory',
    itemCode: 'GLU',
    performerId,
    urgency: 'urgent',
  })
  expect(outcomes(await all(clinicians, signOrders, { visitId, orders: [drafted] })).filter((one) => one === 'won')).toHaveLength(1)
  const { orderId } = drafted
  await run(system.runtime, technician, acceptOrder, { orderId, version: 2 })
  await run(system.runtime, technician, collectSpecimen, { orderId, version: 3 })
  const values = [{ code: 'GLU', value: 28.4, unit: 'mmol/L' }]
  await run(system.runtime, technician, enterResult, { orderId, result: { kind: 'laboratory', values } })
  const released = await all(technicians, verifyResult, { orderId, version: 4 })
  expect(outcomes(released).filter((one) => one === 'won')).toHaveLength(1)
  const { rows } = await system.owner.query('select id from care.critical_value')
  expect(rows).toHaveLength(1)
  const answered = await all(clinicians, readBackCriticalValue, { criticalValueId: rows[0].id, value: 28.4 })
  expect(outcomes(answered)).toEqual([...Array(11).fill('care.critical-value-moved-on'), 'won'])
})
