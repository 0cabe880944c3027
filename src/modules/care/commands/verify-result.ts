import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone, plus } from '../../../kernel/time.ts'
import { openPerson } from '../../../platform/grant/index.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { closeCommitment, promise } from '../../commitments/index.ts'
import { recordFacts, showPerson } from '../../people/index.ts'
import { become, type Order } from '../domain/order.ts'
import { factsOfResult, isCritical, type LabValue, type ResultContent } from '../domain/result.ts'
import { resultReleased } from '../events.ts'
import { refuse } from '../refusals.ts'
import { insertCriticalValue } from '../store/critical-value.ts'
import { findLimits } from '../store/department.ts'
import { saveOrder } from '../store/order.ts'
import { lockResult, saveReleased } from '../store/result.ts'
import { tellOrder } from '../topics.ts'
import { lockOwnOrder } from './own-order.ts'
import { criticalClock, minutesOf, orderClock, resultToRead, visibleDaysAfter } from './promised.ts'

/** Releases a result: the order is done, who ordered owes a look at it, and a critical value is owed a call. */
export const verifyResult = defineCommand({
  name: 'care.verify-result',
  zh: '审核发布结果',
  en: 'Verify and release a result',
  permission: 'care.worklist.work',
  network: 'a released result becomes what the orderer owes a look at, and ends the clock wherever it has moved',
  input: T.Object({ orderId: idOf('order'), version: T.Integer({ minimum: 1 }) }),
  output: T.Object({ orderId: idOf('order'), criticalValueIds: T.Array(idOf('critical-value')) }),
  refusals: ['platform.not-found', 'platform.person-not-open', 'care.order-moved-on', 'care.step-not-now', 'care.result-missing'],
  async run(work, { orderId, version }) {
    const found = await lockOwnOrder(work, orderId, 'performerId')
    if (!found.ok) return found
    const opened = await openPerson(work, found.value.personId)
    if (!opened.ok) return opened
    const result = await lockResult(work, orderId)
    if (!result) return refuse('care.result-missing', { item: found.value.item })
    const completed = become(found.value, 'completed', version)
    if (!completed.ok) return completed
    const order = completed.value
    await saveOrder(work, order)
    await saveReleased(work, orderId)
    await closeCommitment(work, orderClock, orderId, 'kept')
    await seeOn(work, order)
    await recordFacts(work, factsOfResult(order, result.content, work.now))
    const criticalValueIds = await owe(work, order, result.content)
    await tellOrder(work, order)
    await work.publish(resultReleased.of(orderId, { orderId }))
    return ok({ orderId, criticalValueIds })
  },
})

/** The department may still see the person for a while after it is done. */
const seeOn = (work: Work, { personId, performerId, id }: Order): Promise<void> =>
  showPerson(work, {
    personId,
    institutionIds: [performerId],
    reason: 'referral',
    subjectId: id,
    until: plus(work.now, { days: visibleDaysAfter }),
  })

/** What a released result asks of whom: reading it, and telling each critical value. What was handed out needs no reading. */
async function owe(work: Work, order: Order, content: ResultContent) {
  if (content.kind === 'drug') return []
  const limits = await findLimits(work, dateIn(defaultZone, work.now))
  const { id: subjectId, ordererId, performerId, personId: person, item } = order
  await promise(work, {
    kind: resultToRead,
    subjectId,
    owner: ordererId,
    escalatesTo: null,
    person,
    dueAt: plus(work.now, { minutes: minutesOf(limits, 'result-to-read') }),
    role: 'clinician',
    label: item,
  })
  const critical = content.kind === 'laboratory' ? content.values.filter(({ flag }) => isCritical(flag)) : []
  const dueAt = plus(work.now, { minutes: minutesOf(limits, 'critical-value') })
  const ids: Awaited<ReturnType<typeof insertCriticalValue>>[] = []
  for (const value of critical) {
    const id = await insertCriticalValue(work, order, value)
    const call = { kind: criticalClock, subjectId: id, owner: performerId, escalatesTo: ordererId, person, dueAt, role: 'technician' }
    await promise(work, { ...call, label: labelOf(order, value) })
    ids.push(id)
  }
  return ids
}

const labelOf = ({ item }: Order, { name }: LabValue) => ({ zh: `${item.zh} · ${name.zh}`, en: `${item.en} · ${name.en}` })
