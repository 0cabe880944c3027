export { closeCommitment, postponeCommitment, promise } from './commands/promise.ts'
export { findOpenCommitments, type OpenClock, tallyOpen } from './store.ts'
