import { expect, test } from 'vitest'
import { present } from '../../kernel/assert.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { checkPlan } from './check-plan.ts'
import { hospPlan, hospSizes } from './hosp-plan.ts'
import { mallPlan } from './mall-plan.ts'
import type { NetworkPlan } from './plan.ts'
import { readWeek } from './week.ts'

const today = '2026-11-22' as PlainDate
const mall = mallPlan(today)
const hosp = hospPlan(today)

test('the mall is complete and has no findings', () => {
  expect(checkPlan(mall)).toEqual([])
  expect(mall.institutions.length).toBe(24)
  expect(mall.rooms.filter(({ kind, owner }) => kind === 'theatre' && owner === mall.operator).length).toBe(3)
  const visiting = mall.practitioners.filter(({ main }) => main === '江澜大学附属第一医院').length
  expect(visiting / mall.practitioners.length).toBeGreaterThan(0.3)
  expect(mallPlan(today)).toEqual(mall)
})

test('something in the mall waits to be seen to: a filing that ended yesterday, some that end within 60 days, an expert on leave', () => {
  const ends = mall.practitioners.flatMap(({ filings }) => filings.map(({ validUntil }) => validUntil))
  expect(ends.filter((end) => end < today)).toEqual(['2026-11-21'])
  expect(ends.filter((end) => end >= today && end <= '2027-01-21').length).toBeGreaterThan(3)
  expect(mall.institutions.filter(({ licence }) => licence && licence.validUntil <= '2027-01-21').length).toBe(1)
  expect(mall.practitioners.flatMap(({ leave }) => leave).length).toBe(1)
})

const [first, ...others] = mall.practitioners
const without = (code: string) => ({ ...mall, agreements: mall.agreements.filter((agreement) => agreement.code !== code) })
const planted: [fault: string, plan: NetworkPlan, finding: RegExp][] = [
  ['an unknown owner', { ...mall, operator: '无此机构' }, /^no institution 无此机构$/],
  ['two of one name', { ...mall, practitioners: [...mall.practitioners, ...mall.practitioners.slice(0, 1)] }, /practitioner: 许明远/],
  [
    'a lost filing',
    { ...mall, practitioners: [{ ...present(first, 'an expert'), filings: [] }, ...others] },
    /许明远: no open room at east/,
  ],
  [
    'a specialty outside a licence',
    { ...mall, practitioners: [{ ...present(first, 'an expert'), specialty: 'dentistry' }, ...others] },
    /dentistry is not in/,
  ],
  ['no road', { ...mall, travel: [] }, /no travel time from east to north, which 诸葛文静 needs/],
  [
    'no price',
    { ...mall, offerings: mall.offerings.map((offering) => ({ ...offering, prices: [] })) },
    /orthopaedics: no price at east for chief/,
  ],
  ['no device', { ...mall, devices: [] }, /knee-injection: nobody can give it/],
  ['no use of a device', without('DEVICE-05-03'), /no agreement lets 予安骨科 use the device \(ultrasound\) of 澜庭影像/],
  ['no tenant agreement', without('TENANT-03'), /no agreement divides the bill of 澜庭医疗综合体 and 予安骨科/],
  ['no expert agreement', without('EXPERT-02-03'), /no agreement lets 予安骨科 use the expert \(orthopaedics\) of 江澜大学附属第一医院/],
  ['a closed room', { ...mall, rooms: mall.rooms.map((room) => ({ ...room, hours: readWeek('7') })) }, /许明远: no open room at east/],
  [
    'two dividing agreements',
    { ...mall, agreements: [...mall.agreements, { ...present(mall.agreements[0], 'an agreement'), code: 'TWICE' }] },
    /several agreements divide the bill/,
  ],
]
test.each(planted)('a planted fault is found: %s', (_, plan, finding) => {
  expect(checkPlan(plan).filter((sentence) => finding.test(sentence)).length).toBeGreaterThan(0)
})

test('the small platform hospital is complete and has no findings', () => {
  expect(checkPlan(hosp)).toEqual([])
  const seniors = hosp.practitioners.filter(({ title }) => title === 'chief' || title === 'associate-chief').length
  expect(seniors / hosp.practitioners.length).toBeGreaterThan(0.86)
  expect(hosp.rooms.filter(({ kind }) => kind === 'consulting').length).toBe(30)
  expect(hosp.practitioners.filter(({ main }) => main !== hosp.operator).length).toBe(60)
  const consultations = hosp.offerings.filter(({ needs }) => needs.some(({ kind }) => kind === 'consulting'))
  expect(Math.min(...consultations.map(({ minutes }) => minutes))).toBe(30)
})

test('the full platform hospital of 118 rooms and 2,000 experts has no findings, in under two seconds', () => {
  const begun = performance.now()
  const full = hospPlan(today, hospSizes.full)
  expect(checkPlan(full)).toEqual([])
  expect(performance.now() - begun).toBeLessThan(2000)
  expect(full.rooms.filter(({ kind }) => kind === 'consulting').length).toBe(118)
  expect(full.practitioners.filter(({ main }) => main !== full.operator).length).toBe(2000)
})

test.each([['small', hosp] as const, ['full', hospPlan(today, hospSizes.full)] as const])(
  'two experts work in both networks, one doctor with one calendar, and nobody else does: %s',
  (_, other) => {
    const pairs = mall.practitioners.flatMap((one) =>
      other.practitioners
        .filter(({ licence, name }) => licence === one.licence || name.zh === one.name.zh)
        .map((same) => [one, same] as const),
    )
    expect(pairs.map(([{ name }]) => name.zh)).toEqual(['欧阳岚', '何清越'])
    for (const [one, same] of pairs) {
      const { name, licence, main, specialty, title } = same
      expect(one).toMatchObject({ name, licence, main, specialty, title })
      const days = new Set(one.rota.flatMap(({ weekdays }) => weekdays))
      expect(same.rota.flatMap(({ weekdays }) => weekdays).filter((day) => days.has(day))).toEqual([])
    }
    const institutions = mall.institutions.filter(({ name }) => other.institutions.some((same) => same.name.zh === name.zh))
    expect(institutions).toEqual(other.institutions.filter(({ name }) => name.zh === '江澜大学附属第一医院'))
    const numbers = [...mall.institutions, ...other.institutions].map(({ licence }) => licence?.number)
    expect(new Set(numbers).size).toBe(numbers.length - 1)
    const persons = [...mall.people, ...other.people].map(({ idNumber }) => idNumber)
    expect(new Set(persons).size).toBe(persons.length)
  },
)
