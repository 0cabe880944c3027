import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMember, makePayer, planOfTest, termsOfTest } from '../../../test/support/cover.ts'
import { inWork } from '../../../test/support/in-work.ts'
import { createTestSystem, type TestSystem } from '../../../test/support/system.ts'
import { makeWorld, patientOf, staffOf, tryCommand, type World } from '../../../test/support/world.ts'
import type { Id } from '../../kernel/id.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { systemActor } from '../../platform/operation/perform.ts'
import { endMember } from './commands/member.ts'
import { type ClaimRequest, definePlan, findClaimOf, findCover, lockCover, recordMember, recordUsage, submitClaim } from './index.ts'

const day = '2026-11-24' as PlainDate
let system: TestSystem
let world: World
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  await makePayer(system.runtime)
})
afterAll(() => system.close())

const cover = (personId: Id<'person'>, date: string = day) =>
  inWork(system.runtime, systemActor, (work) => findCover(work, personId, world.networkId, date as PlainDate))

test('a cover is there on the days of policy, plan and contract, with the contract’s discount', async () => {
  const personId = await world.makePerson('有保险')
  expect(await cover(personId)).toBeNull()
  const memberId = await makeMember(system.runtime, world, personId, 'HY-1001')
  expect(await cover(personId)).toMatchObject({
    memberId,
    payerName: { zh: '恒裕健康险' },
    policyNumber: 'HY-1001',
    plan: { discountBasisPoints: 500, copayFen: 10_000n, validFrom: '2026-01-01', validUntil: null },
    used: { deductibleFen: 0n, benefitFen: 0n },
    eligibility: { state: 'not-confirmed', asOf: null },
  })
  expect(await cover(personId, '2025-12-31')).toBeNull()
  const ended = await tryCommand(system.runtime, world.butler, endMember, { personId, memberId, validUntil: '2026-11-30' })
  expect(ended.ok).toBe(true)
  expect(await cover(personId, '2026-11-30')).not.toBeNull()
  expect(await cover(personId, '2026-12-01')).toBeNull()
})

test('a new version of the terms holds from its day on, and the day before keeps the old one', async () => {
  const personId = await world.makePerson('换版本')
  const product = { code: 'changing', name: { zh: '会变', en: 'Changing' } }
  await makePayer(system.runtime, { product })
  await makePayer(system.runtime, { product, terms: { ...termsOfTest, copayFen: 20_000 }, validFrom: '2026-12-01' })
  const card = {
    personId,
    payerCode: 'hengyu',
    productCode: 'changing',
    policyNumber: 'HY-1002',
    validFrom: '2026-01-01',
    validUntil: null,
  }
  await tryCommand(system.runtime, world.butler, recordMember, card)
  expect((await cover(personId, '2026-11-30'))?.plan.copayFen).toBe(10_000n)
  expect((await cover(personId, '2026-12-01'))?.plan.copayFen).toBe(20_000n)
  const again = await tryCommand(system.runtime, systemActor, definePlan, { ...planOfTest, product, validFrom: '2026-12-01' })
  expect(again).toMatchObject({ refusal: { code: 'coverage.plan-overlaps' } })
})

test('a person has one cover at a time, a policy one person, and only who may see her records it', async () => {
  const personId = await world.makePerson('一份')
  const other = await world.makePerson('另一个')
  await makeMember(system.runtime, world, personId, 'HY-1003')
  const card = { payerCode: 'hengyu', productCode: 'select', policyNumber: 'HY-1004', validFrom: '2026-06-01', validUntil: null }
  const record = (actor = world.butler, more: object = {}) =>
    tryCommand(system.runtime, actor, recordMember, { ...card, personId, ...more })
  expect(await record()).toMatchObject({ refusal: { code: 'coverage.member-overlaps' } })
  expect(await record(world.butler, { personId: other, policyNumber: 'HY-1003', validFrom: '2026-01-01' })).toMatchObject({
    refusal: { code: 'coverage.policy-taken' },
  })
  expect(await record(world.butler, { productCode: 'none' })).toMatchObject({ refusal: { code: 'coverage.product-unknown' } })
  expect(await record(staffOf(system.runtime, world.stranger, 'butler'))).toMatchObject({ refusal: { code: 'platform.person-not-open' } })
  expect(await record(patientOf(system.runtime, personId))).toMatchObject({ refusal: { code: 'platform.not-permitted' } })
})

test('rivals of one source count once, and two bills at once see each other’s use', async () => {
  const personId = await world.makePerson('并发')
  const memberId = await makeMember(system.runtime, world, personId, 'HY-1005')
  const use = { memberId, date: day, source: 'test.bill:1', deductibleFen: 5000n, benefitFen: 700n }
  await Promise.all(Array.from({ length: 8 }, () => inWork(system.runtime, systemActor, (work) => recordUsage(work, use))))
  expect((await cover(personId))?.used).toEqual({ deductibleFen: 5000n, benefitFen: 700n })
  const takeAll = (source: string) =>
    inWork(system.runtime, systemActor, async (work) => {
      const held = await lockCover(work, personId, world.networkId, day)
      const deductibleFen = (held?.plan.deductibleFen ?? 0n) - (held?.used.deductibleFen ?? 0n)
      await recordUsage(work, { memberId, date: day, source, deductibleFen, benefitFen: 0n })
    })
  await Promise.all(['test.bill:2', 'test.bill:3', 'test.bill:4'].map(takeAll))
  expect((await cover(personId))?.used.deductibleFen).toBe(50_000n)
  expect((await cover(personId, '2027-01-02'))?.used.deductibleFen).toBe(0n)
})

test('a claim is written once per bill with the message that the worker sends', async () => {
  const personId = await world.makePerson('理赔')
  const memberId = await makeMember(system.runtime, world, personId, 'HY-1006')
  const billId = crypto.randomUUID() as Id<'bill'>
  const request: ClaimRequest = {
    billId,
    billNumber: 'B-20261124-0001',
    visitId: crypto.randomUUID() as Id<'visit'>,
    personId,
    memberId,
    networkId: world.networkId,
    collectorId: world.operator,
    serviceDate: day,
    diagnoses: ['M17.9'],
    lines: [
      {
        lineId: 'a',
        name: { zh: '注射', en: 'Injection' },
        system: 'service',
        itemCode: 'injection',
        category: 'professional',
        quantity: 1,
        listFen: 168_000n,
        discountFen: 8400n,
        payerFen: 89_640n,
        patientFen: 69_960n,
      },
    ],
  }
  const submit = () => inWork(system.runtime, systemActor, (work) => submitClaim(work, request))
  const claimId = await submit()
  expect(await submit()).toBe(claimId)
  expect(await inWork(system.runtime, systemActor, (work) => findClaimOf(work, billId))).toMatchObject({
    number: 'CL-20261123-0001',
    state: 'to-submit',
    claimedFen: 89_640n,
    answeredFen: null,
  })
  const { rows } = await system.owner.query(`select state, resource from coverage.message where subject_id = $1`, [claimId])
  expect(rows).toMatchObject([
    { state: 'waiting', resource: { resourceType: 'Claim', item: [{ sequence: 1, net: { value: 1680, currency: 'CNY' } }] } },
  ])
})
