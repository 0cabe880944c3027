import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../../kernel/time.ts'
import { institutionKinds, institutionKindWords, titles, titleWords } from './party.ts'
import { type Known, type KnownInstitution, type KnownPractitioner, planRoster } from './roster.ts'
import { readHeader, type SheetRow } from './roster-sheet.ts'
import { specialties } from './specialty.ts'

const nothing: Known = {
  institutions: new Map(),
  practitioners: new Map(),
  networks: new Map([['MALL-1', { operator: '运营', own: true }]]),
}
const clinic = { record: '机构', name: '云岭骨科', kind: '诊所', licence: 'P-1', scope: '骨科', from: '2025-01-01' }
const expert = {
  record: '医师',
  name: '许知远',
  kind: '骨科',
  title: '主任医师',
  institution: '海棠医院',
  licence: 'D-1',
  from: '2020-01-01',
}
const hospital = { record: '机构', name: '海棠医院', kind: '医院', licence: 'P-2', scope: '骨科；心内科', from: '2025-01-01' }
const filing = { record: '备案', licence: 'D-1', institution: '云岭骨科', from: '2026-01-01', until: '2026-12-31' }
const sheet = (...rows: object[]): SheetRow[] => rows.map((row, place) => ({ line: place + 2, ...row }))
const refusedOf = (rows: SheetRow[], known = nothing) =>
  planRoster(rows, known).refused.map(({ line, refusal: { code } }) => `${line} ${code.replace('network.', '')}`)

test('rows name records of the same file in any order', () => {
  const rows = [filing, expert, hospital, clinic]
  const plan = planRoster(sheet(...rows), nothing)
  expect(plan).toMatchObject({ created: 4, changed: 0, unchanged: 0, refused: [] })
  expect(refusedOf(sheet(...rows.toReversed()))).toEqual([])
})

describe('a bad row is refused by its line, and what builds on it too', () => {
  test.each([
    ['no name', [{ ...clinic, name: ' ' }], ['2 roster-value-missing']],
    ['an unknown record', [{ ...clinic, record: '诊室' }], ['2 roster-value-unknown']],
    ['an unknown kind', [{ ...clinic, kind: '药店' }], ['2 roster-value-unknown']],
    ['an unknown specialty', [{ ...clinic, scope: '骨科；占星' }], ['2 roster-value-unknown']],
    ['no such day', [{ ...clinic, from: '2026-02-30' }], ['2 roster-date-wrong']],
    ['the days backwards', [{ ...clinic, until: '2024-01-01' }], ['2 period-wrong']],
    ['a network that is not', [{ ...clinic, network: 'NO' }], ['2 network-unknown']],
    ['a record twice', [clinic, { ...clinic, kind: '医院' }], ['3 roster-twice']],
    ['one licence number of two parties', [clinic, { ...hospital, licence: 'P-1' }], ['3 licence-number-taken']],
    ['an unknown main institution', [expert], ['2 roster-institution-unknown']],
    ['an unknown practitioner', [clinic, filing], ['3 roster-practitioner-unknown']],
    ['a filing at her main institution', [hospital, expert, { ...filing, institution: '海棠医院' }], ['4 filing-not-needed']],
    ['a filing beyond her licence', [clinic, hospital, expert, { ...filing, scope: '心内科' }], ['5 filing-beyond-licence']],
    ['filings that overlap', [clinic, hospital, expert, filing, { ...filing, from: '2026-12-31', until: '' }], ['6 filing-overlaps']],
    [
      'all that builds on a bad row',
      [{ ...hospital, from: 'soon' }, expert, clinic, filing],
      ['2 roster-date-wrong', '3 roster-depends', '5 roster-depends'],
    ],
  ])('%s', (_, rows, expected) => expect(refusedOf(sheet(...rows))).toEqual(expected))
})

test('columns are named in Chinese or English in any order; an unknown one is refused by its name', () => {
  expect(readHeader(['止', 'name', ' 类型 ', 'name-en'])).toEqual({ ok: true, value: ['until', 'name', 'record', 'nameEn'] })
  expect(readHeader(['类型', '性别'])).toMatchObject({ refusal: { code: 'network.roster-column-unknown', details: { column: '性别' } } })
  expect(readHeader(['姓名', '名称', '类型'])).toMatchObject({ refusal: { code: 'network.roster-column-twice' } })
  expect(readHeader(['姓名'])).toMatchObject({ refusal: { code: 'network.roster-column-missing' } })
})

// Any directory, and the roster that somebody would write of it.
const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10) as PlainDate)
const period = fc.tuple(date, date, fc.boolean()).map(([one, other, endless]) => {
  const [validFrom = one, validUntil = other] = [one, other].toSorted()
  return { validFrom, validUntil: endless ? null : validUntil }
})
const scope = fc
  .uniqueArray(fc.constantFrom(...Object.keys(specialties), 'house-calls'), { minLength: 1, maxLength: 4 })
  .map((values) => values.toSorted())
const name = fc.stringMatching(/^[一-龥·"，\n]{2,6}$/).filter((text) => text.trim() === text && text.length > 1)

const directory = fc
  .record({
    houses: fc.uniqueArray(name, { minLength: 1, maxLength: 5 }),
    experts: fc.array(name, { maxLength: 6 }),
    draws: fc.array(fc.tuple(period, scope, fc.nat(), fc.boolean()), { minLength: 40, maxLength: 40 }),
  })
  .map(({ houses, experts, draws }): Known => {
    let next = 0
    const draw = () => draws[next++ % draws.length] ?? draws[0] ?? [{ validFrom: '2026-01-01' as PlainDate, validUntil: null }, [], 0, true]
    const institutions = new Map<string, KnownInstitution>()
    for (const [place, house] of houses.entries()) {
      const [days, covers, pick, licensed] = draw()
      const licences = licensed ? [{ id: `l${place}`, number: `P-${place}`, scope: covers, ...days }] : []
      const kind = institutionKinds[pick % institutionKinds.length] ?? 'clinic'
      institutions.set(house, {
        id: `i${place}`,
        name: house,
        nameEn: `House ${place}`,
        kind,
        networks: pick % 2 ? ['MALL-1'] : [],
        licences,
      })
    }
    const practitioners = new Map<string, KnownPractitioner>()
    for (const [place, expertName] of experts.entries()) {
      const [days, covers, pick] = draw()
      const [filedDays, , filedPick, filed] = draw()
      const main = `i${pick % houses.length}`
      const at = `i${filedPick % houses.length}`
      practitioners.set(`D-${place}`, {
        id: `p${place}`,
        name: expertName,
        nameEn: `Expert ${place}`,
        kind: covers[0] ?? 'surgery',
        title: titles[pick % titles.length] ?? 'chief',
        mainInstitutionId: main,
        networks: [],
        licences: [{ id: `d${place}`, number: `D-${place}`, scope: covers, ...days }],
        filings: filed && at !== main ? [{ id: `f${place}`, institutionId: at, scope: covers.slice(0, 1), ...filedDays }] : [],
      })
    }
    return { institutions, practitioners, networks: new Map([['MALL-1', { operator: '运营', own: true }]]) }
  })

const words = <Value extends string>(table: Record<Value, { zh: string }>, value: string) => table[value as Value]?.zh ?? value
const days = ({ validFrom, validUntil }: { validFrom: string; validUntil: string | null }) => ({ from: validFrom, until: validUntil ?? '' })
const scopeText = (values: readonly string[]) => values.map((value) => words(specialties, value)).join('；')

function rosterOf({ institutions, practitioners }: Known): object[] {
  const nameOf = (id: string) => [...institutions.values()].find((one) => one.id === id)?.name
  return [
    ...[...practitioners].flatMap(([licence, { filings }]) =>
      filings.map((one) => ({
        record: '备案',
        licence,
        institution: nameOf(one.institutionId),
        scope: scopeText(one.scope),
        ...days(one),
      })),
    ),
    ...[...practitioners.values()].flatMap(({ name: text, nameEn, kind, title, mainInstitutionId, licences }) =>
      licences.map((licence) => ({
        record: 'practitioner',
        name: text,
        nameEn,
        kind,
        title: words(titleWords, title),
        institution: nameOf(mainInstitutionId),
        licence: licence.number,
        scope: scopeText(licence.scope),
        ...days(licence),
      })),
    ),
    ...[...institutions.values()].map(({ name: text, nameEn, kind, networks, licences: [licence] }) => ({
      record: '机构',
      name: text,
      nameEn,
      kind: words(institutionKindWords, kind),
      network: networks[0] ?? '',
      ...(licence ? { licence: licence.number, scope: scopeText(licence.scope), ...days(licence) } : {}),
    })),
  ]
}

test('any directory written as a roster and read back leaves everything as it is', () => {
  fc.assert(
    fc.property(directory, (known) => {
      const rows = sheet(...rosterOf(known))
      expect(planRoster(rows, known)).toEqual({ writes: [], created: 0, changed: 0, unchanged: rows.length, refused: [] })
      expect(planRoster(rows, nothing)).toMatchObject({ created: rows.length, changed: 0, unchanged: 0, refused: [] })
    }),
  )
})

test('a row that differs in English name, title, last day, scope or kind is a change of just that', () => {
  fc.assert(
    fc.property(directory, fc.nat(), date, (known, pick, until) => {
      const all = rosterOf(known) as Record<string, string>[]
      const place = pick % all.length
      const row = all[place] ?? {}
      const field = row.record === '备案' ? 'until' : 'nameEn'
      const value = field === 'nameEn' ? 'Another name' : until
      fc.pre(field === 'nameEn' || (value >= (row.from ?? '') && value !== row.until))
      const changed = all.map((one, at) => (at === place ? { ...one, [field]: value } : one))
      expect(planRoster(sheet(...changed), known)).toMatchObject({ created: 0, changed: 1, refused: [], writes: [{}] })
    }),
  )
})
