import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Bundle, changedPatient, type Json, ownPatient, resourceOf, someBundles } from '../../../../test/support/bundles.ts'
import { type Counts, type Imported, load, refused, rowsOf } from '../../../../test/support/imports.ts'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld } from '../../../../test/support/world.ts'

let system: TestSystem
beforeEach(async () => {
  system = await createTestSystem()
  await makeWorld(system.runtime)
})
afterEach(() => system.close())

const total = ({ types }: Imported, state: keyof Counts) => types.reduce((sum, type) => sum + type[state], 0)

/** Every row that an import may write, as one hash. */
async function everything(): Promise<string> {
  const tables = ['person', 'identifier', 'card', 'search_token', 'consent', 'fact', 'source_resource', 'source_identifier'].map(
    (table) => `people.${table}`,
  )
  const hash = createHash('sha256')
  for (const table of [...tables, 'network.institution', 'platform.person_grant', 'platform.outbox'])
    hash.update(JSON.stringify(await rowsOf(system, `select t::text as row from ${table} t order by 1`)))
  return hash.digest('hex')
}
const factNames = async () =>
  (await rowsOf(system, `select coalesce(name_zh, name_en) as name from people.fact where status <> 'entered-in-error' order by 1`)).map(
    ({ name }) => name,
  )
describe('every bundle', () => {
  test('is found again as sent, whole; a second time changes nothing and says so', async () => {
    const bundles = someBundles()
    for (const { text } of bundles) {
      const imported = await load(system, text, { consent: true })
      expect(total(imported, 'new') + total(imported, 'changed') + total(imported, 'unchanged')).toBe(
        (JSON.parse(text) as Bundle).entry.length,
      )
    }
    const before = await everything()
    for (const { text } of bundles) {
      const again = await load(system, text, { consent: true })
      expect([total(again, 'new'), total(again, 'changed'), again.facts, again.persons]).toEqual([0, 0, 0, 0])
      for (const { resource, fullUrl } of (JSON.parse(text) as Bundle).entry) {
        const kept = await rowsOf(system, 'select resource::text as text, resource from people.source_resource where address = $1', [
          fullUrl,
        ])
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
        for (const { text } of order) await load(fresh, text)
        return await rowsOf(
          fresh,
          `select s.address, split_part(f.source_id, '#', 2) as part, p.name as person, i.name_zh as institution, f.kind, f.status, f.code_system, f.code, f.name_zh, f.name_en,
            f.value, f.unit, f.low, f.high, f.flag, f.note, f.happened_at, f.ended_at
          from people.fact f join people.person p on p.id = f.person_id join network.institution i on i.id = f.institution_id
            join people.source_resource s on s.id::text = split_part(f.source_id, '#', 1) and s.replaced_at is null order by 1, 2`,
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
      expect(await refused(system, JSON.stringify(bundle))).toBe(
        `entry[${middle}].resource.basedOn[0].reference: urn:uuid:nobody is not in this bundle and not known`,
      )
    }
    expect(await everything()).toBe(before)
  })
})

test('a patient becomes a person with facts, each from where it was', async () => {
  await load(system, ownPatient())
  expect(
    await rowsOf(
      system,
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
  const facts = await rowsOf(
    system,
    `select f.kind, f.status, coalesce(f.name_zh, f.name_en) as name, f.code, f.value, f.unit, f.flag, f.note, i.name_zh as institution
    from people.fact f join network.institution i on i.id = f.institution_id order by kind, name`,
  )
  const fact = (kind: string, status: string, name: string, code: string | null, more: object = {}) => ({
    ...{ kind, status, name, code, value: null, unit: null, flag: null, note: null, institution: '青岚人民医院' },
    ...more,
  })
  expect(facts).toEqual(
    [
      fact('allergy', 'active', '青霉素', '764146007', { note: '高危 high criticality; 皮疹, 中度 moderate', institution: '运营' }),
      fact('document', 'active', '电解质报告', '24326-1', { note: '血钾正常' }),
      fact('immunisation', 'active', '流感疫苗', '141', { note: '批号 lot QL2510', institution: '运营' }),
      fact('measurement', 'active', '吸烟情况', '72166-2', { note: '从不吸烟' }),
      fact('measurement', 'active', '收缩压', '8480-6', { value: 152, unit: 'mmHg', flag: 'high' }),
      fact('measurement', 'active', '舒张压', '8462-4', { value: 88, unit: 'mmHg' }),
      fact('measurement', 'active', '血钾', '2823-3', { value: 4.1, unit: 'mmol/L' }),
      fact('medication', 'active', '氨氯地平片 5 mg', 'C08CA01', { note: '每日一次，每次一片，早晨口服' }),
      fact('problem', 'active', '原发性高血压', 'I10', { note: '原文日期 date as sent: 2019' }),
      fact('problem', 'ended', '肺炎', 'J18.9', { note: '原文日期 date as sent: 2024-11', institution: '运营' }),
      fact('procedure', 'active', '心电图检查', '29303009'),
      fact('visit', 'ended', '心内科门诊', null),
    ].toSorted((a, b) => Buffer.compare(Buffer.from(`${a.kind} ${a.name}`), Buffer.from(`${b.kind} ${b.name}`))),
  )
})

describe('what is sent again', () => {
  test('changed is a new version beside the old; what it no longer says was entered in error', async () => {
    await load(system, ownPatient())
    const changed = changedPatient((bundle) => {
      ;(resourceOf(bundle, 'Observation').component as Json[]).pop()
      Object.assign(resourceOf(bundle, 'Condition'), { verificationStatus: { coding: [{ code: 'entered-in-error' }] } })
    })
    const imported = await load(system, changed)
    expect(imported.types.filter((type) => type.changed > 0).map(({ type }) => type)).toEqual(['Condition', 'Observation'])
    expect(await factNames()).not.toContain('舒张压')
    expect(await factNames()).not.toContain('原发性高血压')
    expect(await factNames()).toContain('收缩压')
    expect(
      await rowsOf(
        system,
        `select version, replaced_at is null as stands from people.source_resource where address like '%/Condition/c1' order by version`,
      ),
    ).toEqual([
      { version: 1, stands: false },
      { version: 2, stands: true },
    ])
    await load(system, ownPatient())
    expect(await factNames()).toEqual(expect.arrayContaining(['舒张压', '原发性高血压']))
  })
  test('about another person is refused', async () => {
    await load(system, ownPatient())
    const other = changedPatient((bundle) => {
      const [first] = bundle.entry
      if (first) first.fullUrl = 'https://his.qinglan.example/fhir/Patient/1002'
      Object.assign(resourceOf(bundle, 'Patient'), { id: '1002', identifier: [] })
      for (const { resource } of bundle.entry)
        for (const element of ['subject', 'patient']) if (resource[element]) resource[element] = { reference: 'Patient/1002' }
    })
    expect(await refused(system, other)).toBe('entry[3].resource: belonged to another person when it came before')
  })
})
