export { deliverNext } from './deliver.ts'
export { outboxChannel, publishFact } from './publish.ts'
