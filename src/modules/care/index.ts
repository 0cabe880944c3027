export { offerService } from './commands/offer-service.ts'
