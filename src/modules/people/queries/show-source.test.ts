import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { changedPatient, ownPatient, resourceOf } from '../../../../test/support/bundles.ts'
import { importedPerson, load, rowsOf } from '../../../../test/support/imports.ts'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, patientOf, run, staffOf, tryCommand, type World } from '../../../../test/support/world.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import { ask } from '../../../platform/operation/perform.ts'
import { recordConsent, withdrawConsent } from '../commands/consent.ts'
import { findPeople } from './find-people.ts'
import { openPerson } from './open-person.ts'
import { showSource } from './show-source.ts'

let system: TestSystem
let world: World
beforeEach(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
})
afterEach(() => system.close())

describe('who sees it', () => {
  const source = (actor: Actor, person: Id<'person'>, factId: unknown) =>
    ask(system.runtime, showSource, actor, { personId: person, factId: factId as Id<'fact'> }, 'r')
  const factIdOf = async (name: string) => (await rowsOf(system, 'select id from people.fact where name_zh = $1', [name]))[0]?.id

  test('only who brought it in, as one at whom she is registered: its own facts and those of medicine safety', async () => {
    await load(system, ownPatient(), { institution: '诊所' })
    const clinician = staffOf(system.runtime, world.clinic, 'clinician')
    const person = await importedPerson(system)
    expect(await ask(system.runtime, findPeople, clinician, { text: 'wzw' }, 'r')).toMatchObject({ value: { items: [{ name: '闻知微' }] } })
    expect(await ask(system.runtime, openPerson, clinician, { personId: person }, 'r')).toMatchObject({
      value: { whyVisible: 'registration' },
    })
    expect(await source(clinician, person, await factIdOf('氨氯地平片 5 mg'))).toMatchObject({ ok: true })
    expect(await source(clinician, person, await factIdOf('血钾'))).toMatchObject({ refusal: { code: 'people.fact-without-source' } })
    for (const institution of [world.operator, world.stranger]) {
      const other = staffOf(system.runtime, institution, 'clinician', 'butler')
      expect(await ask(system.runtime, findPeople, other, { text: 'wzw' }, 'r')).toMatchObject({ value: { items: [] } })
      expect(await source(other, person, await factIdOf('氨氯地平片 5 mg'))).toMatchObject({
        refusal: { code: 'platform.person-not-open' },
      })
    }
  })

  test('with her consent on paper everything, as it was sent to the last digit, until she takes it back', async () => {
    await load(system, ownPatient(), { consent: true })
    const person = await importedPerson(system)
    const shown = await source(world.butler, person, await factIdOf('血钾'))
    expect(shown).toMatchObject({ value: { type: 'Observation', version: 1, receivedBy: { zh: '运营' } } })
    if (shown.ok) expect(shown.value.resource).toContain('"value":4.10,')
    await run(system.runtime, patientOf(system.runtime, person), withdrawConsent, { purpose: 'history' })
    expect(await load(system, ownPatient(), { consent: true })).toMatchObject({ withdrawn: 1 }) // a file does not give it again
    expect(await source(world.butler, person, await factIdOf('血钾'))).toMatchObject({ refusal: { code: 'people.fact-without-source' } })
  })

  test('of several institutions each by a consent of its own, which a desk records anew', async () => {
    await load(system, ownPatient(), { consent: true })
    await load(system, ownPatient(), { consent: true, institution: '诊所' })
    const person = await importedPerson(system)
    const clinic = staffOf(system.runtime, world.clinic, 'butler')
    expect(await source(clinic, person, await factIdOf('血钾'))).toMatchObject({ ok: true })
    const consent = { personId: person, purpose: 'history', textVersion: 1 }
    expect(await tryCommand(system.runtime, clinic, recordConsent, consent)).toMatchObject({ refusal: { code: 'people.consent-stands' } })
    await run(system.runtime, patientOf(system.runtime, person), withdrawConsent, { purpose: 'history' })
    expect(await source(clinic, person, await factIdOf('血钾'))).toMatchObject({ ok: false })
    await run(system.runtime, clinic, recordConsent, consent)
    expect(await source(clinic, person, await factIdOf('血钾'))).toMatchObject({ ok: true })
    expect(await source(world.butler, person, await factIdOf('血钾'))).toMatchObject({ ok: false })
  })

  test('a hospital where she was treated lately, until ninety days after; one of long ago not', async () => {
    await load(system, ownPatient())
    expect(
      await rowsOf(
        system,
        `select i.name_zh, g.reason, g.valid_until from platform.person_grant g join network.institution i on i.id = g.institution_id
      where reason = 'visit'`,
      ),
    ).toEqual([{ name_zh: '青岚人民医院', reason: 'visit', valid_until: new Date('2026-12-13T01:45:00Z') }])
    const cancelled = changedPatient((bundle) => Object.assign(resourceOf(bundle, 'Encounter'), { status: 'cancelled' }))
    await load(system, cancelled)
    expect(
      await rowsOf(system, `select from platform.person_grant where reason = 'visit' and valid_until > $1`, [system.runtime.clock.now()]),
    ).toEqual([])
  })
})
