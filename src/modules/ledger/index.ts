export { post, postAll } from './commands/post.ts'
export type { AccountPurpose, AccountRef, Balance, Party, PartyKind } from './domain/account.ts'
export type { Posting, PostingKind, Subject, Transfer } from './domain/posting.ts'
export { findBalances } from './store/balance.ts'
