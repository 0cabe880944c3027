import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Bundle, changedPatient, type Json, ownBundles, ownPatient, resourceOf } from '../../../../test/support/bundles.ts'
import { load, refused, rowsOf } from '../../../../test/support/imports.ts'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, tryCommand } from '../../../../test/support/world.ts'
import { systemActor } from '../../../platform/operation/perform.ts'
import { importBundle } from './import-bundle.ts'

let system: TestSystem
beforeEach(async () => {
  system = await createTestSystem()
  await makeWorld(system.runtime)
})
afterEach(() => system.close())

describe('one person', () => {
  const elsewhere = (change: (patient: Json) => void = () => undefined) =>
    JSON.stringify({
      resourceType: 'Bundle',
      type: 'collection',
      entry: changedEntries(change),
    })
  /** The same patient at another sender: another address, one identifier in common, another condition. */
  const changedEntries = (change: (patient: Json) => void) => {
    const bundle = JSON.parse(ownPatient()) as Bundle
    const patient = resourceOf(bundle, 'Patient')
    const [, own] = patient.identifier as Json[]
    change(Object.assign(patient, { id: 'P7', identifier: [own, { system: 'urn:elsewhere', value: '7' }] }))
    const condition = { ...resourceOf(bundle, 'Condition'), id: 'C7', code: { text: '痛风' }, subject: { reference: 'Patient/P7' } }
    delete (condition as Json).encounter
    return [{ resource: patient }, { resource: condition }]
  }

  test('is who is named by the same identifier in two bundles, and whoever knows her new identifier finds her', async () => {
    await load(system, ownPatient())
    expect(await load(system, elsewhere())).toMatchObject({ persons: 0, facts: 1 })
    const claim = { resourceType: 'Claim', id: 'x', patient: { reference: 'Patient?identifier=urn:elsewhere|7' } }
    await load(system, JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: claim }] }))
    expect(await rowsOf(system, 'select count(*)::int from people.person')).toEqual([{ count: 1 }])
    expect(await rowsOf(system, 'select count(distinct person_id)::int from people.source_resource where person_id is not null')).toEqual([
      { count: 1 },
    ])
  })

  test('is never guessed: another birth date, or another name with one ID number, is refused by its place', async () => {
    await load(system, ownPatient())
    expect(
      await refused(
        system,
        elsewhere((patient) => Object.assign(patient, { birthDate: '1982-04-18' })),
      ),
    ).toMatch(/^entry\[0\]\.resource\.birthDate: differs from the person who is known by entry\[0\]\.resource\.identifier\[0\]/)
    const renamed = changedPatient((bundle) => Object.assign(resourceOf(bundle, 'Patient'), { name: [{ text: '陆知微' }] }))
    expect(await refused(system, renamed)).toMatch(/^entry\[0\]\.resource\.name: differs/)
    const wrongNumber = changedPatient((bundle) =>
      Object.assign(resourceOf(bundle, 'Patient'), { identifier: [{ system: 'urn:oid:2.16.156.10011.1.3', value: '990100197204180021' }] }),
    )
    expect(await refused(system, wrongNumber)).toMatch(/^entry\[0\]\.resource\.identifier\[0\]\.value: The check character/)
  })

  test('is not two: identifiers of two known persons in one Patient are refused', async () => {
    await load(system, ownPatient())
    await load(
      system,
      elsewhere((patient) => Object.assign(patient, { identifier: [{ system: 'urn:elsewhere', value: '7' }] })),
    )
    const both = changedPatient((bundle) =>
      (resourceOf(bundle, 'Patient').identifier as Json[]).push({ system: 'urn:elsewhere', value: '7' }),
    )
    expect(await refused(system, both)).toMatch(/^entry\[0\]\.resource\.identifier\[2\]: .* two different persons/)
  })

  test('is made once by two imports at the same moment', async () => {
    await Promise.all([load(system, ownPatient()), load(system, elsewhere()), load(system, ownPatient())])
    expect(await rowsOf(system, 'select count(*)::int from people.person')).toEqual([{ count: 1 }])
  })
})

test('an unknown institution, or none at all, is refused in words', async () => {
  const text = ownPatient()
  expect(await tryCommand(system.runtime, systemActor, importBundle, { text, institution: '没有', consent: false })).toMatchObject({
    refusal: { code: 'people.institution-unknown', details: { name: '没有' } },
  })
})

test('one hospital by identifier, by name, and by what came before is one institution; a department is none', async () => {
  for (const { text } of ownBundles()) await load(system, text)
  const named = { resourceType: 'Organization', id: 'again', name: '溯云社区诊所' }
  await load(system, JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: named }] }))
  expect(await rowsOf(system, `select name_zh, kind from network.institution where name_zh ~ '青岚|溯云|心内' order by 1`)).toEqual([
    { name_zh: '溯云社区诊所', kind: 'clinic' },
    { name_zh: '青岚人民医院', kind: 'hospital' },
  ])
  expect(await rowsOf(system, 'select id from network.practitioner where name_zh = $1', ['沈怀瑾'])).toEqual([])
})
