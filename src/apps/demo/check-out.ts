import { sql } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import { issueBill, recordPayment } from '../../modules/billing/index.ts'
import type { Command } from '../../platform/operation/index.ts'
import { perform } from '../../platform/operation/perform.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import { staffActor } from './actor.ts'
import { look } from './look.ts'
import { randomFrom } from './random.ts'

const shareThatPaysLater = 10 // per cent
const means = ['card', 'card', 'transfer', 'cash'] as const

type Asked = { readonly collectorId: Id<'institution'> }
type Open = { readonly patientOpenFen: bigint }

/** Who leaves is asked for the bill and mostly pays at once; a bill that a rule stops, or that is not paid yet, is left to the desk. */
export async function checkOut(runtime: Runtime, visitId: Id<'visit'>): Promise<void> {
  const [asked] = await look(runtime, sql<Asked>`select collector_id from billing.service where visit_id = ${visitId} limit 1`)
  if (!asked) return
  const cashier = staffActor(runtime, asked.collectorId, 'butler')
  const act = (command: unknown, input: object) => perform(runtime, command as Command, cashier, input, { requestId: 'demo day' })
  const { result: issued } = await act(issueBill, { visitId })
  if (!issued.ok) return
  const { billId } = issued.value as { billId: string }
  const random = randomFrom(billId)
  if (random.integer(1, 100) <= shareThatPaysLater) return
  const [open] = await look(
    runtime,
    sql<Open>`select patient_fen - patient_paid_fen as patient_open_fen from billing.bill where id = ${billId}`,
  )
  const amountFen = Number(open?.patientOpenFen ?? 0)
  if (amountFen === 0) return
  const chosen = random.pick(means)
  const reference = chosen === 'cash' ? null : `${chosen === 'card' ? 'POS' : 'TT'}${random.integer(100_000, 999_999)}`
  const { result: paid } = await act(recordPayment, { billId, means: chosen, amountFen, reference })
  if (!paid.ok) throw new Error(`the demo's day was refused: billing.record-payment ${paid.refusal.code}`)
}
