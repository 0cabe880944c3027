import type { PlainDate } from '../../src/kernel/time.ts'
import { accountIdOf } from '../../src/modules/ledger/domain/account.ts'
import { type AccountRef, post } from '../../src/modules/ledger/index.ts'
import type { Runtime } from '../../src/platform/operation/runtime.ts'
import { overNetwork } from './work.ts'
import type { World } from './world.ts'

/** A bill of the person to the operator's till, and the accounts and posting to look at. */
export async function makeJournalTargets(
  runtime: Runtime,
  world: World,
  personId: string,
): Promise<{ accountId: string; postingId: string }> {
  const receivable: AccountRef = { networkId: world.networkId, party: { kind: 'person', id: personId }, purpose: 'receivable' }
  const toShare: AccountRef = { networkId: world.networkId, party: { kind: 'institution', id: world.operator }, purpose: 'to-share' }
  const postingId = await overNetwork(runtime, (work) =>
    post(work, {
      source: 'test.bill:1',
      what: 'bill',
      date: '2026-11-23' as PlainDate,
      subject: {},
      transfers: [{ debit: receivable, credit: toShare, amountFen: 168_000n }],
    }),
  )
  return { accountId: accountIdOf(receivable), postingId }
}
