import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { openPerson } from '../../../platform/grant/index.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { closeCommitment } from '../../commitments/index.ts'
import { refuse } from '../refusals.ts'
import { lockResult, saveRead } from '../store/result.ts'
import { tellOrder } from '../topics.ts'
import { lockOwnOrder } from './own-order.ts'
import { resultToRead } from './promised.ts'

/** Says that a clinician of the ordering institution has looked at a released result: it is owed no longer. */
export const acknowledgeResult = defineCommand({
  name: 'care.acknowledge-result',
  zh: '确认已阅结果',
  en: 'Acknowledge a result',
  permission: 'care.result.read',
  input: T.Object({ orderId: idOf('order') }),
  output: T.Object({ orderId: idOf('order') }),
  refusals: ['platform.not-found', 'platform.person-not-open', 'care.result-missing', 'care.result-read'],
  async run(work, { orderId }) {
    const found = await lockOwnOrder(work, orderId, 'ordererId')
    if (!found.ok) return found
    const order = found.value
    const opened = await openPerson(work, order.personId)
    if (!opened.ok) return opened
    const result = await lockResult(work, orderId)
    if (!result) return refuse('care.result-missing', { item: order.item })
    if (result.readAt) return refuse('care.result-read', { item: order.item })
    await saveRead(work, orderId)
    await closeCommitment(work, resultToRead, orderId, 'kept')
    await tellOrder(work, order)
    return ok({ orderId })
  },
})
