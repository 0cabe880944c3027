export { assess } from './commands/assess.ts'
export { decide } from './commands/decide.ts'
export { askBooking } from './queries/ask-booking.ts'
