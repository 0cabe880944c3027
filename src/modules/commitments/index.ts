export { closeCommitment, postponeCommitment, promise } from './commands/promise.ts'
export { findOpenCommitments, type OpenClock } from './store.ts'
