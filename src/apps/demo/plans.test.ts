import { expect, test } from 'vitest'
import { present } from '../../kernel/assert.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { checkPlan } from './check-plan.ts'
import { mallPlan } from './mall-plan.ts'
import type { NetworkPlan } from './plan.ts'

const today = '2026-11-22' as PlainDate
const mall = mallPlan(today)

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
  ['a lost filing', { ...mall, practitioners: [{ ...present(first, 'an expert'), filings: [] }, ...others] }, /许明远: no room at east/],
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
  ['no use of a device', without('DEVICE-05-03'), /no agreement lets the ultrasound of 澜庭影像 be used by 予安骨科/],
  ['no tenant agreement', without('TENANT-03'), /no agreement divides the bill of 澜庭医疗综合体 and 予安骨科/],
  ['no expert agreement', without('EXPERT-02-03'), /no agreement lets an expert of 江澜大学附属第一医院 at 予安骨科/],
  [
    'two dividing agreements',
    { ...mall, agreements: [...mall.agreements, { ...present(mall.agreements[0], 'an agreement'), code: 'TWICE' }] },
    /several agreements divide the bill/,
  ],
]
test.each(planted)('a planted fault is found: %s', (_, plan, finding) => {
  expect(checkPlan(plan).filter((sentence) => finding.test(sentence)).length).toBeGreaterThan(0)
})
