import { expect, test } from 'vitest'
import type { PlainDate } from '../../kernel/time.ts'
import { hospPlan, hospSizes } from './hosp-plan.ts'
import { mallPlan } from './mall-plan.ts'

const today = '2026-11-22' as PlainDate
const mall = mallPlan(today)
const hosp = hospPlan(today)

test('the mall is complete, and the same every time', () => {
  expect(mall.institutions.length).toBe(25)
  expect(mall.rooms.filter(({ kind, owner }) => kind === 'theatre' && owner === mall.operator).length).toBe(3)
  const visiting = mall.practitioners.filter(({ main }) => main === '江澜大学附属第一医院').length
  expect(visiting / mall.practitioners.length).toBeGreaterThan(0.3)
  expect(mallPlan(today)).toEqual(mall)
})

test('something in the mall waits to be seen to: a filing that ended yesterday, some that end within 60 days, an expert on leave', () => {
  const ends = mall.practitioners.flatMap(({ filings }) => filings.map(({ validUntil }) => validUntil))
  expect(ends.filter((end) => end < today)).toEqual(['2026-11-21'])
  expect(ends.filter((end) => end >= today && end <= '2027-01-21').length).toBeGreaterThan(3)
  expect(mall.institutions.filter(({ licence }) => licence && licence.validUntil <= '2027-01-21').length).toBe(2)
  expect(mall.practitioners.flatMap(({ leave }) => leave).length).toBe(1)
})

test('the small platform hospital is of its promised shape', () => {
  const seniors = hosp.practitioners.filter(({ title }) => title === 'chief' || title === 'associate-chief').length
  expect(seniors / hosp.practitioners.length).toBeGreaterThan(0.86)
  expect(hosp.rooms.filter(({ kind }) => kind === 'consulting').length).toBe(30)
  expect(hosp.practitioners.filter(({ main }) => main !== hosp.operator).length).toBe(60)
  const consultations = hosp.offerings.filter(({ needs }) => needs.some(({ kind }) => kind === 'consulting'))
  expect(Math.min(...consultations.map(({ minutes }) => minutes))).toBe(30)
})

test('the full platform hospital has 118 rooms and 2,000 experts, and is planned in under two seconds', () => {
  const begun = performance.now()
  const full = hospPlan(today, hospSizes.full)
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
