import type { Id } from '../../src/kernel/id.ts'
import type { PlainDate } from '../../src/kernel/time.ts'
import { type ClaimRequest, calculateBenefit, definePlan, findCover, recordMember, submitClaim } from '../../src/modules/coverage/index.ts'
import { systemActor } from '../../src/platform/operation/perform.ts'
import type { Runtime } from '../../src/platform/operation/runtime.ts'
import { inWork } from './in-work.ts'
import type { TestSystem } from './system.ts'
import { run, type World } from './world.ts'

export const termsOfTest = {
  coveredCategories: ['professional', 'facility', 'examination', 'drug'],
  excludedItems: [],
  copayFen: 10_000,
  deductibleFen: 50_000,
  coinsuranceBasisPoints: 1000,
  annualLimitFen: 2_000_000,
}

export const planOfTest = {
  networkCode: 'TEST',
  payer: { code: 'hengyu', name: { zh: '恒裕健康险', en: 'Hengyu Health' } },
  product: { code: 'select', name: { zh: '恒裕优选', en: 'Hengyu Select' } },
  contract: { discountBasisPoints: 500, answerDays: 30 },
  terms: termsOfTest,
  validFrom: '2026-01-01' as PlainDate,
  validUntil: null,
}

/** A payer with one product: discount 5 %, copay 100, deductible 500, 10 % of the rest, at most 20,000 yuan a year. */
export const makePayer = (runtime: Runtime, more: object = {}) =>
  run<{ payerId: Id<'payer'>; productId: Id<'product'> }>(runtime, systemActor, definePlan, { ...planOfTest, ...more })

/** Covers a person by that product from the beginning of 2026. */
export async function makeMember(runtime: Runtime, world: World, personId: Id<'person'>, policyNumber: string): Promise<Id<'member'>> {
  const card = { payerCode: 'hengyu', productCode: 'select', policyNumber, validFrom: '2026-01-01', validUntil: null }
  return (await run<{ memberId: Id<'member'> }>(runtime, world.butler, recordMember, { personId, ...card })).memberId
}

/** A claim of the operator for one service of a covered person, as billing writes it. */
export async function makeClaim(runtime: Runtime, world: World, personId: Id<'person'>, memberId: Id<'member'>): Promise<Id<'claim'>> {
  const date = '2026-11-23' as PlainDate
  const item = { lineId: 'a', system: 'service', itemCode: 'injection', category: 'professional', amountFen: 168_000n, date }
  return inWork(runtime, systemActor, async (work) => {
    const cover = await findCover(work, personId, world.networkId, date)
    if (!cover) throw new Error('no cover')
    const { lines } = calculateBenefit(cover.plan, cover.used, [item])
    const request: ClaimRequest = {
      billId: work.newId<'bill'>(),
      billNumber: 'B-20261123-0001',
      visitId: work.newId<'visit'>(),
      personId,
      memberId,
      networkId: world.networkId,
      collectorId: world.operator,
      serviceDate: date,
      diagnoses: ['M17.9'],
      lines: lines.map(({ reason: _, ...line }) => ({ ...item, ...line, name: { zh: '注射', en: 'Injection' }, quantity: 1 })),
    }
    return submitClaim(work, request)
  })
}

/** What the tables of calls point at: the person's policy, a claim, its parked message, and one that could not be matched. */
export async function makeCoverTargets({ runtime, owner }: Pick<TestSystem, 'runtime' | 'owner'>, world: World, personId: Id<'person'>) {
  await makePayer(runtime)
  const memberId = await makeMember(runtime, world, personId, 'HY-SECRET-1')
  const claimId = await makeClaim(runtime, world, personId, memberId)
  const { rows } = await owner.query(`update coverage.message set state = 'parked' where subject_id = $1 returning id`, [claimId])
  await owner.query(
    `insert into coverage.message (id, payer_id, direction, kind, idempotency_key, correlation_id, person_id, resource, state, tries, made_at, institution_ids)
     select gen_random_uuid(), payer_id, 'in', 'unknown', 'odd', '', person_id, '{}', 'unmatched', 0, made_at, institution_ids from coverage.message where id = $1`,
    [rows[0].id],
  )
  return { memberId: memberId as string, claimId: claimId as string, messageId: rows[0].id as string }
}
