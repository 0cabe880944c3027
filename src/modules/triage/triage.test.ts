import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../test/support/system.ts'
import { makeWorld, patientOf, run, shanghai, staffOf, tryCommand, type World } from '../../../test/support/world.ts'
import type { Id } from '../../kernel/id.ts'
import type { Name } from '../../kernel/result.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Actor } from '../../platform/operation/index.ts'
import { ask as askQuery, systemActor } from '../../platform/operation/perform.ts'
import { cancelVisit, holdVisit } from '../booking/index.ts'
import { listOfferings } from '../booking/queries/list-offerings.ts'
import { openSite, registerInstitution, setTravelTime } from '../network/index.ts'
import { assess, decide } from './index.ts'
import { ask } from './queries/ask.ts'
import { findAssessment, listAssessments } from './queries/show-assessments.ts'

type Assessment = Id<'assessment'>

let system: TestSystem
let world: World
let personId: Id<'person'>
let patient: Actor
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  await makeEmergency({ zh: '安近医院', en: 'Away Hospital' }, 40)
  await makeEmergency({ zh: '江澜医院', en: 'Jianglan Hospital' }, 12)
  await makeEmergency({ zh: '安远医院', en: 'Lapsed Hospital' }, 1, '2026-11-22')
  personId = await world.makePatient('周静怡')
  patient = patientOf(system.runtime, personId)
})
afterAll(() => system.close())

/** A member with an emergency department, so many minutes from the operator. */
async function makeEmergency(name: Name, minutes: number, validUntil: string | null = null): Promise<void> {
  const { institutionId } = await run<{ institutionId: Id<'institution'> }>(system.runtime, systemActor, registerInstitution, {
    kind: 'hospital',
    name,
    networkCode: 'TEST',
    licence: { number: `E-${minutes}`, scope: ['emergency-medicine'], validFrom: '2026-01-01', validUntil },
  })
  const site = { institutionId, name: { zh: '本部', en: 'Main' }, address: { zh: '江澜路 1 号', en: '1 Jianglan Road' } }
  const { siteId } = await run<{ siteId: Id<'site'> }>(system.runtime, systemActor, openSite, site)
  await run(system.runtime, systemActor, setTravelTime, { siteId, otherSiteId: world.east.siteId, minutes })
}

const made = async (actor: Actor, complaint: string, of = personId): Promise<Assessment> =>
  (await run<{ assessmentId: Assessment }>(system.runtime, actor, assess, { personId: of, complaint })).assessmentId
const find = (actor: Actor, assessmentId: Assessment, of = personId) =>
  askQuery(system.runtime, findAssessment, actor, { assessmentId, personId: of }, 'r')
const hold = (actor: Actor, startsAt: Instant, more: object = {}, of = personId) =>
  tryCommand(system.runtime, actor, holdVisit, { ...world.request(of, startsAt), ...more })
const pass = (hours: number) => system.runtime.clock.setOffset(system.runtime.clock.offset() + hours * 3_600_000)
const clinician = () => staffOf(system.runtime, world.operator, 'clinician')

test('asking keeps nothing; what is assessed is kept with all it was made from', async () => {
  const asked = await askQuery(system.runtime, ask, patient, { complaint: '胸口疼' }, 'r')
  expect(asked).toMatchObject({ ok: true, value: { suggestion: { level: 'III', specialties: ['cardiology', 'respiratory-medicine'] } } })
  expect(asked.ok && asked.value.questions.map(({ redFlag }) => redFlag)).toContain('heart-attack-signs')
  expect((await system.owner.query('select count(*)::int from triage.assessment')).rows[0].count).toBe(0)

  const answers = [{ redFlag: 'heart-attack-signs', present: false }]
  const vitalSigns = { heartRatePerMinute: 96 }
  const { assessmentId } = await run<{ assessmentId: Assessment }>(system.runtime, patient, assess, {
    complaint: '膝盖疼',
    vitalSigns,
    answers,
  })
  expect(await find(patient, assessmentId)).toMatchObject({
    value: {
      assessment: {
        complaint: '膝盖疼',
        vitalSigns,
        answers,
        institution: null,
        stops: false,
        suggestion: { ruleVersion: '2026-1', level: 'IVa' },
      },
      places: [],
    },
  })
})

test('the suggestion and what the doctor decided are both kept, and each is written once', async () => {
  const assessmentId = await made(world.butler, '膝盖疼')
  const decision = { assessmentId, personId, level: 'IVb', specialty: 'rehabilitation' }
  await run(system.runtime, clinician(), decide, decision)
  expect(await find(clinician(), assessmentId)).toMatchObject({
    value: {
      assessment: {
        suggestion: { level: 'IVa', specialties: ['orthopaedics', 'rehabilitation'] },
        decision: { level: 'IVb', specialty: 'rehabilitation' },
      },
    },
  })
  expect(await tryCommand(system.runtime, clinician(), decide, { ...decision, level: 'III' })).toMatchObject({
    refusal: { code: 'triage.already-decided' },
  })
  const client = new (await import('pg')).default.Client({ connectionString: system.serverUrl })
  await client.connect()
  await expect(client.query(`update triage.assessment set level = 'IVb'`)).rejects.toThrow('permission denied')
  await client.end()
})

test('a red flag stops the patient’s booking and says where to go now, in both languages', async () => {
  const assessmentId = await made(patient, '突然嘴歪，说话不清')
  expect(await find(patient, assessmentId)).toMatchObject({
    value: {
      assessment: { stops: true },
      places: [{ institution: { zh: '江澜医院' }, address: { en: '1 Jianglan Road' } }, { institution: { zh: '安近医院' } }],
    },
  })
  const details = {
    sign: { zh: '可能是中风', en: 'possible stroke' },
    place: { zh: '江澜医院急诊科（江澜路 1 号）', en: 'the emergency department of Jianglan Hospital (1 Jianglan Road)' },
  }
  const startsAt = shanghai('2026-11-25', '10:00')
  expect(await hold(patient, startsAt, { assessmentId })).toMatchObject({ refusal: { code: 'triage.red-flag', details } })
  expect(await hold(patient, startsAt)).toMatchObject({ refusal: { code: 'triage.red-flag' } }) // her newest counts
  expect(await hold(patient, startsAt, { overrideReason: '我就要约' })).toMatchObject({ refusal: { code: 'triage.red-flag' } })
})

test('staff books against a red flag with a reason only, and it stays with the visit', async () => {
  const assessmentId = await made(world.butler, '吐血了')
  const startsAt = shanghai('2026-11-25', '11:00')
  expect(await hold(world.butler, startsAt)).toMatchObject({ refusal: { code: 'triage.red-flag' } })
  const held = await hold(world.butler, startsAt, { overrideReason: '急诊已看过，转来复查' })
  expect(held).toMatchObject({ ok: true })
  const { visitId, version } = held.ok ? (held.value as { visitId: string; version: number }) : { visitId: '', version: 0 }
  const { rows } = await system.owner.query('select assessment_id, override_reason from booking.visit where id = $1', [visitId])
  expect(rows).toEqual([{ assessment_id: assessmentId, override_reason: '急诊已看过，转来复查' }])
  await run(system.runtime, world.butler, cancelVisit, { visitId, version })
})

test('a red flag stands for a day, or until a doctor has decided otherwise', async () => {
  const other = await world.makePatient('高见深')
  const herself = patientOf(system.runtime, other)
  const first = await made(herself, '吐血了', other)
  await run(system.runtime, clinician(), decide, { assessmentId: first, personId: other, level: 'IVa', specialty: 'gastroenterology' })
  expect(await hold(herself, shanghai('2026-11-26', '10:00'), { assessmentId: first }, other)).toMatchObject({ ok: true })
  await made(herself, '吐血了', other)
  expect(await hold(herself, shanghai('2026-11-27', '10:00'), {}, other)).toMatchObject({ refusal: { code: 'triage.red-flag' } })
  pass(24)
  expect(await hold(herself, shanghai('2026-11-27', '10:00'), {}, other)).toMatchObject({ ok: true })
})

test('an assessment of somebody else does not serve, and another institution sees none', async () => {
  const assessmentId = await made(world.butler, '膝盖疼')
  const other = await world.makePatient('别人')
  const foreign = await hold(patientOf(system.runtime, other), shanghai('2026-11-28', '10:00'), { assessmentId }, other)
  expect(foreign).toMatchObject({ refusal: { code: 'triage.assessment-unknown' } })
  const outsider = staffOf(system.runtime, world.stranger, 'clinician')
  expect(await find(outsider, assessmentId)).toMatchObject({ refusal: { code: 'platform.person-not-open' } })
  expect(await tryCommand(system.runtime, outsider, assess, { personId, complaint: '疼' })).toMatchObject({
    refusal: { code: 'platform.person-not-open' },
  })
  expect(await find(patientOf(system.runtime, other), assessmentId, other)).toMatchObject({
    refusal: { code: 'triage.assessment-unknown' },
  })
})

test('who has not agreed to the terms is not assessed in the app, but at the desk', async () => {
  const unasked = await world.makePerson('未同意')
  expect(await tryCommand(system.runtime, patientOf(system.runtime, unasked), assess, { complaint: '疼' })).toMatchObject({
    refusal: { code: 'people.consent-missing' },
  })
  expect(await tryCommand(system.runtime, world.butler, assess, { personId: unasked, complaint: '疼' })).toMatchObject({ ok: true })
})

test('the list shows the newest first, page after page, none twice', async () => {
  const somebody = await world.makePatient('常来的')
  for (let place = 0; place < 23; place += 1) await made(world.butler, `第 ${place} 次`, somebody)
  const page = (after?: string) =>
    askQuery(system.runtime, listAssessments, world.butler, { personId: somebody, ...(after ? { after } : {}) }, 'r')
  const first = await page()
  const second = await page(first.ok ? (first.value.next ?? '') : '')
  const complaints = [first, second].flatMap((answer) => (answer.ok ? answer.value.items.map(({ complaint }) => complaint) : []))
  expect(complaints).toEqual([...Array(23).keys()].toReversed().map((place) => `第 ${place} 次`))
})

test('offerings are found by the specialty of the experts they need', async () => {
  const codes = async (specialty: string) => {
    const found = await askQuery(system.runtime, listOfferings, world.butler, { specialty: specialty as 'orthopaedics' }, 'r')
    return found.ok ? found.value.items.map(({ code }) => code) : []
  }
  expect(await codes('orthopaedics')).toEqual(['injection'])
  expect(await codes('cardiology')).toEqual([])
})
