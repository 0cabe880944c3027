import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { bilingual, idOf, nullable, plainDate } from '../../../platform/operation/schema.ts'
import { findNetwork } from '../../network/index.ts'
import { type Contract, contractSchema } from '../domain/contract.ts'
import { planTermsSchema } from '../domain/plan.ts'
import { refuse } from '../refusals.ts'
import { findContract, insertContract, insertPlanVersion, keepPayer, keepProduct } from '../store/plan.ts'

const code = T.String({ pattern: '^[a-z][a-z0-9-]{1,39}$' })
const coded = T.Object({ code, name: bilingual })

/** A version of a payer's product from a day on, under its contract with a network. Payer, product and contract are made where they are new. */
export const definePlan = defineCommand({
  name: 'coverage.define-plan',
  zh: '登记保障计划',
  en: 'Define a plan',
  permission: 'coverage.plan.define',
  input: T.Object({
    networkCode: T.String(),
    payer: coded,
    product: coded,
    contract: contractSchema,
    terms: planTermsSchema,
    validFrom: plainDate,
    validUntil: nullable(plainDate),
  }),
  output: T.Object({ payerId: idOf('payer'), productId: idOf('product'), planVersionId: idOf('plan-version') }),
  refusals: [
    'coverage.network-unknown',
    'coverage.not-the-operator',
    'coverage.days-reversed',
    'coverage.contract-overlaps',
    'coverage.plan-overlaps',
  ],
  async run(work, { networkCode, payer, product, contract, terms, validFrom, validUntil }) {
    const network = await findNetwork(work, networkCode)
    if (!network) return refuse('coverage.network-unknown', { network: networkCode })
    if (work.actor.kind !== 'system' && work.actor.institutionId !== network.operatorId)
      return refuse('coverage.not-the-operator', { network: networkCode })
    if (validUntil && validUntil < validFrom) return refuse('coverage.days-reversed', { validFrom, validUntil })
    const payerId = await keepPayer(work, payer)
    const agreed = await keepContract(work, payerId, network.id, contract, validFrom)
    if (!agreed.ok) return agreed
    const productId = await keepProduct(work, payerId, product)
    const version = await insertPlanVersion(work, productId, terms, { validFrom, validUntil })
    return version.ok ? ok({ payerId, productId, planVersionId: version.value }) : version
  },
})

/** The contract of the day stays when it says the same. */
async function keepContract(
  work: Work,
  payerId: Id<'payer'>,
  networkId: Id<'network'>,
  contract: Contract,
  validFrom: PlainDate,
): Promise<Result<null, 'coverage.contract-overlaps'>> {
  const known = await findContract(work, payerId, networkId, validFrom)
  const same = known?.discountBasisPoints === contract.discountBasisPoints && known.answerDays === contract.answerDays
  return same ? ok(null) : insertContract(work, payerId, networkId, { ...contract, validFrom, validUntil: null })
}
