import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { factOf, recordAll } from '../../../../test/support/facts.ts'
import { createTestSystem, monday, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, patientOf, run, shanghai, staffOf, type World } from '../../../../test/support/world.ts'
import type { Id } from '../../../kernel/id.ts'
import { plus } from '../../../kernel/time.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import { ask } from '../../../platform/operation/perform.ts'
import { confirmVisit, holdVisit } from '../../booking/index.ts'
import { withdrawConsent } from '../commands/consent.ts'
import { linkFamily } from '../commands/family.ts'
import { type FactKind, noKnownAllergy } from '../index.ts'
import { listFacts } from './list-facts.ts'
import { listOpenings } from './list-openings.ts'
import { openPerson } from './open-person.ts'
import { showPortrait } from './show-portrait.ts'

let system: TestSystem
let world: World
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
})
afterAll(() => system.close())

const portrait = async (actor: Actor, personId: Id<'person'>) => {
  const answer = await ask(system.runtime, showPortrait, actor, { personId }, 'r')
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
type Filter = { kind?: FactKind; institutionId?: Id<'institution'> }

/** The whole timeline, page after page. */
const timeline = async (actor: Actor, personId: Id<'person'>, filter: Filter = {}) => {
  const items = []
  for (let after: string | undefined, more = true; more; ) {
    const page = await ask(system.runtime, listFacts, actor, { personId, ...filter, ...(after ? { after } : {}) }, 'r')
    if (!page.ok) throw new Error(page.refusal.code)
    items.push(...page.value.items)
    after = page.value.next ?? undefined
    more = after !== undefined
  }
  return items
}

/** A patient of a visit at hospital, clinic and imaging centre, with facts of hospital and stranger. */
async function patientWithVisit() {
  const personId = await world.makePatient('周静怡')
  const day = plus(monday, { days: 1 + visits })
  visits += 1
  const held = await run<{ visitId: string; version: number }>(
    system.runtime,
    world.butler,
    holdVisit,
    world.request(personId, shanghai(day.slice(0, 10), '10:00')),
  )
  await run(system.runtime, world.butler, confirmVisit, { visitId: held.visitId, version: held.version })
  const [own, foreign] = [
    { personId, institutionId: world.hospital },
    { personId, institutionId: world.stranger },
  ]
  await recordAll(system.runtime, [
    factOf(own, 'problem', '房颤'),
    factOf(own, 'medication', '华法林 3 mg'),
    factOf(foreign, 'problem', '膝骨关节炎'),
    factOf(foreign, 'problem', '胃炎', { status: 'ended' }),
    factOf(foreign, 'problem', '记错的', { status: 'entered-in-error' }),
    factOf(foreign, 'allergy', '青霉素', { note: '皮疹' }),
    factOf(foreign, 'medication', '对乙酰氨基酚'),
    factOf(foreign, 'imaging', '右膝 MRI'),
  ])
  return personId
}
let visits = 0
const doctor = () => staffOf(system.runtime, world.hospital, 'clinician')
const seenAs = (items: readonly { name: { zh: string }; institution: { zh: string }; why: string }[]) =>
  items.map(({ name, institution, why }) => `${name.zh} ${institution.zh} ${why}`).toSorted()

test('every fact says where it comes from and why it may be seen, and the look is written down', async () => {
  const personId = await patientWithVisit()
  const seen = await portrait(doctor(), personId)
  expect(seen).toMatchObject({ whyVisible: 'visit', visibleUntil: expect.any(String) })
  expect(seenAs(seen.problems.active)).toEqual(['房颤 医院 own', '膝骨关节炎 外人 visit'].toSorted())
  expect(seenAs(seen.problems.ended)).toEqual(['胃炎 外人 visit'])
  expect(seenAs(seen.medication.active)).toEqual(['华法林 3 mg 医院 own', '对乙酰氨基酚 外人 medicine-safety'].toSorted())
  expect(seenAs(seen.allergies.items)).toEqual(['青霉素 外人 medicine-safety'])
  expect(seen.kinds).toContainEqual({ kind: 'problem', shown: 3 })
  expect(seen.institutions).toMatchObject([
    { name: { zh: '外人' }, shown: 5, withheld: 0, why: 'visit' },
    { name: { zh: '医院' }, shown: 2, withheld: 0, why: 'own' },
  ])
  const saw = await ask(system.runtime, listOpenings, patientOf(system.runtime, personId), {}, 'r')
  expect(saw).toMatchObject({ value: { items: expect.arrayContaining([expect.objectContaining({ operation: 'people.show-portrait' })]) } })
})

test('without her consent an institution sees its own facts and what medicine safety demands; of the others only how many', async () => {
  const personId = await patientWithVisit()
  await run(system.runtime, patientOf(system.runtime, personId), withdrawConsent, { purpose: 'service' })
  const seen = await portrait(doctor(), personId)
  expect(seen.institutions).toMatchObject([
    { name: { zh: '医院' }, shown: 2, withheld: 0, why: 'own' },
    { name: { zh: '外人' }, shown: 2, withheld: 3, why: null },
  ])
  expect(seenAs(seen.problems.active)).toEqual(['房颤 医院 own'])
  expect(seen.imaging).toEqual([])
  expect(JSON.stringify([seen, await timeline(doctor(), personId)])).not.toMatch(/膝|胃炎|记错/)
  expect(await timeline(doctor(), personId, { institutionId: world.stranger })).toHaveLength(2)
})

test('a registration shows what the institution itself has recorded, also where she agreed', async () => {
  const personId = await world.makePatient('江一帆')
  await recordAll(system.runtime, [
    factOf({ personId, institutionId: world.operator }, 'problem', '高血压'),
    factOf({ personId, institutionId: world.hospital }, 'problem', '房颤'),
  ])
  const seen = await portrait(world.butler, personId)
  expect(seen).toMatchObject({ whyVisible: 'registration', institutions: [{ withheld: 0 }, { shown: 0, withheld: 1, why: null }] })
  expect(seenAs(seen.problems.active)).toEqual(['高血压 运营 own'])
  // A reason of care beside it shows more, also where it ends sooner.
  await system.owner.query(
    `insert into platform.person_grant (id, person_id, institution_id, reason, subject_id, valid_from, valid_until) values ($1, $2, $3, 'referral', $1, $4, $5)`,
    [randomUUID(), personId, world.operator, monday, plus(monday, { days: 1 })],
  )
  const referred = await portrait(world.butler, personId)
  expect(referred).toMatchObject({ whyVisible: 'referral', visibleUntil: plus(monday, { days: 1 }) })
  expect(seenAs(referred.problems.active)).toEqual(['房颤 医院 referral', '高血压 运营 own'].toSorted())
})

test('she herself and who acts for her see everything that is not in error', async () => {
  const personId = await patientWithVisit()
  const holderPersonId = await world.makePatient('女儿')
  await run(system.runtime, world.butler, linkFamily, { holderPersonId, personId, relation: 'parent' })
  for (const [viewer, why] of [
    [personId, 'self'],
    [holderPersonId, 'proxy'],
  ] as const) {
    const items = await timeline(patientOf(system.runtime, viewer), personId)
    expect([items.length, new Set(items.map((item) => item.why))]).toEqual([7, new Set([why])])
    expect((await portrait(patientOf(system.runtime, viewer), personId)).institutions.every(({ withheld }) => withheld === 0)).toBe(true)
  }
})

test('nothing opens for another institution, nor for anybody after the grant has ended', async () => {
  const personId = await patientWithVisit()
  const refused = { refusal: { code: 'platform.person-not-open' } }
  for (const query of [showPortrait, listFacts, openPerson])
    expect(await ask(system.runtime, query as typeof showPortrait, staffOf(system.runtime, world.stranger, 'clinician'), { personId }, 'r'))
      // The stranger has recorded facts of her, and still has no reason to look.
      .toMatchObject(refused)
  const { visibleUntil } = await portrait(doctor(), personId)
  const { clock } = system.runtime
  const before = clock.offset()
  clock.setOffset(before + Date.parse(visibleUntil ?? '') - Date.parse(clock.now()) - 1)
  expect((await portrait(doctor(), personId)).problems.active).toHaveLength(2)
  clock.setOffset(clock.offset() + 1)
  for (const query of [showPortrait, listFacts, openPerson])
    expect(await ask(system.runtime, query as typeof showPortrait, doctor(), { personId }, 'r')).toMatchObject(refused)
  clock.setOffset(before)
})

test('a timeline comes page by page, each fact once, the newest first, also where many happened at one moment', async () => {
  const personId = await world.makePatient('解缙')
  const fact = (place: number) =>
    factOf(
      { personId, institutionId: place % 3 === 0 ? world.hospital : world.clinic },
      place % 2 === 0 ? 'measurement' : 'visit',
      `${place}`,
      {
        happenedAt: plus(monday, { days: -Math.floor(place / 60) }),
      },
    )
  await recordAll(
    system.runtime,
    Array.from({ length: 170 }, (_, place) => fact(place)),
  )
  const patient = patientOf(system.runtime, personId)
  const items = await timeline(patient, personId)
  expect(new Set(items.map(({ id }) => id)).size).toBe(170)
  expect(items.map(({ happenedAt }) => happenedAt)).toEqual(
    items
      .map(({ happenedAt }) => happenedAt)
      .toSorted()
      .reverse(),
  )
  expect(await timeline(patient, personId, { kind: 'visit', institutionId: world.hospital })).toHaveLength(
    items.filter(({ kind, institutionId }) => kind === 'visit' && institutionId === world.hospital).length,
  )
  expect(await ask(system.runtime, listFacts, patient, { personId, after: 'nonsense' }, 'r')).toMatchObject({ ok: true })
})

test('a curve is of one code in one unit, at most forty points, the oldest first, and what was found abnormal comes first', async () => {
  const personId = await world.makePatient('罗嘉文')
  const of = { personId, institutionId: world.hospital }
  const measured = (code: string, unit: string, value: number | null, daysAgo: number, more = {}) =>
    factOf(of, 'measurement', code, { code: { system: 'lab', code }, unit, value, happenedAt: plus(monday, { days: -daysAgo }), ...more })
  await recordAll(system.runtime, [
    ...Array.from({ length: 45 }, (_, day) => measured('glucose', 'mmol/L', 5 + day / 100, day)),
    measured('glucose', 'mg/dL', 99, 400),
    measured('inr', '1', 2.6, 3, { flag: 'high', low: 2, high: 2.5 }),
    measured('culture', '', null, 1, { note: '未见生长' }),
  ])
  const { measurements } = await portrait(patientOf(system.runtime, personId), personId)
  expect(measurements.map(({ latest, points }) => [latest.name.zh, latest.unit, latest.value, points.length])).toEqual([
    ['inr', '1', 2.6, 1],
    ['glucose', 'mmol/L', 5, 40],
    ['culture', '', null, 0],
    ['glucose', 'mg/dL', 99, 1],
  ])
  const points = measurements[1]?.points ?? []
  expect([points[0]?.value, points.at(-1)]).toEqual([5.39, { at: monday, value: 5 }])
})

test('the banner tells allergies, that none is known, and that nothing was recorded apart', async () => {
  const personId = await world.makePatient('查宛如')
  const banner = () => ask(system.runtime, openPerson, world.butler, { personId }, 'r')
  expect(await banner()).toMatchObject({ value: { allergies: [], noneKnown: false, commitments: { open: 0, nextDueAt: null } } })
  const of = { personId, institutionId: world.hospital }
  await recordAll(system.runtime, [factOf(of, 'allergy', '无已知过敏', { code: noKnownAllergy })])
  expect(await banner()).toMatchObject({ value: { allergies: [], noneKnown: true } })
  await recordAll(system.runtime, [factOf(of, 'allergy', '青霉素', { note: '皮疹' })])
  expect(await banner()).toMatchObject({ value: { allergies: [{ name: { zh: '青霉素', en: '青霉素' }, note: '皮疹' }], noneKnown: false } })
})
