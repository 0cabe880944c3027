import { expect, test } from 'vitest'
import type { PlainDate } from '../../kernel/time.ts'
import { managementLines } from '../../modules/network/index.ts'
import { commPlan, commSizes } from './comm-plan.ts'
import { countyPlan, countySizes } from './county-plan.ts'
import { groupPlan, groupSizes } from './group-plan.ts'
import { hospPlan, hospSizes } from './hosp-plan.ts'
import { plansOf } from './index.ts'
import { mallPlan } from './mall-plan.ts'
import type { NetworkPlan } from './plan.ts'

const today = '2026-11-22' as PlainDate
const mall = mallPlan(today)
const hosp = hospPlan(today)
const comm = commPlan(today)
const county = countyPlan(today)
const all = plansOf('small', today)

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

const countOf = ({ institutions }: NetworkPlan, kind: string) => institutions.filter((one) => one.kind === kind).length

test('the community is as its source counts it: 167 supervised institutions, 34 internet hospitals, 19 of them paid by the fund, 50 chronic-disease centres', () => {
  expect(comm.institutions.length - 1).toBe(167)
  expect(comm.institutions.filter(({ licence }) => licence === null).map(({ name }) => name.zh)).toEqual([comm.operator])
  expect([countOf(comm, 'internet-hospital'), countOf(comm, 'chronic-centre')]).toEqual([34, 50])
  expect(comm.agreements.filter(({ title }) => title.zh.endsWith('（医保定点）')).length).toBe(19)
  const followUps = comm.offerings.filter(({ code }) => /review|follow-up|chronic|herbal/.test(code)).map(({ minutes }) => minutes)
  expect([Math.min(...followUps), Math.max(...followUps)]).toEqual([20, 30])
})

test('the county group has five institutions, and eleven centres through each of which the group looks after every institution', () => {
  expect([countOf(county, 'hospital'), countOf(county, 'health-centre'), countOf(county, 'management-centre')]).toEqual([2, 3, 11])
  const superiorOf = new Map(county.supervisions?.map(({ institution, line, superior }) => [`${institution} ${line}`, superior]))
  const members = county.institutions.filter(({ kind }) => kind !== 'operator' && kind !== 'management-centre')
  for (const line of managementLines)
    for (const { name } of members) {
      const centre = superiorOf.get(`${name.zh} ${line}`)
      expect(superiorOf.get(`${centre} ${line}`), `${name.zh} ${line}`).toBe(county.operator)
    }
  const stationed = county.practitioners.filter(({ main, rota }) => main === '汀禾区人民医院' && rota.some(({ site }) => site !== 'hq'))
  expect(stationed.length).toBeGreaterThan(8)
})

test('residents of a full county are 200,000 with those who visit, drawn one by one, the same every time', () => {
  const { people, residents } = countyPlan(today, countySizes.full)
  const numbers = new Set(people.map(({ idNumber }) => idNumber))
  for (const { idNumber } of residents?.draw() ?? []) numbers.add(idNumber)
  expect(numbers.size).toBe(200_000)
  expect(residents?.draw()[Symbol.iterator]().next()).toEqual(residents?.draw()[Symbol.iterator]().next())
})

test('no two networks have a person, a licence or the name of an institution or practitioner in common but what two share on purpose', () => {
  const repeated = (of: (plan: NetworkPlan) => readonly (string | undefined)[]) => {
    const values = all.flatMap(of).filter((value) => value !== undefined)
    return [...new Set(values.filter((value, place) => values.indexOf(value) < place))]
  }
  expect(repeated(({ institutions }) => institutions.map(({ name }) => name.zh))).toEqual(['江澜大学附属第一医院'])
  expect(repeated(({ institutions }) => institutions.map(({ name }) => name.en))).toEqual(['Jianglan First Hospital'])
  expect(repeated(({ institutions }) => institutions.map(({ licence }) => licence?.number)).length).toBe(1)
  expect(repeated(({ practitioners }) => practitioners.map(({ name }) => name.zh))).toEqual(['欧阳岚', '何清越'])
  expect(repeated(({ practitioners }) => practitioners.map(({ licence }) => licence)).length).toBe(2)
  expect(repeated(({ people }) => people.map(({ idNumber }) => idNumber))).toEqual([])
  expect(repeated(({ accounts }) => accounts.map(({ login }) => login))).toEqual([])
})

test('everybody who signs in as a doctor has visits that only she gives, and every manager or head papers that end soon', () => {
  for (const { accounts, practitioners, offerings, visits } of [county, groupPlan(today), comm]) {
    const doctor = practitioners.find(({ name }) =>
      accounts.some(({ role, practitioner }) => role === 'clinician' && practitioner === name.zh),
    )
    const hers = offerings.filter(({ needs, prices }) => {
      const able = practitioners.filter(
        ({ specialty, title }) => needs.some(({ kind }) => kind === specialty) && prices.some((price) => price.title === title),
      )
      return able.length === 1 && able[0] === doctor
    })
    expect(visits.filter(({ offering }) => hers.some(({ code }) => code === offering)).length).toBeGreaterThan(3)
    expect(doctor?.filings.filter(({ validUntil }) => validUntil <= '2027-01-21').length).toBeGreaterThan(0)
  }
})

test('the larger sizes are planned in under a second each', () => {
  const begun = performance.now()
  const full = [commPlan(today, commSizes.full), groupPlan(today, groupSizes.full), countyPlan(today, countySizes.full)]
  expect(performance.now() - begun).toBeLessThan(3000)
  expect(full.map(({ practitioners }) => practitioners.length > 100)).toEqual([true, true, true])
})
