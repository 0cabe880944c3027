import { pricesOf } from '../../src/apps/demo/prices.ts'
import type { Id } from '../../src/kernel/id.ts'
import { issueBill, setPrice } from '../../src/modules/billing/index.ts'
import { admitWalkIn, callVisit, finishVisit, startVisit } from '../../src/modules/booking/index.ts'
import { acceptOrder, collectSpecimen } from '../../src/modules/care/commands/change-order.ts'
import { draftOrder } from '../../src/modules/care/commands/draft-order.ts'
import { enterResult } from '../../src/modules/care/commands/enter-result.ts'
import { recordAllergy } from '../../src/modules/care/commands/record-allergy.ts'
import { signOrders } from '../../src/modules/care/commands/sign-orders.ts'
import { verifyResult } from '../../src/modules/care/commands/verify-result.ts'
import { saveDraft, signNote } from '../../src/modules/care/commands/write-note.ts'
import { offerService } from '../../src/modules/care/index.ts'
import { listFindings } from '../../src/modules/integrity/queries/list-findings.ts'
import { ask } from '../../src/platform/operation/perform.ts'
import type { Runtime } from '../../src/platform/operation/runtime.ts'
import { run, staffOf, type World } from './world.ts'

type Step = { readonly visitId: Id<'visit'>; readonly version: number }
export type CareWorld = Awaited<ReturnType<typeof makeCareWorld>>

/** The clinic's clinician with a patient in front of her; the imaging centre performs tests, studies and drugs for the network. */
export async function makeCareWorld(runtime: Runtime, world: World) {
  const clinician = staffOf(runtime, world.clinic, 'clinician')
  const technician = staffOf(runtime, world.imaging, 'technician')
  const manager = staffOf(runtime, world.imaging, 'manager')
  for (const kind of ['laboratory', 'imaging', 'drug'] as const) {
    await run(runtime, manager, offerService, { institutionId: world.imaging, kind, itemCodes: ['*'] })
    for (const price of pricesOf(kind))
      await run(runtime, manager, setPrice, { institutionId: world.imaging, validFrom: '2026-01-01', ...price })
  }
  let current: Step | null = null
  /** A visit that has begun; the one before ends. */
  const attend = async (personId: Id<'person'>): Promise<Id<'visit'>> => {
    const step = (command: unknown, { visitId, version }: Step) => run<Step>(runtime, world.butler, command, { visitId, version })
    if (current) await step(finishVisit, current)
    const input = { personId, offeringId: world.offeringId, siteId: world.east.siteId, expertId: world.expert, squeezeReason: '当日加号' }
    current = await step(startVisit, await step(callVisit, await run<Step>(runtime, world.butler, admitWalkIn, input)))
    return current.visitId
  }
  return { clinician, technician, manager, attend }
}

/** Care of one person at the operator alone: a begun visit, a signed note, an allergy, an order in the basket and one with a critical value. */
export async function makeCareTargets(runtime: Runtime, world: World, personId: Id<'person'>) {
  const doctor = staffOf(runtime, world.operator, 'clinician')
  const technician = staffOf(runtime, world.operator, 'technician')
  const manager = staffOf(runtime, world.operator, 'manager')
  await run(runtime, manager, offerService, { institutionId: world.operator, kind: 'laboratory', itemCodes: ['GLU'] })
  for (const price of [...pricesOf('laboratory', ['GLU']), ...pricesOf('imaging', ['XR-BONEAGE'])])
    await run(runtime, manager, setPrice, { institutionId: world.operator, validFrom: '2026-01-01', ...price })
  const step = (command: unknown, { visitId, version }: Step) => run<Step>(runtime, world.butler, command, { visitId, version })
  const { offeringId, east, second } = world
  const walkIn = await run<Step>(runtime, world.butler, admitWalkIn, { personId, offeringId, siteId: east.siteId, expertId: second })
  const { visitId } = await step(startVisit, await step(callVisit, walkIn))
  const texts = { complaint: '口渴', history: '', examination: '', assessment: '', plan: '' }
  const content = { ...texts, vitals: { glucose: 25 }, diagnoses: [{ code: 'E11.9', certainty: 'suspected' }] }
  const { noteId } = await run<{ noteId: string }>(runtime, doctor, saveDraft, { visitId, version: 0, content })
  await run(runtime, doctor, signNote, { visitId, version: 1 })
  const { allergyId } = await run<{ allergyId: string }>(runtime, doctor, recordAllergy, { personId, substanceCode: 'latex' })
  const glucose = { visitId, kind: 'laboratory', itemCode: 'GLU', performerId: world.operator, urgency: 'urgent' }
  const findingId = await makeFinding(runtime, world, visitId)
  const basket = await run<{ orderId: string; version: number }>(runtime, doctor, draftOrder, glucose)
  const signed = await run<{ orderId: string; version: number }>(runtime, doctor, draftOrder, glucose)
  await run(runtime, doctor, signOrders, { visitId, orders: [signed] })
  const { orderId } = signed
  await run(runtime, technician, acceptOrder, { orderId, version: 2 })
  await run(runtime, technician, collectSpecimen, { orderId, version: 3 })
  const values = [{ code: 'GLU', value: 28.4, unit: 'mmol/L' }]
  await run(runtime, technician, enterResult, { orderId, result: { kind: 'laboratory', values } })
  const { criticalValueIds } = await run<{ criticalValueIds: string[] }>(runtime, technician, verifyResult, { orderId, version: 4 })
  const { billId } = await run<{ billId: string }>(runtime, world.butler, issueBill, { visitId })
  return {
    careVisitId: visitId as string,
    billId,
    noteId,
    allergyId,
    draftId: basket.orderId,
    orderId,
    criticalValueId: criticalValueIds[0] ?? '',
    findingId,
  }
}

/** A film for children that the head of department lets pass for somebody grown up. */
async function makeFinding(runtime: Runtime, world: World, visitId: Id<'visit'>): Promise<string> {
  const head = staffOf(runtime, world.operator, 'head')
  const manager = staffOf(runtime, world.operator, 'manager')
  await run(runtime, manager, offerService, { institutionId: world.operator, kind: 'imaging', itemCodes: ['XR-BONEAGE'] })
  const film = { visitId, kind: 'imaging', itemCode: 'XR-BONEAGE', performerId: world.operator, urgency: 'routine' }
  const order = await run<object>(runtime, head, draftOrder, film)
  const answers = [{ ruleCode: 'GZ10000102006000', reason: '生长发育异常' }]
  await run(runtime, head, signOrders, { visitId, orders: [{ ...order, answers }] })
  const found = await ask(runtime, listFindings, head, {}, 'test')
  return (found.ok && found.value.items[0]?.findingId) || ''
}
