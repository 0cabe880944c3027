export { closeCommitment, postponeCommitment, promise } from './commands/promise.ts'
