export { closeCommitment, postponeCommitment, promise } from './commands/promise.ts'
export { tallyOpen } from './store.ts'
