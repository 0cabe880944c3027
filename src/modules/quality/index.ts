export { setTarget } from './commands/set-target.ts'
