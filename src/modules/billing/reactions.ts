import { Type as T } from 'typebox'
import type { Reaction } from '../../platform/operation/index.ts'
import { recordRemittance } from './commands/record-remittance.ts'

/** What the payer owes by its answer has come in: it is posted on the bill. */
export const postRemittance: Reaction = {
  subscriber: 'billing.record-remittance',
  event: 'coverage.claim-paid.v1',
  reads: T.Object({ claimId: T.String(), billId: T.String() }),
  command: recordRemittance,
  inputOf: ({ claimId, billId }: { claimId: string; billId: string }) => ({ claimId, billId }),
}
