import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { findRemittance } from '../../coverage/index.ts'
import { answer } from '../domain/bill.ts'
import { payerPaid, payerRefused } from '../domain/posting.ts'
import { lockBill } from '../store/bill.ts'
import { insertAnswer } from '../store/payment.ts'
import { keepBill, partiesOf, postOf } from './keep-bill.ts'

/** Posts what the payer has paid and refused of a bill since its last answer; nothing new changes nothing. */
export const recordRemittance = defineCommand({
  name: 'billing.record-remittance',
  zh: '登记赔付',
  en: 'Record what the payer paid',
  permission: 'billing.remittance.record',
  network: 'a bill that is settled tells all owners of its services what was collected',
  input: T.Object({ billId: idOf('bill'), claimId: idOf('claim') }),
  output: T.Object({ answerId: T.Union([idOf('payer-answer'), T.Null()]) }),
  refusals: [],
  async run(work, { billId, claimId }) {
    const kept = await lockBill(work, billId)
    const remittance = await findRemittance(work, claimId)
    if (!kept || !remittance) return ok({ answerId: null })
    const said = remittance.lines.map(({ lineId, ...line }) => ({ ...line, chargeId: lineId as Id<'charge'> }))
    const { bill, paidFen, refused } = answer(kept.bill, said)
    if (kept.bill.answered && paidFen === 0n && refused.length === 0) return ok({ answerId: null })
    const id = work.newId<'payer-answer'>()
    const lines = refused.map(({ chargeId, refusedFen }) => ({
      chargeId,
      refusedFen,
      code: said.find((line) => line.chargeId === chargeId)?.code ?? null,
    }))
    const refusedFen = lines.reduce((sum, line) => sum + line.refusedFen, 0n)
    const { number, paidAt } = remittance
    await insertAnswer(work, kept, { id, claimId, number, paidAt: paidAt ?? work.now, paidFen, refusedFen, lines })
    const parties = partiesOf(kept)
    await postOf(work, kept, { source: `billing.remittance:${id}`, what: 'payer-payment', transfers: payerPaid(parties, paidFen) })
    await postOf(work, kept, { source: `billing.refusal:${id}`, what: 'payer-refusal', transfers: payerRefused(parties, refused) })
    await keepBill(work, kept, bill, { kind: 'answer', id })
    return ok({ answerId: id })
  },
})
