import type { Id } from '../../src/kernel/id.ts'
import type { PlainDate } from '../../src/kernel/time.ts'
import { definePlan, recordMember } from '../../src/modules/coverage/index.ts'
import { systemActor } from '../../src/platform/operation/perform.ts'
import type { Runtime } from '../../src/platform/operation/runtime.ts'
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
