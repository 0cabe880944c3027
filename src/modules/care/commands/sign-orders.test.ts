import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CareWorld, makeCareWorld } from '../../../../test/support/care.ts'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, run, staffOf, tryCommand, type World } from '../../../../test/support/world.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import { ask } from '../../../platform/operation/perform.ts'
import { checkBasket } from '../queries/check-basket.ts'
import { acceptOrder, cancelOrder, rejectOrder } from './change-order.ts'
import { draftOrder } from './draft-order.ts'
import { signOrders } from './sign-orders.ts'
import { saveDraft } from './write-note.ts'

type Drafted = { readonly orderId: Id<'order'>; readonly version: number }

let system: TestSystem
let world: World
let care: CareWorld
let head: Actor
let visitId: Id<'visit'>
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  care = await makeCareWorld(system.runtime, world)
  head = staffOf(system.runtime, world.clinic, 'head')
})
afterAll(() => system.close())

const attend = async (name: string) => {
  visitId = await care.attend(await world.makePatient(name))
}
const draft = (kind: string, itemCode: string) =>
  run<Drafted>(system.runtime, care.clinician, draftOrder, { visitId, kind, itemCode, performerId: world.imaging, urgency: 'routine' })
const sign = (actor: Actor, orders: readonly object[]) => tryCommand(system.runtime, actor, signOrders, { visitId, orders })
const check = async (actor = care.clinician) => {
  const answer = await ask(system.runtime, checkBasket, actor, { visitId }, 'r')
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
const writeDiagnosis = (version: number, code: string) => {
  const texts = { complaint: '膝痛', history: '', examination: '', assessment: '', plan: '' }
  const content = { ...texts, vitals: {}, diagnoses: [{ code, certainty: 'confirmed' }] }
  return run(system.runtime, care.clinician, saveDraft, { visitId, version, content })
}
const reviewsOf = async ({ orderId }: Drafted) =>
  (await system.owner.query(`select verdict, reason from integrity.verdict where line_id = $1`, [orderId])).rows

test('a stopped order stays in the basket while the others are signed; who may override lets it pass with a reason', async () => {
  await attend('周静怡')
  const film = await draft('imaging', 'XR-BONEAGE')
  const blood = await draft('laboratory', 'CBC')
  const { checks, mayOverride } = await check()
  expect(mayOverride).toBe(false)
  expect(checks).toMatchObject([
    { orderId: film.orderId, verdict: 'violation', remarks: [{ ruleCode: 'GZ10000102006000', amountFen: 9_000, reasons: [{}, {}] }] },
    { orderId: blood.orderId, verdict: 'clear', checkedRules: 3, remarks: [] },
  ])
  expect(await sign(care.clinician, [film, blood])).toMatchObject({ refusal: { code: 'integrity.line-stopped' } })
  expect(await sign(care.clinician, [blood])).toMatchObject({ ok: true })
  expect((await check()).checks).toMatchObject([{ orderId: film.orderId }])
  const answered = { ...film, answers: [{ ruleCode: 'GZ10000102006000', reason: '生长发育异常，需要评估骨骺' }] }
  expect(await sign(care.clinician, [answered])).toMatchObject({ refusal: { code: 'integrity.override-not-permitted' } })
  expect((await check(head)).mayOverride).toBe(true)
  expect(await sign(head, [answered])).toMatchObject({ ok: true })
  expect(await reviewsOf(film)).toEqual([{ verdict: 'violation', reason: '生长发育异常，需要评估骨骺' }])
})

test('what needs a diagnosis waits until there is one, is doubtful with another, and clear with its own', async () => {
  await attend('钱秀兰')
  const study = await draft('imaging', 'MR-KNEE')
  expect((await check()).checks).toMatchObject([{ verdict: 'not-yet-knowable', checkedRules: 2 }])
  await writeDiagnosis(0, 'E11.9')
  expect((await check()).checks).toMatchObject([{ verdict: 'doubtful', remarks: [{ sentence: { en: expect.stringContaining('E11.9') } }] }])
  expect(await sign(care.clinician, [study])).toMatchObject({ refusal: { code: 'integrity.reason-missing' } })
  await writeDiagnosis(1, 'M17.9')
  expect((await check()).checks).toMatchObject([{ verdict: 'clear', checkedRules: 3 }])
  expect(await sign(care.clinician, [study])).toMatchObject({ ok: true })
  expect(await reviewsOf(study)).toEqual([{ verdict: 'clear', reason: null }])
})

test('what was signed counts until it is cancelled or rejected', async () => {
  await attend('李长河')
  const first = await draft('laboratory', 'HBA1C')
  const second = await draft('laboratory', 'HBA1C')
  expect((await check()).checks.map(({ verdict }) => verdict)).toEqual(['clear', 'violation'])
  await sign(care.clinician, [first])
  expect((await check()).checks).toMatchObject([{ orderId: second.orderId, verdict: 'violation' }])
  await run(system.runtime, care.clinician, cancelOrder, { orderId: first.orderId, version: 2, reason: '患者改日再查' })
  expect((await check()).checks).toMatchObject([{ verdict: 'clear' }])
  expect(await sign(care.clinician, [second])).toMatchObject({ ok: true })
  const third = await draft('laboratory', 'HBA1C')
  expect((await check()).checks).toMatchObject([{ orderId: third.orderId, verdict: 'violation' }])
  await run(system.runtime, care.technician, acceptOrder, { orderId: second.orderId, version: 2 })
  await run(system.runtime, care.technician, rejectOrder, { orderId: second.orderId, version: 3, reason: '标本溶血' })
  expect((await check()).checks).toMatchObject([{ orderId: third.orderId, verdict: 'clear' }])
})

test('who has no part in the visit learns nothing of its basket', async () => {
  await attend('赵明')
  await draft('laboratory', 'CBC')
  const stranger = staffOf(system.runtime, world.stranger, 'clinician')
  expect(await ask(system.runtime, checkBasket, stranger, { visitId }, 'r')).toMatchObject({ refusal: { code: 'platform.not-found' } })
})
