export { deliverNext, findWaitingLanes } from './deliver.ts'
export { outboxChannel } from './publish.ts'
export { sendNext } from './send.ts'
