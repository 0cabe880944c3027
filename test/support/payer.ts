import { settle } from '../../src/apps/worker.ts'
import { present } from '../../src/kernel/assert.ts'
import type { Id } from '../../src/kernel/id.ts'
import { percentOf } from '../../src/kernel/money.ts'
import { answerClaim, answeredFen, payClaim } from '../../src/modules/coverage/domain/claim.ts'
import { claimPaid } from '../../src/modules/coverage/events.ts'
import { lockClaim, saveClaim } from '../../src/modules/coverage/store/claim.ts'
import { systemActor } from '../../src/platform/operation/perform.ts'
import type { Runtime } from '../../src/platform/operation/runtime.ts'
import { inWork } from './in-work.ts'

/** The payer answers the newest claim of a bill, refusing so much of each line (hundredths of a percent), and pays or takes back the rest. */
export async function letPayerAnswer(runtime: Runtime, billId: Id<'bill'>, refusedBasisPoints = 0n): Promise<void> {
  await inWork(runtime, systemActor, async (work) => {
    const claim = present(await lockClaim(work, { billId }), 'the claim of a bill')
    const lines = claim.lines
      .filter(({ quantity }) => quantity > 0)
      .map(({ sequence, payerFen }) => {
        const refused = percentOf(payerFen, refusedBasisPoints)
        return { sequence, benefitFen: payerFen - refused, denialCode: refused > 0n ? ('D06' as const) : null }
      })
    const answered = answerClaim(claim, claim.revision, { lines, deductibleFen: claim.deductibleFen })
    await saveClaim(work, payClaim(answered, answeredFen(answered) - answered.paidFen, work.now))
    await work.publish(claimPaid.of(claim.id, { claimId: claim.id, billId }))
  })
  await settle(runtime)
}
