import type { Id } from '../../../kernel/id.ts'
import { sumOf } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { findCover, lockCover } from '../../coverage/index.ts'
import { type Basis, copayOf, type DividedLine } from '../domain/basis.ts'
import { type KeptBill, listBillsOfVisit } from '../store/bill.ts'
import type { KeptCharge, KeptService } from '../store/service.ts'

export type Payee = {
  readonly personId: Id<'person'>
  readonly networkId: Id<'network'>
  readonly visitId: Id<'visit'> | null
  readonly date: PlainDate
}

/** By what the charges of a visit are divided on a day: the cover of the person less what earlier bills took; null: nobody covers her. */
export async function findBasis(
  work: Work,
  { personId, networkId, visitId, date }: Payee,
  lock: 'locked' | 'as it is',
): Promise<Basis | null> {
  const cover = await (lock === 'locked' ? lockCover : findCover)(work, personId, networkId, date)
  if (!cover || cover.eligibility.state === 'refused') return null
  const bills = visitId ? await listBillsOfVisit(work, visitId) : []
  return { ...cover, copaySoFarFen: sumOf(bills.map(({ steps }) => copayOf(steps))) }
}

/** Open charges as they are divided, each at the day of its service. */
export function linesToDivide(charges: readonly KeptCharge[], services: readonly KeptService[]): DividedLine[] {
  const dates = new Map(services.map(({ id, serviceDate }) => [id, serviceDate]))
  return charges.flatMap(({ serviceId, ...charge }) => {
    const date = dates.get(serviceId)
    return date ? [{ ...charge, date }] : []
  })
}

/** The lines of a bill at the list prices that are left. */
export const linesLeft = ({ bill }: KeptBill, left: ReadonlyMap<Id<'charge'>, bigint>): DividedLine[] =>
  bill.lines.map((line) => ({ ...line, amountFen: left.get(line.chargeId) ?? line.listFen }))
