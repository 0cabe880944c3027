import { Type as T } from 'typebox'
import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { dateIn, defaultZone, plus } from '../../../kernel/time.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf, words } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { closeCommitment, promise } from '../../commitments/index.ts'
import { type CriticalValue, callWays, criticalStates, handle, readBack, report } from '../domain/critical-value.ts'
import { criticalValueReadBack, criticalValueReported } from '../events.ts'
import { lockCriticalValue, saveCriticalValue } from '../store/critical-value.ts'
import { findLimits } from '../store/department.ts'
import { findOrder } from '../store/order.ts'
import { tellOrder } from '../topics.ts'
import { criticalClock, criticalToHandle, minutesOf } from './promised.ts'

const criticalValueId = idOf('critical-value')
const output = T.Object({ criticalValueId, state: words(criticalStates, 'criticalState') })
const network = 'the clock of a critical value moves between the department and who ordered'

/** The critical value, locked, if the acting institution is on this side of it. */
async function lockOwn(
  work: Work,
  id: Id<'critical-value'>,
  side: 'ordererId' | 'performerId',
): Promise<Result<CriticalValue, 'platform.not-found'>> {
  const critical = await lockCriticalValue(work, id)
  return critical && critical[side] === work.actor.institutionId ? ok(critical) : refusePlatform('platform.not-found')
}

async function save(work: Work, critical: CriticalValue): Promise<void> {
  await saveCriticalValue(work, critical)
  await tellOrder(work, present(await findOrder(work, critical.orderId), 'the order of a critical value'))
}

/** The laboratory has told somebody of the ordering institution; the clock runs on until it is read back. */
export const reportCriticalValue = defineCommand({
  name: 'care.report-critical-value',
  zh: '报告危急值',
  en: 'Report a critical value',
  permission: 'care.worklist.work',
  network,
  input: T.Object({
    criticalValueId,
    /** Who was told: a name or a post. */
    told: T.String({ minLength: 2, maxLength: 60 }),
    toldBy: words(callWays, 'callWay'),
  }),
  output,
  refusals: ['platform.not-found', 'care.critical-value-moved-on'],
  async run(work, { criticalValueId: id, told, toldBy }) {
    const found = await lockOwn(work, id, 'performerId')
    if (!found.ok) return found
    const reported = report(found.value, told, toldBy, work.actor, work.now)
    if (!reported.ok) return reported
    await save(work, reported.value)
    await work.publish(criticalValueReported.of(id, { criticalValueId: id, orderId: reported.value.orderId }))
    return ok({ criticalValueId: id, state: reported.value.state })
  },
})

/**
 * Who received it says the value. The right one closes the call and begins the time to act; a wrong one stays in the record, is
 * counted, and leaves the call open: that is why it is an answer and no refusal, which would take the count back.
 */
export const readBackCriticalValue = defineCommand({
  name: 'care.read-back-critical-value',
  zh: '回读危急值',
  en: 'Read a critical value back',
  permission: 'care.result.read',
  network,
  input: T.Object({ criticalValueId, value: T.Number() }),
  output: T.Object({ ...output.properties, matches: T.Boolean(), wrongReadBacks: T.Integer() }),
  refusals: ['platform.not-found', 'care.critical-value-moved-on'],
  async run(work, { criticalValueId: id, value }) {
    const found = await lockOwn(work, id, 'ordererId')
    if (!found.ok) return found
    const answered = readBack(found.value, value, work.actor, work.now)
    if (!answered.ok) return answered
    const critical = answered.value
    await save(work, critical)
    const matches = critical.state === 'read-back'
    if (matches) await beginHandling(work, critical)
    return ok({ criticalValueId: id, state: critical.state, matches, wrongReadBacks: critical.wrongReadBacks })
  },
})

async function beginHandling(work: Work, { id, orderId, ordererId, personId, name }: CriticalValue): Promise<void> {
  const limits = await findLimits(work, dateIn(defaultZone, work.now))
  await closeCommitment(work, criticalClock, id, 'kept')
  await promise(work, {
    kind: criticalToHandle,
    subjectId: id,
    owner: ordererId,
    escalatesTo: null,
    person: personId,
    dueAt: plus(work.now, { minutes: minutesOf(limits, 'critical-value-to-handle') }),
    role: 'clinician',
    label: name,
  })
  await work.publish(criticalValueReadBack.of(id, { criticalValueId: id, orderId }))
}

/** Writes down what was done about a critical value. */
export const handleCriticalValue = defineCommand({
  name: 'care.handle-critical-value',
  zh: '处置危急值',
  en: 'Handle a critical value',
  permission: 'care.result.read',
  network,
  input: T.Object({ criticalValueId, handling: T.String({ minLength: 2, maxLength: 2000 }) }),
  output,
  refusals: ['platform.not-found', 'care.critical-value-moved-on'],
  async run(work, { criticalValueId: id, handling }) {
    const found = await lockOwn(work, id, 'ordererId')
    if (!found.ok) return found
    const handled = handle(found.value, handling, work.actor, work.now)
    if (!handled.ok) return handled
    await save(work, handled.value)
    await closeCommitment(work, criticalToHandle, id, 'kept')
    return ok({ criticalValueId: id, state: handled.value.state })
  },
})
