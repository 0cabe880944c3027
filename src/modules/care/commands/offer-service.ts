import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf, words } from '../../../platform/operation/schema.ts'
import { findTerms } from '../../../platform/terms/index.ts'
import { mayActFor } from '../../network/index.ts'
import { orderKinds, systemOf } from '../domain/order.ts'
import { refuse } from '../refusals.ts'
import { saveService } from '../store/department.ts'

/** Says which items of a kind a department performs for its network; none: it ends. */
export const offerService = defineCommand({
  name: 'care.offer-service',
  zh: '设置科室服务',
  en: 'Offer a service',
  permission: 'care.service.offer',
  input: T.Object({
    institutionId: idOf('institution'),
    kind: words(orderKinds, 'orderKind'),
    /** Codes of the kind's system, or `*` for all of them. */
    itemCodes: T.Array(T.String({ maxLength: 64 }), { maxItems: 2000, uniqueItems: true }),
  }),
  output: T.Object({ institutionId: idOf('institution') }),
  refusals: ['platform.not-permitted', 'care.item-unknown'],
  async run(work, { institutionId, kind, itemCodes }) {
    const allowed = mayActFor(work.actor, institutionId)
    if (!allowed.ok) return allowed
    const terms = await findTerms(work, systemOf[kind], itemCodes, dateIn(defaultZone, work.now))
    const unknown = itemCodes.find((code) => code !== '*' && !terms.has(code))
    if (unknown !== undefined) return refuse('care.item-unknown', { code: unknown })
    await saveService(work, institutionId, kind, itemCodes)
    return ok({ institutionId })
  },
})
