import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, patientOf, run, staffOf, tryCommand, type World } from '../../../../test/support/world.ts'
import type { Id } from '../../../kernel/id.ts'
import { plus } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { ask } from '../../../platform/operation/perform.ts'
import { everything, transact } from '../../../platform/transaction/index.ts'
import { askConsent } from '../index.ts'
import { openPerson } from '../queries/open-person.ts'
import { showConsents } from '../queries/show-consents.ts'
import { giveConsent, recordConsent, withdrawConsent } from './consent.ts'
import { showPerson } from './show-person.ts'

let system: TestSystem
let world: World
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
})
afterAll(() => system.close())

const consent = { purpose: 'service', textVersion: 1 }

/** Runs in one transaction over the network, as a command of another room does. */
const inWork = <Answer>(run: (work: Work) => Promise<Answer>): Promise<Answer> => {
  const now = system.runtime.clock.now()
  return transact(system.runtime.database, everything, async (db) => ({
    commit: true,
    value: await run({
      db,
      now,
      actor: world.butler,
      requestId: 'r',
      operation: 'test',
      newId: () => system.runtime.newId(now),
      publish: async () => undefined,
      lastly: (statements) => statements(),
    }),
  }))
}
const agreed = async (personId: Id<'person'>) => (await inWork((work) => askConsent(work, personId))).ok

test('a consent stands from the yes until it is withdrawn, and the trail keeps both', async () => {
  const personId = await world.makePerson('周静怡')
  const patient = patientOf(system.runtime, personId)
  expect(await agreed(personId)).toBe(false)
  const [first, again] = await Promise.all([1, 2].map(() => run(system.runtime, patient, giveConsent, consent)))
  expect(again).toEqual(first)
  expect(await agreed(personId)).toBe(true)
  await run(system.runtime, patient, withdrawConsent, { purpose: 'service' })
  expect(await agreed(personId)).toBe(false)
  expect(await tryCommand(system.runtime, patient, withdrawConsent, { purpose: 'service' })).toMatchObject({
    refusal: { code: 'people.consent-none' },
  })
  await run(system.runtime, patient, giveConsent, consent)
  expect(await ask(system.runtime, showConsents, patient, {}, 'r')).toMatchObject({
    value: { missing: [], items: [{ withdrawnAt: null }, { withdrawnAt: system.runtime.clock.now() }] },
  })
})

test('a text that does not exist yet, or no longer holds, cannot be agreed', async () => {
  const patient = patientOf(system.runtime, await world.makePerson('高见深'))
  expect(await tryCommand(system.runtime, patient, giveConsent, { ...consent, textVersion: 2 })).toMatchObject({
    refusal: { code: 'people.consent-text-old', details: { newest: 1 } },
  })
})

test('nobody agrees for a stranger', async () => {
  const [one, other] = [await world.makePerson('甲'), await world.makePerson('乙')]
  for (const command of [giveConsent, withdrawConsent])
    expect(await tryCommand(system.runtime, patientOf(system.runtime, one), command, { ...consent, personId: other })).toMatchObject({
      ok: false,
    })
  expect(await agreed(other)).toBe(false)
})

test('what a desk records says at which institution; another institution records nothing', async () => {
  const personId = await world.makePerson('罗嘉文')
  const input = { personId, ...consent }
  expect(await tryCommand(system.runtime, staffOf(system.runtime, world.stranger, 'butler'), recordConsent, input)).toMatchObject({
    refusal: { code: 'platform.person-not-open' },
  })
  await run(system.runtime, world.butler, recordConsent, input)
  expect(await ask(system.runtime, showConsents, world.butler, { personId }, 'r')).toMatchObject({
    value: { missing: [], items: [{ institution: { zh: '运营' } }] },
  })
})

test('withdrawing ends at once what an institution may see by consent', async () => {
  const personId = await world.makePerson('江一帆')
  const patient = patientOf(system.runtime, personId)
  const { consentId } = await run<{ consentId: string }>(system.runtime, patient, giveConsent, consent)
  const until = plus(system.runtime.clock.now(), { days: 30 })
  await inWork((work) => showPerson(work, { personId, institutionIds: [world.imaging], reason: 'consent', subjectId: consentId, until }))
  const sees = async () =>
    (await ask(system.runtime, openPerson, staffOf(system.runtime, world.imaging, 'clinician'), { personId }, 'r')).ok
  expect(await sees()).toBe(true)
  await run(system.runtime, patient, withdrawConsent, { purpose: 'service' })
  expect(await sees()).toBe(false)
  const { rows } = await system.owner.query('select from people.card where person_id = $1 and institution_id = $2', [
    personId,
    world.imaging,
  ])
  expect(rows).toEqual([])
})
