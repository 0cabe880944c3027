import { fhir } from '../../src/apps/fhir.ts'
import type { Id } from '../../src/kernel/id.ts'
import { confirmVisit, holdVisit } from '../../src/modules/booking/index.ts'
import { acceptOrder, collectSpecimen } from '../../src/modules/care/commands/change-order.ts'
import { recordAllergy } from '../../src/modules/care/commands/record-allergy.ts'
import { draftOrder, enterResult, saveDraft, signNote, signOrders, verifyResult } from '../../src/modules/care/index.ts'
import { recordConsent } from '../../src/modules/people/index.ts'
import { createServer } from '../../src/platform/http/index.ts'
import { createAccounts } from '../../src/platform/session/index.ts'
import { makeCareWorld } from './care.ts'
import { makeClaim, makeMember, makePayer } from './cover.ts'
import { tokenFor } from './http.ts'
import type { TestSystem } from './system.ts'
import { makeWorld, patientOf, run, shanghai } from './world.ts'

type Roles = readonly string[]
const everyRole: Roles = ['manager', 'butler', 'clinician', 'technician', 'operator', 'head', 'finance']

/** Medplum's client names WebSocket while it loads, which Node 20 does not have. */
export async function loadMedplum() {
  const isMissing = !('WebSocket' in globalThis)
  if (isMissing) Object.assign(globalThis, { WebSocket: class {} })
  const core = await import('@medplum/core')
  if (isMissing) Reflect.deleteProperty(globalThis, 'WebSocket')
  return core
}

export type FhirWorld = Awaited<ReturnType<typeof makeFhirWorld>>

/** A server with the FHIR door, and one patient of the clinic of whom every resource type has something. */
export async function makeFhirWorld(system: TestSystem) {
  const { runtime } = system
  const world = await makeWorld(runtime)
  const care = await makeCareWorld(runtime, world)
  const personId = await world.makePerson('欧阳静怡', world.butler, {
    phone: '13800015678',
    idNumber: '11010519491231002X',
    birthDate: '1949-12-31',
  })
  await run(runtime, world.butler, recordConsent, { personId, purpose: 'service', textVersion: 1 })
  const visitId = await makeVisit(runtime, care, personId)
  await makePayer(runtime)
  const memberId = await makeMember(runtime, world, personId, 'HY-1001')
  await makeClaim(runtime, world, personId, memberId)
  const held = await run<{ visitId: Id<'visit'>; version: number }>(
    runtime,
    world.butler,
    holdVisit,
    world.request(personId, shanghai('2026-11-25', '10:00')),
  )
  await run(runtime, world.butler, confirmVisit, { visitId: held.visitId, version: held.version })
  const server = await createServer(runtime, system.serverUrl, [fhir])
  const account = (login: string, institutionId: Id<'institution'>, roles: Roles) => ({
    login,
    password: 'p',
    name: { zh: login, en: login },
    roles: roles.map((role) => ({ institutionId, role })),
  })
  await createAccounts(runtime, [
    account('insider', world.operator, everyRole),
    account('clinic', world.clinic, everyRole),
    account('outsider', world.stranger, everyRole),
    account('quality', world.operator, ['quality']),
    { login: 'patient', password: 'p', name: { zh: 'p', en: 'p' }, roles: [], personId },
  ])
  const logins = ['insider', 'clinic', 'outsider', 'quality', 'patient'] as const
  const tokens = Object.fromEntries(await Promise.all(logins.map(async (login) => [login, await tokenFor(server, login, 'p')] as const)))
  return {
    world,
    personId,
    visitId,
    bookedId: held.visitId,
    memberId,
    server,
    tokens: tokens as Record<(typeof logins)[number], string>,
    patient: patientOf(runtime, personId),
  }
}

/** A visit with note, allergy, a released test and study, and a prescription. */
async function makeVisit(runtime: TestSystem['runtime'], care: Awaited<ReturnType<typeof makeCareWorld>>, personId: Id<'person'>) {
  const visitId = await care.attend(personId)
  const { clinician, technician } = care
  const performerId = technician.institutionId
  const texts = { complaint: '口渴', history: '', examination: '', assessment: '', plan: '' }
  const vitals = { temperature: 36.6, systolic: 138, weight: 61.5 }
  const content = {
    ...texts,
    vitals,
    diagnoses: [
      { code: 'E11.9', certainty: 'suspected' },
      { code: 'I10', certainty: 'confirmed' },
    ],
  }
  await run(runtime, clinician, saveDraft, { visitId, version: 0, content })
  await run(runtime, clinician, signNote, { visitId, version: 1 })
  await run(runtime, clinician, recordAllergy, { personId, substanceCode: 'latex' })
  const dosing = { dose: 5, unit: 'mg', route: 'oral', timesPerDay: 1, days: 14 }
  const wanted = [
    { kind: 'laboratory', itemCode: 'GLU', urgency: 'urgent' },
    { kind: 'imaging', itemCode: 'XR-CHEST', urgency: 'routine' },
    { kind: 'drug', itemCode: 'AMLO5', urgency: 'routine', dosing },
  ]
  const orders: { orderId: string; version: number }[] = []
  for (const order of wanted) orders.push(await run(runtime, clinician, draftOrder, { visitId, performerId, ...order }))
  await run(runtime, clinician, signOrders, { visitId, orders })
  const [test, study] = orders.map(({ orderId }) => orderId)
  await run(runtime, technician, acceptOrder, { orderId: test, version: 2 })
  await run(runtime, technician, collectSpecimen, { orderId: test, version: 3 })
  const values = [{ code: 'GLU', value: 7.4, unit: 'mmol/L' }]
  await run(runtime, technician, enterResult, { orderId: test, result: { kind: 'laboratory', values } })
  await run(runtime, technician, verifyResult, { orderId: test, version: 4 })
  await run(runtime, technician, acceptOrder, { orderId: study, version: 2 })
  await run(runtime, technician, enterResult, { orderId: study, result: { kind: 'imaging', finding: '双肺清晰', impression: '未见异常' } })
  await run(runtime, technician, verifyResult, { orderId: study, version: 3 })
  return visitId
}
