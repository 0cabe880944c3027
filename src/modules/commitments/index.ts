export { closeCommitment, postponeCommitment, promise } from './commands/promise.ts'
export type { EscalationStep } from './domain.ts'
export { clockInvariant } from './store/invariants.ts'
export { findOpenCommitments, type OpenClock, tallyOpen } from './store.ts'
