import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import { dateIn, defaultZone, type Instant, plusDays, spanOfDays } from '../../../kernel/time.ts'
import { tell } from '../../../platform/live/index.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { promise } from '../../commitments/index.ts'
import { findOperator } from '../../network/index.ts'
import type { DeliveredService, ServiceSubject } from '../domain/service.ts'
import { findParameter, type Parameter } from '../store/price.ts'
import { type Diagnosed, findBillOfService, insertService, lockServiceOf, saveDiagnoses, saveWithdrawal } from '../store/service.ts'
import { checkoutTopic } from '../topics.ts'

/** A bill that the patient has not paid; money that is owed back. */
export const billToPay = 'billing.bill-to-pay'
export const refundToMake = 'billing.refund-to-make'

/** The end of the day so many days from now, as a parameter says. */
export async function dueAfter(work: Work, parameter: Parameter): Promise<Instant> {
  const today = dateIn(defaultZone, work.now)
  const day = plusDays(today, await findParameter(work, parameter, today))
  return spanOfDays(defaultZone, day, day).until
}

/** Writes the charges of a delivered service; the same subject again changes nothing. The caller has network scope. */
export async function chargeService(work: Work, delivered: DeliveredService): Promise<void> {
  const collectorId = present(await findOperator(work, delivered.networkId), 'the operator, who collects')
  if (await insertService(work, work.newId<'service'>(), collectorId, delivered)) await tell(work, checkoutTopic, delivered.visitId)
}

/** Takes the charges of a service back: not yet billed, they are dropped; billed, the collector owes a refund. The caller has network scope. */
export async function withdrawService(work: Work, subject: ServiceSubject, reason: string): Promise<void> {
  const service = await lockServiceOf(work, subject)
  if (!service || service.withdrawn) return
  await saveWithdrawal(work, service.id, reason)
  if (await findBillOfService(work, service.id)) await oweRefund(work, service)
  await tell(work, checkoutTopic, service.visitId)
}

type Owed = {
  readonly id: Id<'service'>
  readonly collectorId: Id<'institution'>
  readonly personId: Id<'person'>
  readonly name: DeliveredService['name']
}

async function oweRefund(work: Work, { id, collectorId, personId, name }: Owed): Promise<void> {
  await promise(work, {
    kind: refundToMake,
    subjectId: id,
    owner: collectorId,
    escalatesTo: null,
    person: personId,
    dueAt: await dueAfter(work, 'days-to-refund'),
    role: 'finance',
    label: name,
  })
}

/** Remembers what an institution diagnosed in a visit, as its note says. */
export async function recordDiagnoses(work: Work, institutionId: Id<'institution'>, diagnosed: Diagnosed): Promise<void> {
  await saveDiagnoses(work, { ...diagnosed, institutionId })
}
