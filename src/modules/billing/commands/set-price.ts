import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { amountFen, idOf, plainDate, words } from '../../../platform/operation/schema.ts'
import { findTerm } from '../../../platform/terms/index.ts'
import { chargeCategories } from '../../agreements/index.ts'
import { mayActFor } from '../../network/index.ts'
import { itemSystems } from '../domain/service.ts'
import { refuse } from '../refusals.ts'
import { savePrice } from '../store/price.ts'

/** Sets what one unit of an item costs at an institution from a day on; what was ordered before keeps its price. */
export const setPrice = defineCommand({
  name: 'billing.set-price',
  zh: '设置价格',
  en: 'Set a price',
  permission: 'billing.price.set',
  input: T.Object({
    institutionId: idOf('institution'),
    system: words(itemSystems, 'itemSystem'),
    code: T.String({ maxLength: 64 }),
    category: words(chargeCategories, 'chargeCategory'),
    amountFen,
    validFrom: plainDate,
  }),
  output: T.Object({}),
  refusals: ['platform.not-permitted', 'billing.item-unknown'],
  async run(work, { institutionId, system, code, category, amountFen: fen, validFrom }) {
    const allowed = mayActFor(work.actor, institutionId)
    if (!allowed.ok) return allowed
    if (!(await findTerm(work, system, code, validFrom))) return refuse('billing.item-unknown', { code })
    await savePrice(work, institutionId, { system, code, category, amountFen: BigInt(fen), validFrom })
    return ok({})
  },
})
