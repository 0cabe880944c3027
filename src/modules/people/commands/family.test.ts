import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, patientOf, run, shanghai, staffOf, tryCommand, type World } from '../../../../test/support/world.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import { ask } from '../../../platform/operation/perform.ts'
import { createAccounts } from '../../../platform/session/index.ts'
import { cancelVisit, confirmVisit, holdVisit } from '../../booking/index.ts'
import { findVisit, listVisits } from '../../booking/queries/list-visits.ts'
import { listFamily } from '../queries/list-family.ts'
import { listOpenings } from '../queries/list-openings.ts'
import { openPerson } from '../queries/open-person.ts'
import { giveConsent, withdrawConsent } from './consent.ts'
import { addFamilyMember, endFamilyMember, linkFamily } from './family.ts'
import { invitePerson } from './invite-person.ts'

let system: TestSystem
let world: World
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
})
afterAll(() => system.close())

type Linked = { personId: Id<'person'>; proxyId: string }
const idNumber = '11010519491231002X'
const consent = { purpose: 'service', textVersion: 1 }
const child = { name: '小满', birthDate: '2020-05-20', relation: 'child', textVersion: 1 }

/** A patient who has agreed to the terms. */
async function agreedPatient(name: string): Promise<Actor & { personId: Id<'person'> }> {
  const personId = await world.makePerson(name)
  const patient = { ...patientOf(system.runtime, personId), personId }
  await run(system.runtime, patient, giveConsent, consent)
  return patient
}
const add = (actor: Actor, more: object = {}) => tryCommand(system.runtime, actor, addFamilyMember, { ...child, ...more })
const opens = async (actor: Actor, personId: Id<'person'>) => (await ask(system.runtime, openPerson, actor, { personId }, 'r')).ok

test('who acts for somebody agrees for her only until she has an account of her own', async () => {
  const mother = await agreedPatient('乔安')
  const { personId } = await run<Linked>(system.runtime, mother, addFamilyMember, { ...child, name: '小雪' })
  await run(system.runtime, mother, withdrawConsent, { personId, purpose: 'service' })
  await run(system.runtime, mother, giveConsent, { personId, ...consent })
  await createAccounts(system.runtime, [{ login: 'xiaoxue', password: 'x', name: { zh: '小雪', en: 'x' }, personId, roles: [] }])
  for (const [command, input] of [
    [withdrawConsent, { purpose: 'service' }],
    [giveConsent, consent],
  ] as const)
    expect(await tryCommand(system.runtime, mother, command, { personId, ...input })).toMatchObject({
      refusal: { code: 'people.consent-own' },
    })
})

test('a mother books, sees, confirms and cancels for her child, and stops at once when the link ends', async () => {
  const mother = await agreedPatient('罗嘉文')
  const { personId, proxyId } = await run<Linked>(system.runtime, mother, addFamilyMember, child)
  const held = await run<{ visitId: Id<'visit'>; version: number }>(
    system.runtime,
    mother,
    holdVisit,
    world.request(personId, shanghai('2026-11-24', '10:00')),
  )
  const booked = await run<{ version: number }>(system.runtime, mother, confirmVisit, { visitId: held.visitId, version: held.version })
  expect(await ask(system.runtime, listVisits, mother, { personId }, 'r')).toMatchObject({ value: { items: [{ id: held.visitId }] } })
  expect(await ask(system.runtime, listVisits, mother, {}, 'r')).toMatchObject({ value: { items: [] } })
  expect((await ask(system.runtime, findVisit, mother, { visitId: held.visitId, personId }, 'r')).ok).toBe(true)
  await run(system.runtime, mother, endFamilyMember, { proxyId })
  expect(await opens(mother, personId)).toBe(false)
  expect(await ask(system.runtime, listVisits, mother, { personId }, 'r')).toMatchObject({ refusal: { code: 'platform.person-not-open' } })
  expect(await ask(system.runtime, findVisit, mother, { visitId: held.visitId }, 'r')).toMatchObject({
    refusal: { code: 'platform.not-found' },
  })
  expect(await tryCommand(system.runtime, mother, cancelVisit, { visitId: held.visitId, version: booked.version })).toMatchObject({
    refusal: { code: 'platform.not-found' },
  })
  expect(await tryCommand(system.runtime, mother, holdVisit, world.request(personId, shanghai('2026-11-24', '15:00')))).toMatchObject({
    refusal: { code: 'platform.person-not-open' },
  })
})

test('without a row nobody sees a relative, and a link works one way only', async () => {
  const [son, father, other] = [await agreedPatient('江一帆'), await agreedPatient('江远山'), await agreedPatient('江上舟')]
  expect(await opens(son, father.personId)).toBe(false)
  await run(system.runtime, world.butler, linkFamily, { holderPersonId: son.personId, personId: father.personId, relation: 'parent' })
  expect([await opens(son, father.personId), await opens(father, son.personId), await opens(other, father.personId)]).toEqual([
    true,
    false,
    false,
  ])
  // He reads who acts for him, that his son looked, and may end it himself.
  const seen = await ask(system.runtime, listFamily, father, {}, 'r')
  expect(seen).toMatchObject({ value: { items: [{ holderPersonId: son.personId, other: { name: '江一帆' } }] } })
  expect(await ask(system.runtime, listOpenings, father, {}, 'r')).toMatchObject({
    value: { items: expect.arrayContaining([expect.objectContaining({ reason: 'proxy', operation: 'people.open-person' })]) },
  })
  const proxyId = seen.ok ? seen.value.items[0]?.proxyId : undefined
  expect(await tryCommand(system.runtime, other, endFamilyMember, { proxyId })).toMatchObject({
    refusal: { code: 'people.family-not-linked' },
  })
  await run(system.runtime, father, endFamilyMember, { proxyId })
  expect(await opens(son, father.personId)).toBe(false)
})

test('an app that looks every few seconds is written down once an hour', async () => {
  const mother = await agreedPatient('韩雪')
  const { personId } = await run<Linked>(system.runtime, mother, addFamilyMember, child)
  const looks = async () =>
    (await system.owner.query(`select from platform.person_opening where person_id = $1 and operation = 'people.open-person'`, [personId]))
      .rows.length
  for (let look = 0; look < 3; look += 1) await opens(mother, personId)
  expect(await looks()).toBe(1)
  system.runtime.clock.setOffset(system.runtime.clock.offset() + 3_600_000)
  await opens(mother, personId)
  expect(await looks()).toBe(2)
})

test('a desk links only persons whom its institution may see', async () => {
  const [one, other] = [await world.makePerson('甲'), await world.makePerson('乙')]
  const stranger = staffOf(system.runtime, world.stranger, 'butler')
  for (const [holderPersonId, personId] of [
    [one, other],
    [await world.makePerson('丙', stranger), other],
  ])
    expect(await tryCommand(system.runtime, stranger, linkFamily, { holderPersonId, personId, relation: 'spouse' })).toMatchObject({
      refusal: { code: 'platform.person-not-open' },
    })
})

test('five family members and no sixth, even when all are added at once; nobody is added twice, nor to herself', async () => {
  const holder = await agreedPatient('田雨')
  const answers = await Promise.all(Array.from({ length: 8 }, (_, place) => add(holder, { name: `孩子${place}` })))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(5)
  expect(answers.filter((answer) => !answer.ok && answer.refusal.code === 'platform.family-full')).toHaveLength(3)
  const [one, other] = [await world.makePerson('丁'), await world.makePerson('戊')]
  const link = (personId: string) =>
    tryCommand(system.runtime, world.butler, linkFamily, { holderPersonId: one, personId, relation: 'other' })
  const twice = await Promise.all([link(other), link(other)])
  expect(twice.map((answer) => (answer.ok ? 'ok' : answer.refusal.code)).toSorted()).toEqual(['ok', 'platform.family-already'])
  expect(await link(one)).toMatchObject({ refusal: { code: 'platform.family-self' } })
})

test('a known ID number proves nothing: the person is added with a code from the desk and her birth date', async () => {
  const known = await world.makePerson('钱秀兰', world.butler, { idNumber, birthDate: '1949-12-31' })
  const daughter = await agreedPatient('钱小满')
  const mother = { name: '钱秀兰', birthDate: '1949-12-31', relation: 'parent' }
  expect(await add(daughter, { ...mother, idNumber })).toMatchObject({ refusal: { code: 'people.known-already', details: {} } })
  const { code } = await run<{ code: string }>(system.runtime, world.butler, invitePerson, { personId: known })
  expect(await add(daughter, { ...mother, birthDate: '1949-12-30', code })).toMatchObject({ refusal: { code: 'people.code-wrong' } })
  expect(await add(daughter, { ...mother, idNumber, code: code.toUpperCase() })).toMatchObject({ ok: true, value: { personId: known } })
  expect(await add(await agreedPatient('别人'), { ...mother, code })).toMatchObject({ refusal: { code: 'people.code-wrong' } })
})

test('who has not agreed to the terms adds nobody', async () => {
  expect(await add(patientOf(system.runtime, await world.makePerson('己')))).toMatchObject({ refusal: { code: 'people.consent-missing' } })
})

test('a desk reads the names of relatives on its own cards only', async () => {
  const mother = await agreedPatient('孟晚')
  const { personId } = await run<Linked>(system.runtime, mother, addFamilyMember, child)
  const atDesk = await ask(system.runtime, listFamily, world.butler, { personId: mother.personId }, 'r')
  expect(atDesk).toMatchObject({ value: { items: [{ personId, other: null }] } })
})
