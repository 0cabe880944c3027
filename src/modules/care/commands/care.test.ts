import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CareWorld, makeCareWorld } from '../../../../test/support/care.ts'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, patientOf, run, staffOf, tryCommand, type World } from '../../../../test/support/world.ts'
import { runDue } from '../../../apps/worker.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Actor, Query } from '../../../platform/operation/index.ts'
import { ask } from '../../../platform/operation/perform.ts'
import { endMembership } from '../../network/index.ts'
import { sealOf } from '../domain/note.ts'
import { listMyResults, listResults } from '../queries/list-results.ts'
import { listWorklist } from '../queries/list-worklist.ts'
import { showConsultation } from '../queries/show-consultation.ts'
import { showOrder } from '../queries/show-order.ts'
import { acknowledgeResult } from './acknowledge-result.ts'
import { handleCriticalValue, readBackCriticalValue, reportCriticalValue } from './answer-critical-value.ts'
import { acceptOrder, cancelOrder, collectSpecimen } from './change-order.ts'
import { draftOrder } from './draft-order.ts'
import { enterResult } from './enter-result.ts'
import { recordAllergy, refuteAllergy } from './record-allergy.ts'
import { signOrders } from './sign-orders.ts'
import { verifyResult } from './verify-result.ts'
import { addAddendum, saveDraft, signNote } from './write-note.ts'

let system: TestSystem
let world: World
let care: CareWorld
let personId: Id<'person'>
let visitId: Id<'visit'>
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  care = await makeCareWorld(system.runtime, world)
  personId = await world.makePatient('周静怡')
  visitId = await care.attend(personId)
})
afterAll(() => system.close())

const did = <Answer>(actor: Actor, command: unknown, input: object) => run<Answer>(system.runtime, actor, command, input)
const tried = (actor: Actor, command: unknown, input: object) => tryCommand(system.runtime, actor, command, input)
const read = async <Answer>(actor: Actor, query: unknown, input: object): Promise<Answer> => {
  const answer = await ask(system.runtime, query as Query, actor, input, 'r')
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value as Answer
}
const factsOf = async (kind: string) =>
  (
    await system.owner.query(`select code, status, value, flag from people.fact where person_id = $1 and kind = $2 order by code`, [
      personId,
      kind,
    ])
  ).rows
const clockOf = async (kind: string, subject: string) =>
  (
    await system.owner.query(
      `select state, owner_institution_id as owner, role from commitments.commitment where kind = $1 and subject_id = $2 order by started_at desc limit 1`,
      [kind, subject],
    )
  ).rows[0]
const pass = (minutes: number) => system.runtime.clock.setOffset(system.runtime.clock.offset() + minutes * 60_000)
const work = async () => {
  while (await runDue(system.runtime));
}

const content = {
  complaint: '右膝疼痛两周',
  history: '上下楼加重',
  examination: '内侧压痛',
  vitals: { temperature: 36.5, systolic: 138, diastolic: 84, pain: 5 },
  assessment: '退行性改变',
  diagnoses: [{ code: 'M17.9', certainty: 'confirmed' }],
  plan: '注射治疗',
}
type Draft = { version: number }
type Ordered = { orderId: Id<'order'>; version: number }
const draft = (more: object, visit = visitId) =>
  did<Ordered>(care.clinician, draftOrder, { visitId: visit, performerId: world.imaging, urgency: 'routine', ...more })
const order = async (more: object): Promise<Id<'order'>> => {
  const drafted = await draft(more)
  await did(care.clinician, signOrders, { visitId, orders: [drafted] })
  return drafted.orderId
}
const potassium = { kind: 'laboratory', itemCode: 'BMP' }
const values = (k: number) => ({
  kind: 'laboratory',
  values: [
    { code: 'K', value: k, unit: 'mmol/L' },
    { code: 'NA', value: 140, unit: 'mmol/L' },
    { code: 'CL', value: 104, unit: 'mmol/L' },
    { code: 'CA', value: 2.3, unit: 'mmol/L' },
  ],
})
/** Accepted, collected, measured and released. */
const perform = async (orderId: Id<'order'>, k: number) => {
  await did(care.technician, acceptOrder, { orderId, version: 2 })
  await did(care.technician, collectSpecimen, { orderId, version: 3 })
  await did(care.technician, enterResult, { orderId, result: values(k) })
  return did<{ criticalValueIds: Id<'critical-value'>[] }>(care.technician, verifyResult, { orderId, version: 4 })
}

describe('a note', () => {
  test('is kept as a draft, refused when it was changed elsewhere, and seen by no other institution before it is signed', async () => {
    const first = await did<Draft>(care.clinician, saveDraft, { visitId, version: 0, content: { ...content, plan: '' } })
    expect(await did<Draft>(care.clinician, saveDraft, { visitId, version: first.version, content })).toMatchObject({ version: 2 })
    expect(await tried(care.clinician, saveDraft, { visitId, version: first.version, content })).toMatchObject({
      refusal: { code: 'care.note-moved-on' },
    })
    const hospital = staffOf(system.runtime, world.hospital, 'clinician')
    expect(await read(hospital, showConsultation, { visitId })).toMatchObject({ note: null, otherNotes: [] })
    expect(await read(care.clinician, showConsultation, { visitId })).toMatchObject({
      note: { state: 'draft', version: 2 },
      allergyState: 'unasked',
    })
  })

  test('writes down who saw the person once, not with every key', async () => {
    const { rows } = await system.owner.query(`select count(*)::int from platform.person_opening where operation = 'care.save-draft'`)
    expect(rows[0].count).toBe(1)
  })

  test('is not signed without a complaint or a diagnosis', async () => {
    for (const [change, code] of [
      [{ complaint: ' ' }, 'care.note-without-complaint'],
      [{ diagnoses: [] }, 'care.note-without-diagnosis'],
    ] as const) {
      const { version } = (await read<{ note: Draft }>(care.clinician, showConsultation, { visitId })).note
      const saved = await did<Draft>(care.clinician, saveDraft, { visitId, version, content: { ...content, ...change } })
      expect(await tried(care.clinician, signNote, { visitId, version: saved.version })).toMatchObject({ refusal: { code } })
    }
    expect(
      await tried(care.clinician, saveDraft, {
        visitId,
        version: 4,
        content: { ...content, diagnoses: [{ code: 'M17.99', certainty: 'confirmed' }] },
      }),
    ).toMatchObject({
      refusal: { code: 'care.diagnosis-unknown' },
    })
  })

  test('once signed is sealed, tells the portrait, and takes an addendum only', async () => {
    const saved = await did<Draft>(care.clinician, saveDraft, { visitId, version: 4, content })
    const { contentHash } = await did<{ contentHash: string }>(care.clinician, signNote, { visitId, version: saved.version })
    const { rows } = await system.owner.query(
      `select visit_id as "visitId", person_id as "personId", institution_id as "institutionId", content, signed_at as "signedAt", signed_by as "signedBy" from care.note`,
    )
    expect(sealOf({ ...rows[0], signedAt: rows[0].signedAt.toISOString() })).toBe(contentHash)
    expect(await factsOf('problem')).toEqual([{ code: 'M17.9', status: 'active', value: null, flag: null }])
    expect((await factsOf('measurement')).map(({ code, value }) => [code, value])).toEqual([
      ['diastolic', 84],
      ['pain', 5],
      ['systolic', 138],
      ['temperature', 36.5],
    ])
    expect(await factsOf('visit')).toHaveLength(1)
    expect(await tried(care.clinician, saveDraft, { visitId, version: 6, content })).toMatchObject({
      refusal: { code: 'care.note-signed' },
    })
    await did(care.clinician, addAddendum, { visitId, text: '患者来电，疼痛缓解' })
    const hospital = staffOf(system.runtime, world.hospital, 'clinician')
    expect(await read(hospital, showConsultation, { visitId })).toMatchObject({
      otherNotes: [{ state: 'signed', contentHash, addenda: [{ text: '患者来电，疼痛缓解' }] }],
    })
  })

  test('and its visit are nothing to who has no part in it', async () => {
    const stranger = staffOf(system.runtime, world.stranger, 'clinician')
    for (const [command, input] of [
      [saveDraft, { visitId, version: 0, content }],
      [signNote, { visitId, version: 1 }],
      [draftOrder, { visitId, ...potassium, performerId: world.imaging, urgency: 'routine' }],
    ] as const)
      expect(await tried(stranger, command, input)).toMatchObject({ refusal: { code: 'platform.not-found' } })
  })
})

describe('an allergy', () => {
  test('none known is an answer, which a known allergy ends; none known beside one is refused', async () => {
    await did(care.clinician, recordAllergy, { personId, substanceCode: 'none-known' })
    expect(await read(care.clinician, showConsultation, { visitId })).toMatchObject({ allergyState: 'none-known', allergies: [] })
    await did(care.clinician, recordAllergy, { personId, substanceCode: 'penicillin', reaction: '皮疹', severity: 'moderate' })
    expect(await read(care.clinician, showConsultation, { visitId })).toMatchObject({
      allergyState: 'known',
      allergies: [{ name: { zh: '青霉素' }, reaction: '皮疹' }],
    })
    for (const [substanceCode, code] of [
      ['none-known', 'care.allergies-recorded'],
      ['penicillin', 'care.allergy-known'],
    ])
      expect(await tried(care.clinician, recordAllergy, { personId, substanceCode })).toMatchObject({ refusal: { code } })
  })

  test('refuses a drug against it, unless the reason is given and kept', async () => {
    const dosing = { dose: 500, unit: 'mg', route: 'oral', timesPerDay: 3, days: 7 }
    const drafted = await draft({ kind: 'drug', itemCode: 'AMOX500', dosing })
    const harmless = await draft(potassium)
    expect(await tried(care.clinician, signOrders, { visitId, orders: [harmless, drafted] })).toMatchObject({
      refusal: { code: 'care.allergy-against' },
    })
    const seen = await read<{ orders: { orderId: string; state: string }[] }>(care.clinician, showConsultation, { visitId })
    expect(seen.orders.map(({ state }) => state)).toEqual(['draft', 'draft']) // all or nothing
    await did(care.clinician, signOrders, { visitId, orders: [{ ...drafted, allergyOverride: '既往多次使用无反应' }] })
    const { rows } = await system.owner.query('select allergy_override from care.order where id = $1', [drafted.orderId])
    expect(rows[0].allergy_override).toBe('既往多次使用无反应')
    expect(await factsOf('medication')).toEqual([{ code: 'AMOX500', status: 'active', value: null, flag: null }])
  })

  test('that is refuted no longer speaks against anything', async () => {
    const { allergies } = await read<{ allergies: { allergyId: string }[] }>(care.clinician, showConsultation, { visitId })
    await did(care.clinician, refuteAllergy, { personId, allergyId: allergies[0]?.allergyId, reason: '皮试阴性' })
    expect(await read(care.clinician, showConsultation, { visitId })).toMatchObject({ allergies: [] })
  })
})

describe('an order', () => {
  test('lets its department see the person from the signature on, and no other; cancelled, it takes that back', async () => {
    const other = await world.makePatient('钱秀兰')
    const laboratory = staffOf(system.runtime, world.imaging, 'technician')
    const visit = await care.attend(other)
    await system.owner.query(`delete from platform.person_grant where person_id = $1 and institution_id = $2`, [other, world.imaging])
    const mine = async () => (await read<{ items: { orderId: string; personName: string | null }[] }>(laboratory, listWorklist, {})).items
    const drafted = await draft(potassium, visit)
    expect((await mine()).map(({ orderId }) => orderId)).not.toContain(drafted.orderId)
    expect(await tried(laboratory, acceptOrder, { orderId: drafted.orderId, version: 1 })).toMatchObject({
      refusal: { code: 'platform.not-found' },
    })
    await did(care.clinician, signOrders, { visitId: visit, orders: [drafted] })
    expect(await mine()).toContainEqual(expect.objectContaining({ orderId: drafted.orderId, personName: '钱秀兰' }))
    expect(await clockOf('care.order', drafted.orderId)).toEqual({ state: 'running', owner: world.imaging, role: 'technician' })
    expect(
      await ask(system.runtime, showOrder, staffOf(system.runtime, world.hospital, 'clinician'), { orderId: drafted.orderId }, 'r'),
    ).toMatchObject({ ok: false })
    await did(care.clinician, cancelOrder, { orderId: drafted.orderId, version: 2, reason: '患者不愿抽血' })
    expect(await clockOf('care.order', drafted.orderId)).toMatchObject({ state: 'withdrawn' })
    expect(await ask(system.runtime, showOrder, laboratory, { orderId: drafted.orderId }, 'r')).toMatchObject({
      refusal: { code: 'platform.person-not-open' },
    })
  })

  test.each([
    ['who does not perform it', () => ({ ...potassium, performerId: world.clinic }), 'care.department-not-offering'],
    ['an item that is none', () => ({ ...potassium, itemCode: 'NOPE' }), 'care.item-unknown'],
    ['a drug without its dosing', () => ({ kind: 'drug', itemCode: 'PARA500' }), 'care.dosing-missing'],
    [
      'a way that the drug is not given',
      () => ({ kind: 'drug', itemCode: 'PARA500', dosing: { dose: 500, unit: 'mg', route: 'topical', timesPerDay: 1, days: 1 } }),
      'care.route-unusual',
    ],
  ])('to %s is refused', async (_, more, code) =>
    expect(await tried(care.clinician, draftOrder, { visitId, performerId: world.imaging, urgency: 'routine', ...more() })).toMatchObject({
      refusal: { code },
    }),
  )

  test('that is not done in time goes to who ordered, and is not lost', async () => {
    const orderId = await order({ ...potassium, urgency: 'urgent' })
    pass(30)
    await work()
    expect(await clockOf('care.order', orderId)).toEqual({ state: 'overdue', owner: world.clinic, role: null })
    await perform(orderId, 4)
    expect(await clockOf('care.order', orderId)).toMatchObject({ state: 'missed' })
  })
})

describe('a result', () => {
  test('comes back flagged, is known to the portrait and the patient once released, and stays owed until it is read', async () => {
    const orderId = await order(potassium)
    await did(care.technician, acceptOrder, { orderId, version: 2 })
    expect(await tried(care.technician, enterResult, { orderId, result: values(5.6) })).toMatchObject({
      refusal: { code: 'care.step-not-now' },
    })
    await did(care.technician, collectSpecimen, { orderId, version: 3 })
    await did(care.technician, enterResult, { orderId, result: values(5.6) })
    const patient = patientOf(system.runtime, personId)
    const mine = async () => (await read<{ items: { orderId: string }[] }>(patient, listMyResults, {})).items.map((item) => item.orderId)
    expect(await mine()).not.toContain(orderId)
    expect(await read(care.clinician, showOrder, { orderId })).toMatchObject({ order: { result: null } })
    await did(care.technician, verifyResult, { orderId, version: 4 })
    expect(await mine()).toContain(orderId)
    expect(await factsOf('measurement')).toContainEqual({ code: 'K', status: 'active', value: 5.6, flag: 'high' })
    const other = patientOf(system.runtime, await world.makePatient('别人'))
    expect(await read<{ items: unknown[] }>(other, listMyResults, {})).toMatchObject({ items: [] })
    expect(await ask(system.runtime, listMyResults, other, { personId }, 'r')).toMatchObject({
      refusal: { code: 'platform.person-not-open' },
    })
    expect(await clockOf('care.order', orderId)).toMatchObject({ state: 'met' })
    expect(await clockOf('care.result-to-read', orderId)).toEqual({ state: 'running', owner: world.clinic, role: 'clinician' })
    const toRead = async () =>
      (await read<{ toRead: { orderId: string }[] }>(care.clinician, listResults, {})).toRead.map((item) => item.orderId)
    expect(await toRead()).toContain(orderId)
    await did(care.clinician, acknowledgeResult, { orderId })
    expect(await toRead()).not.toContain(orderId)
    expect(await clockOf('care.result-to-read', orderId)).toMatchObject({ state: 'met' })
    expect(await tried(care.technician, enterResult, { orderId, result: values(4) })).toMatchObject({
      refusal: { code: 'care.result-released' },
    })
  })

  test('of a study is a report, of a drug what was handed out: nobody has to read that', async () => {
    const study = await order({ kind: 'imaging', itemCode: 'MR-KNEE' })
    await did(care.technician, acceptOrder, { orderId: study, version: 2 })
    expect(await tried(care.technician, enterResult, { orderId: study, result: values(4) })).toMatchObject({
      refusal: { code: 'care.result-kind' },
    })
    await did(care.technician, enterResult, {
      orderId: study,
      result: { kind: 'imaging', finding: '内侧半月板 III 度信号', impression: '半月板损伤' },
    })
    await did(care.technician, verifyResult, { orderId: study, version: 3 })
    expect(await factsOf('imaging')).toMatchObject([{ code: 'MR-KNEE' }])
    const drug = await order({
      kind: 'drug',
      itemCode: 'PARA500',
      dosing: { dose: 500, unit: 'mg', route: 'oral', timesPerDay: 3, days: 3 },
    })
    await did(care.technician, acceptOrder, { orderId: drug, version: 2 })
    await did(care.technician, enterResult, { orderId: drug, result: { kind: 'drug', quantity: 1, unit: '盒', batch: 'B2611' } })
    await did(care.technician, verifyResult, { orderId: drug, version: 3 })
    expect(await clockOf('care.result-to-read', drug)).toBeUndefined()
  })
})

describe('a critical value', () => {
  const release = async () => {
    const orderId = await order(potassium)
    const { criticalValueIds } = await perform(orderId, 6.8)
    expect(criticalValueIds).toHaveLength(1)
    return criticalValueIds[0] as Id<'critical-value'>
  }

  test('is told, read back by the right value only, and acted upon; each with a clock', async () => {
    const criticalValueId = await release()
    expect(await clockOf('care.critical-value', criticalValueId)).toEqual({ state: 'running', owner: world.imaging, role: 'technician' })
    await did(care.technician, reportCriticalValue, { criticalValueId, told: '许医生', toldBy: 'telephone' })
    expect(await clockOf('care.critical-value', criticalValueId)).toMatchObject({ state: 'running' })
    expect(await did(care.clinician, readBackCriticalValue, { criticalValueId, value: 8.6 })).toMatchObject({
      matches: false,
      wrongReadBacks: 1,
      state: 'reported',
    })
    expect(await did(care.clinician, readBackCriticalValue, { criticalValueId, value: 6.8 })).toMatchObject({
      matches: true,
      wrongReadBacks: 1,
    })
    expect(await clockOf('care.critical-value', criticalValueId)).toMatchObject({ state: 'met' })
    expect(await clockOf('care.critical-value-to-handle', criticalValueId)).toEqual({
      state: 'running',
      owner: world.clinic,
      role: 'clinician',
    })
    await did(care.clinician, handleCriticalValue, { criticalValueId, handling: '复查并送急诊' })
    expect(await clockOf('care.critical-value-to-handle', criticalValueId)).toMatchObject({ state: 'met' })
  })

  test('that nobody tells within ten minutes goes to who ordered, who reads it back himself', async () => {
    const criticalValueId = await release()
    pass(10)
    await work()
    expect(await clockOf('care.critical-value', criticalValueId)).toEqual({ state: 'overdue', owner: world.clinic, role: null })
    expect(await did(care.clinician, readBackCriticalValue, { criticalValueId, value: 6.8 })).toMatchObject({ matches: true })
    expect(await clockOf('care.critical-value', criticalValueId)).toMatchObject({ state: 'missed' })
  })

  test('is read back by nobody but the institution that ordered', async () => {
    const criticalValueId = await release()
    for (const institutionId of [world.hospital, world.imaging, world.stranger])
      expect(
        await tried(staffOf(system.runtime, institutionId, 'clinician'), readBackCriticalValue, { criticalValueId, value: 6.8 }),
      ).toMatchObject({
        refusal: { code: 'platform.not-found' },
      })
  })
})

test('a department that has left the network gets no order, though it was in the basket', async () => {
  const drafted = await draft(potassium)
  const manager = staffOf(system.runtime, world.operator, 'operator')
  await did(manager, endMembership, { networkCode: 'TEST', partyId: world.imaging, from: '2026-11-24' })
  pass(48 * 60)
  expect(await tried(care.clinician, signOrders, { visitId, orders: [drafted] })).toMatchObject({
    refusal: { code: 'care.department-not-member' },
  })
})
