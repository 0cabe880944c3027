import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type Bundle,
  changedPatient,
  type Json,
  ownBundles,
  ownPatient,
  resourceOf,
  someBundles,
} from '../../../../test/support/bundles.ts'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, patientOf, run, staffOf, tryCommand, type World } from '../../../../test/support/world.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import { ask, systemActor } from '../../../platform/operation/perform.ts'
import { findPeople } from '../queries/find-people.ts'
import { openPerson } from '../queries/open-person.ts'
import { showSource } from '../queries/show-source.ts'
import { recordConsent, withdrawConsent } from './consent.ts'
import { importBundle } from './import-bundle.ts'

let system: TestSystem
let world: World
beforeEach(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
})
afterEach(() => system.close())

type Counts = { readonly new: number; readonly changed: number; readonly unchanged: number }
type Imported = { readonly types: readonly ({ readonly type: string } & Counts)[]; readonly facts: number; readonly persons: number }

const load = (text: string, more: object = {}, on = system) =>
  run<Imported>(on.runtime, systemActor, importBundle, { text, institution: null, consent: false, ...more })
const refused = async (text: string) => {
  const result = await tryCommand(system.runtime, systemActor, importBundle, { text, institution: null, consent: false })
  const { path, problem } = result.ok ? { path: 'taken', problem: '' } : result.refusal.details
  return `${path}: ${typeof problem === 'object' ? problem.en : problem}`
}
const total = ({ types }: Imported, state: keyof Counts) => types.reduce((sum, type) => sum + type[state], 0)
const rowsOf = async (query: string, values: unknown[] = [], on = system): Promise<Json[]> => (await on.owner.query(query, values)).rows

/** Every row that an import may write, as one hash. */
async function everything(): Promise<string> {
  const tables = ['person', 'identifier', 'card', 'search_token', 'consent', 'fact', 'source_resource', 'source_identifier'].map(
    (table) => `people.${table}`,
  )
  const hash = createHash('sha256')
  for (const table of [...tables, 'network.institution', 'platform.person_grant', 'platform.outbox'])
    hash.update(JSON.stringify(await rowsOf(`select t::text as row from ${table} t order by 1`)))
  return hash.digest('hex')
}
const factNames = async () =>
  (await rowsOf(`select coalesce(name_zh, name_en) as name from people.fact where status <> 'entered-in-error' order by 1`)).map(
    ({ name }) => name,
  )
const personId = async () =>
  (await rowsOf('select person_id from people.source_resource where type = $1', ['Patient']))[0]?.person_id as Id<'person'>

describe('every bundle', () => {
  test('is found again as sent, whole; a second time changes nothing and says so', async () => {
    const bundles = someBundles()
    for (const { text } of bundles) {
      const imported = await load(text, { consent: true })
      expect(total(imported, 'new') + total(imported, 'changed') + total(imported, 'unchanged')).toBe(
        (JSON.parse(text) as Bundle).entry.length,
      )
    }
    const before = await everything()
    for (const { text } of bundles) {
      const again = await load(text, { consent: true })
      expect([total(again, 'new'), total(again, 'changed'), again.facts, again.persons]).toEqual([0, 0, 0, 0])
      for (const { resource, fullUrl } of (JSON.parse(text) as Bundle).entry) {
        const kept = await rowsOf('select resource::text as text, resource from people.source_resource where address = $1', [fullUrl])
        expect(kept.map((row) => row.resource)).toContainEqual(resource)
        const asSent = JSON.stringify(resource).replace('"value":4.1,', '"value":4.10,') // the one number that JSON.parse shortens
        expect(kept.map((row) => row.text)).toContain(asSent)
      }
    }
    expect(await everything()).toBe(before)
  })

  test('says the same in any order', async () => {
    const bundles = someBundles()
    const factsAfter = async (order: typeof bundles) => {
      const fresh = await createTestSystem()
      try {
        await makeWorld(fresh.runtime)
        for (const { text } of order) await load(text, {}, fresh)
        return await rowsOf(
          `select s.address, split_part(f.source_id, '#', 2) as part, p.name as person, i.name_zh as institution, f.kind, f.status, f.code_system, f.code, f.name_zh, f.name_en,
            f.value, f.unit, f.low, f.high, f.flag, f.note, f.happened_at, f.ended_at
          from people.fact f join people.person p on p.id = f.person_id join network.institution i on i.id = f.institution_id
            join people.source_resource s on s.id::text = split_part(f.source_id, '#', 1) and s.replaced_at is null order by 1, 2`,
          [],
          fresh,
        )
      } finally {
        await fresh.close()
      }
    }
    const expected = await factsAfter(bundles)
    expect(expected.length).toBeGreaterThan(10)
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(bundles, { minLength: bundles.length }), async (order) => {
        expect(await factsAfter(order)).toEqual(expected)
      }),
      { numRuns: 3 },
    )
  }, 60_000)

  test('is all in or not at all', async () => {
    const before = await everything()
    for (const { text } of someBundles()) {
      const bundle = JSON.parse(text) as Bundle
      const middle = Math.floor(bundle.entry.length / 2)
      Object.assign(bundle.entry[middle]?.resource ?? {}, { basedOn: [{ reference: 'urn:uuid:nobody' }] })
      expect(await refused(JSON.stringify(bundle))).toBe(
        `entry[${middle}].resource.basedOn[0].reference: urn:uuid:nobody is not in this bundle and not known`,
      )
    }
    expect(await everything()).toBe(before)
  })
})

test('a patient becomes a person with facts, each from where it was', async () => {
  await load(ownPatient())
  expect(
    await rowsOf(
      'select name, name_pinyin, sex, birth_date::text, phone, i.value from people.person p join people.identifier i on i.person_id = p.id and i.system = $1',
      ['resident-id'],
    ),
  ).toEqual([
    {
      name: '闻知微',
      name_pinyin: 'wen zhi wei',
      sex: 'female',
      birth_date: '1972-04-18',
      phone: '13800001972',
      value: '990100197204180020',
    },
  ])
  const facts =
    await rowsOf(`select f.kind, f.status, coalesce(f.name_zh, f.name_en) as name, f.code, f.value, f.unit, f.flag, f.note, i.name_zh as institution
    from people.fact f join network.institution i on i.id = f.institution_id order by kind, name`)
  const fact = (kind: string, status: string, name: string, code: string | null, more: object = {}) => ({
    ...{ kind, status, name, code, value: null, unit: null, flag: null, note: null, institution: '青岚人民医院' },
    ...more,
  })
  expect(facts).toEqual(
    [
      fact('allergy', 'active', '青霉素', '764146007', { note: 'criticality: high; 皮疹, moderate', institution: '运营' }),
      fact('document', 'active', '电解质报告', '24326-1', { note: '血钾正常' }),
      fact('immunisation', 'active', '流感疫苗', '141', { note: 'lot QL2510', institution: '运营' }),
      fact('measurement', 'active', '吸烟情况', '72166-2', { note: '从不吸烟' }),
      fact('measurement', 'active', '收缩压', '8480-6', { value: 152, unit: 'mmHg', flag: 'high' }),
      fact('measurement', 'active', '舒张压', '8462-4', { value: 88, unit: 'mmHg' }),
      fact('measurement', 'active', '血钾', '2823-3', { value: 4.1, unit: 'mmol/L' }),
      fact('medication', 'active', '氨氯地平片 5 mg', 'C08CA01', { note: '每日一次，每次一片，早晨口服' }),
      fact('problem', 'active', '原发性高血压', 'I10', { note: 'date as sent: 2019' }),
      fact('problem', 'ended', '肺炎', 'J18.9', { note: 'date as sent: 2024-11', institution: '运营' }),
      fact('procedure', 'active', '心电图检查', '29303009'),
      fact('visit', 'ended', '心内科门诊', null),
    ].toSorted((a, b) => Buffer.compare(Buffer.from(`${a.kind} ${a.name}`), Buffer.from(`${b.kind} ${b.name}`))),
  )
})

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
    await load(ownPatient())
    expect(await load(elsewhere())).toMatchObject({ persons: 0, facts: 1 })
    const claim = { resourceType: 'Claim', id: 'x', patient: { reference: 'Patient?identifier=urn:elsewhere|7' } }
    await load(JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: claim }] }))
    expect(await rowsOf('select count(*)::int from people.person')).toEqual([{ count: 1 }])
    expect(await rowsOf('select count(distinct person_id)::int from people.source_resource where person_id is not null')).toEqual([
      { count: 1 },
    ])
  })

  test('is never guessed: another birth date, or another name with one ID number, is refused by its place', async () => {
    await load(ownPatient())
    expect(await refused(elsewhere((patient) => Object.assign(patient, { birthDate: '1982-04-18' })))).toMatch(
      /^entry\[0\]\.resource\.birthDate: differs from the person who is known by entry\[0\]\.resource\.identifier\[0\]/,
    )
    const renamed = changedPatient((bundle) => Object.assign(resourceOf(bundle, 'Patient'), { name: [{ text: '陆知微' }] }))
    expect(await refused(renamed)).toMatch(/^entry\[0\]\.resource\.name: differs/)
    const wrongNumber = changedPatient((bundle) =>
      Object.assign(resourceOf(bundle, 'Patient'), { identifier: [{ system: 'urn:oid:2.16.156.10011.1.3', value: '990100197204180021' }] }),
    )
    expect(await refused(wrongNumber)).toMatch(/^entry\[0\]\.resource\.identifier\[0\]\.value: The check character/)
  })

  test('is not two: identifiers of two known persons in one Patient are refused', async () => {
    await load(ownPatient())
    await load(elsewhere((patient) => Object.assign(patient, { identifier: [{ system: 'urn:elsewhere', value: '7' }] })))
    const both = changedPatient((bundle) =>
      (resourceOf(bundle, 'Patient').identifier as Json[]).push({ system: 'urn:elsewhere', value: '7' }),
    )
    expect(await refused(both)).toMatch(/^entry\[0\]\.resource\.identifier\[2\]: .* two different persons/)
  })

  test('is made once by two imports at the same moment', async () => {
    await Promise.all([load(ownPatient()), load(elsewhere()), load(ownPatient())])
    expect(await rowsOf('select count(*)::int from people.person')).toEqual([{ count: 1 }])
  })
})

describe('what is sent again', () => {
  test('changed is a new version beside the old; what it no longer says was entered in error', async () => {
    await load(ownPatient())
    const changed = changedPatient((bundle) => {
      ;(resourceOf(bundle, 'Observation').component as Json[]).pop()
      Object.assign(resourceOf(bundle, 'Condition'), { verificationStatus: { coding: [{ code: 'entered-in-error' }] } })
    })
    const imported = await load(changed)
    expect(imported.types.filter((type) => type.changed > 0).map(({ type }) => type)).toEqual(['Condition', 'Observation'])
    expect(await factNames()).not.toContain('舒张压')
    expect(await factNames()).not.toContain('原发性高血压')
    expect(await factNames()).toContain('收缩压')
    expect(
      await rowsOf(
        `select version, replaced_at is null as stands from people.source_resource where address like '%/Condition/c1' order by version`,
      ),
    ).toEqual([
      { version: 1, stands: false },
      { version: 2, stands: true },
    ])
    await load(ownPatient())
    expect(await factNames()).toEqual(expect.arrayContaining(['舒张压', '原发性高血压']))
  })
  test('about another person is refused', async () => {
    await load(ownPatient())
    const other = changedPatient((bundle) => {
      const [first] = bundle.entry
      if (first) first.fullUrl = 'https://his.qinglan.example/fhir/Patient/1002'
      Object.assign(resourceOf(bundle, 'Patient'), { id: '1002', identifier: [] })
      for (const { resource } of bundle.entry)
        for (const element of ['subject', 'patient']) if (resource[element]) resource[element] = { reference: 'Patient/1002' }
    })
    expect(await refused(other)).toBe('entry[3].resource: belonged to another person when it came before')
  })
})

describe('who sees it', () => {
  const source = (actor: Actor, person: Id<'person'>, factId: unknown) =>
    ask(system.runtime, showSource, actor, { personId: person, factId: factId as Id<'fact'> }, 'r')
  const factIdOf = async (name: string) => (await rowsOf('select id from people.fact where name_zh = $1', [name]))[0]?.id

  test('only who brought it in, as one at whom she is registered: its own facts and those of medicine safety', async () => {
    await load(ownPatient(), { institution: '诊所' })
    const clinician = staffOf(system.runtime, world.clinic, 'clinician')
    const person = await personId()
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
    await load(ownPatient(), { consent: true })
    const person = await personId()
    const shown = await source(world.butler, person, await factIdOf('血钾'))
    expect(shown).toMatchObject({ value: { type: 'Observation', version: 1, receivedBy: { zh: '运营' } } })
    if (shown.ok) expect(shown.value.resource).toContain('"value":4.10,')
    await run(system.runtime, patientOf(system.runtime, person), withdrawConsent, { purpose: 'history' })
    expect(await load(ownPatient(), { consent: true })).toMatchObject({ withdrawn: 1 }) // a file does not give it again
    expect(await source(world.butler, person, await factIdOf('血钾'))).toMatchObject({ refusal: { code: 'people.fact-without-source' } })
  })

  test('of several institutions each by a consent of its own, which a desk records anew', async () => {
    await load(ownPatient(), { consent: true })
    await load(ownPatient(), { consent: true, institution: '诊所' })
    const person = await personId()
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
    await load(ownPatient())
    expect(
      await rowsOf(`select i.name_zh, g.reason, g.valid_until from platform.person_grant g join network.institution i on i.id = g.institution_id
      where reason = 'visit'`),
    ).toEqual([{ name_zh: '青岚人民医院', reason: 'visit', valid_until: new Date('2026-12-13T01:45:00Z') }])
    const cancelled = changedPatient((bundle) => Object.assign(resourceOf(bundle, 'Encounter'), { status: 'cancelled' }))
    await load(cancelled)
    expect(
      await rowsOf(`select from platform.person_grant where reason = 'visit' and valid_until > $1`, [system.runtime.clock.now()]),
    ).toEqual([])
  })
})

test('an unknown institution, or none at all, is refused in words', async () => {
  const text = ownPatient()
  expect(await tryCommand(system.runtime, systemActor, importBundle, { text, institution: '没有', consent: false })).toMatchObject({
    refusal: { code: 'people.institution-unknown', details: { name: '没有' } },
  })
})

test('one hospital by identifier, by name, and by what came before is one institution; a department is none', async () => {
  for (const { text } of ownBundles()) await load(text)
  const named = { resourceType: 'Organization', id: 'again', name: '溯云社区诊所' }
  await load(JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: named }] }))
  expect(await rowsOf(`select name_zh, kind from network.institution where name_zh ~ '青岚|溯云|心内' order by 1`)).toEqual([
    { name_zh: '溯云社区诊所', kind: 'clinic' },
    { name_zh: '青岚人民医院', kind: 'hospital' },
  ])
  expect(await rowsOf('select id from network.practitioner where name_zh = $1', ['沈怀瑾'])).toEqual([])
})
