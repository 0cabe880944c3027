import type { AccountPurpose, Balance } from './account.ts'

/** What the network has or is owed stands on the debit side; what it keeps for others or owes them, on the credit side. */
const onCredit: ReadonlySet<AccountPurpose> = new Set(['deposit', 'to-share', 'share'])

/** A balance as people read it: what is there, is owed to us, is kept or owed by us; negative when it is the other way round. */
export const balanceOf = (purpose: AccountPurpose, { debitFen, creditFen }: Balance): bigint =>
  onCredit.has(purpose) ? creditFen - debitFen : debitFen - creditFen
